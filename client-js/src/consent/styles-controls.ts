const buttons = `
button{appearance:none;font:inherit;font-weight:600;line-height:20px;min-height:44px;padding:11px 18px;border-radius:10px;
border:1px solid transparent;cursor:pointer;pointer-events:auto;transition:background-color .12s,border-color .12s;
touch-action:manipulation}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.primary{background:var(--accent);color:var(--on-accent)}
.primary:hover{background:var(--accent-hover)}
.primary[aria-disabled=true]{opacity:.5;cursor:default}
.plain,.stop{background:var(--surface);color:var(--ink);border-color:var(--line)}
.stop{color:var(--stop);border-color:currentColor}
.bare{background:none;color:var(--quiet);min-height:32px;min-width:32px;padding:4px;display:grid;place-items:center}
.plain:hover,.stop:hover,.bare:hover{background:var(--soft)}
.bare:hover{color:var(--ink)}
.icon{width:20px;height:20px;flex:none;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;
stroke-linejoin:round;display:block}
.help{position:fixed;inset-block-end:20px;inset-inline-end:20px;display:inline-flex;align-items:center;gap:10px;
border-radius:24px;padding:11px 20px 11px 16px;box-shadow:var(--shadow);animation:arrive .25s ease-out}`;

const windows = `
.card,.dialog,.bar{position:fixed;background:var(--surface);color:var(--ink);border:1px solid var(--line);border-radius:16px;
box-shadow:var(--shadow);pointer-events:auto;animation:arrive .25s ease-out}
.card,.dialog{overflow:auto}
.card h2,.dialog h2{font-size:18px;line-height:1.35;font-weight:650;overflow-wrap:anywhere}
.wait,.fine,.about li{color:var(--quiet);font-size:14px}`;

const card = `
.card{inset-block-end:20px;inset-inline-end:20px;width:min(360px,calc(100vw - 32px));max-height:calc(100vh - 40px);padding:22px}
.card p{color:var(--quiet);margin-block-start:6px}
.code{display:block;margin-block:16px 14px;padding:14px;border-radius:12px;background:var(--soft);color:var(--ink);
font:600 34px/1.2 ui-monospace,Consolas,monospace;letter-spacing:.1em;text-align:center;direction:ltr;
white-space:nowrap;user-select:all}
.code i{font-style:normal;display:inline-block;width:.45em}
.wait{display:flex;align-items:center;gap:10px}
.wait::before{content:"";width:16px;height:16px;flex:none;border-radius:50%;border:2px solid var(--line);
border-block-start-color:var(--accent);animation:turn 1s linear infinite}
.actions{display:flex;flex-wrap:wrap;gap:10px;margin-block-start:18px}
.actions button{flex:1 1 0;min-width:fit-content}
.card:focus{outline:none}
.asking .card{visibility:hidden}`;

const dialog = `
.dialog{inset:0;margin:auto;width:min(460px,calc(100vw - 32px));height:fit-content;max-height:calc(100vh - 32px);padding:28px}
.dialog::backdrop{background:rgb(8 16 24/.55)}
.title{color:var(--quiet);margin-block-start:2px;overflow-wrap:anywhere}
.about{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-block:20px 16px}
.about section{background:var(--soft);border-radius:12px;padding:14px}
.about h3{margin:0 0 6px;font-size:14px;font-weight:650;display:flex;gap:8px;align-items:center}
.about li{list-style:none;line-height:1.45;margin-block-start:6px}
.dialog b{display:block;font-size:20px;margin-block-end:14px}
.left{margin-block-start:16px;font-size:13px;color:var(--quiet);font-variant-numeric:tabular-nums}
.track{height:3px;border-radius:2px;background:var(--line);margin-block-start:8px;overflow:hidden}
.track i{display:block;height:100%;border-radius:2px;background:var(--quiet);transform-origin:left}
[dir=rtl] .track i{transform-origin:right}
@media (max-width:480px){.dialog{padding:22px}.about{grid-template-columns:1fr}.dialog .actions{flex-direction:column}
.bar .who{flex-basis:100%}.bar button{flex:1}}`;

const bar = `
.edge{position:fixed;inset:0;border:3px solid var(--live);opacity:.9}
.bar{inset-block-end:16px;inset-inline:0;margin-inline:auto;width:fit-content;max-width:calc(100vw - 24px);
display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding:8px}
.bar button{min-height:40px;padding:9px 16px}
.bar .bare{min-height:28px;min-width:28px;padding:2px}
.who{display:flex;align-items:center;gap:10px;padding-inline:10px;flex:1 1 auto;min-width:0;font-weight:550;
overflow-wrap:anywhere;min-height:40px}
.dot{width:10px;height:10px;border-radius:50%;flex:none;background:var(--live)}
.dot.still{background:none;border:2px solid var(--quiet)}
.dot.acts{background:var(--accent);outline:3px solid var(--line)}
.dot.lost{background:var(--stop);animation:pulse 1.4s ease-in-out infinite}
.people{display:flex;flex-wrap:wrap;gap:6px;flex-basis:100%;padding-inline:6px}
.person{display:inline-flex;align-items:center;gap:2px;background:var(--soft);border-radius:14px;
padding-inline:12px 2px;font-size:14px;border-inline-start:8px solid var(--hue)}`;

const contrast = `
@media (prefers-contrast:more){.layer{--line:currentColor;--quiet:var(--ink)}}
@media (forced-colors:active){.card,.dialog,.bar,button{border:1px solid CanvasText}.edge{border-color:Highlight}
.dot,.track i{forced-color-adjust:none;background:Highlight}.hand,.ripple{forced-color-adjust:none}}`;

export const controlStyles: string = buttons + windows + card + dialog + bar + contrast;
