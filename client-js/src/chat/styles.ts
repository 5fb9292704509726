export const chatStyles = `
.count{display:inline-block;min-width:20px;padding-inline:6px;border-radius:10px;background:var(--accent);color:var(--on-accent);
font-size:13px;line-height:20px}
.chat{position:fixed;inset-inline-end:16px;inset-block-end:88px;width:min(380px,calc(100vw - 16px));
height:min(520px,calc(100dvh - 112px));display:flex;flex-direction:column;background:var(--surface);color:var(--ink);
border:1px solid var(--line);border-radius:16px;box-shadow:var(--shadow);pointer-events:auto;overflow:hidden;
animation:arrive .2s ease-out}
.chat header{display:flex;align-items:center;gap:8px;padding:10px 10px 10px 18px;border-block-end:1px solid var(--line)}
.chat h2{font-size:16px;line-height:1.4;font-weight:650;flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.talk{flex:1;min-height:0;overflow-y:auto;overscroll-behavior:contain;padding:14px 16px}
.talk:focus-visible{outline:3px solid var(--accent);outline-offset:-3px}
.talk ol{margin:0;padding:0;min-height:100%;display:flex;flex-direction:column;gap:10px;list-style:none}
.talk li{max-width:86%;align-self:flex-start}
.talk .own{align-self:flex-end}
.talk .by{font-size:12.5px;color:var(--quiet);margin-block-end:2px;display:flex;gap:8px}
.talk .own .by{justify-content:flex-end}
.talk .said{background:var(--soft);border-radius:12px;padding:8px 12px;white-space:pre-wrap;overflow-wrap:anywhere;
unicode-bidi:plaintext;max-height:20em;overflow-y:auto}
.talk .own .said{background:var(--accent);color:var(--on-accent)}
.talk .way{font-size:12.5px;color:var(--quiet);text-align:end;margin-block-start:2px}
.talk .failed .way{color:var(--stop)}
.chat button.small{min-height:32px;padding:5px 12px;font-size:13.5px;line-height:20px;max-width:100%;overflow-wrap:anywhere}
.talk .link{margin-block-start:6px;display:flex;flex-wrap:wrap;gap:6px;align-items:center;font-size:13.5px}
.talk .empty{margin:auto;padding:16px 26px;color:var(--quiet);text-align:center}
.chat .news{min-height:24px;padding:2px 16px;font-size:13px;color:var(--quiet)}
.chat .warn{margin:0 12px 8px;padding:8px 12px;border-radius:10px;background:var(--soft);color:var(--stop);font-size:13.5px;font-weight:550}
.chat form{display:flex;gap:8px;align-items:flex-end;padding:10px 12px 12px;border-block-start:1px solid var(--line);margin:0}
.chat textarea{appearance:none;flex:1;min-width:0;font:400 16px/1.4 system-ui,sans-serif;color:var(--ink);background:var(--surface);
border:1px solid var(--quiet);border-radius:10px;padding:10px 12px;resize:none;min-height:44px;max-height:132px;field-sizing:content}
.chat textarea:focus-visible{outline:3px solid var(--accent);outline-offset:1px}
.chat ::placeholder{color:var(--quiet);opacity:1}
@media (max-width:480px){.chat{inset-inline:8px;width:auto}}
@media (forced-colors:active){.talk .said,.chat{border:1px solid CanvasText}}`;
