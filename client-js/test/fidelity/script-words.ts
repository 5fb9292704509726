/** What every case's script can say without saying how. */
const words = `
const $ = (selector, root = document) => root.querySelector(selector);
const make = (name, html = '', properties = {}) => {
  const element = document.createElement(name);
  element.innerHTML = html;
  return Object.assign(element, properties);
};
const rendered = () => new Promise(requestAnimationFrame);
const turn = () => scheduler.yield();
const attempt = (act) => { try { act(); } catch {} };
const keyframe = () => parent.bench.keyframe();
const join = () => parent.bench.follow();
const event = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
const shadow = (host, html = '', init = {}) => {
  const root = host.attachShadow({ mode: 'open', ...init });
  root.innerHTML = html;
  return root;
};
const sheetOf = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};
const innerOf = async (frame) => {
  const there = () => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank';
  if (!there()) await event(frame, 'load');
  return frame.contentDocument;
};
`;

/** A case's script as an expression: elements stay under their ids while they are out of the document. */
export const scriptOf = (act: string): string => `(async () => {
const named = Object.fromEntries([...document.querySelectorAll('[id]')].map((each) => [each.id, each]));
${words}
with (named) {
${act}
}
})()`;
