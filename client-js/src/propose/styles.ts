export const proposalStyles = `
.ghost .field{position:fixed;left:0;top:0;border:2px dashed var(--accent);border-radius:8px;pointer-events:none}
.proposal{position:fixed;left:0;top:0;width:max-content;min-width:200px;max-width:min(340px,calc(100vw - 12px));
background:var(--surface);color:var(--ink);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow);
padding:12px 14px;pointer-events:auto}
.proposal .who{display:block;min-height:0;padding:0;font-size:13.5px;color:var(--quiet);font-weight:400}
.proposal .value{font-weight:600;font-style:italic;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;
max-height:7.5em;overflow-y:auto;margin-block:4px 0}
.proposal .value:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.proposal .actions{display:flex;flex-wrap:wrap;gap:8px;margin-block-start:10px}
.proposal button{flex:1 1 0;min-width:fit-content;min-height:44px;padding:9px 14px}
@media (forced-colors:active){.proposal,.ghost .field{border-color:Highlight}}`;
