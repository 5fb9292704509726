import type { Draw, Group } from './draw.ts';

const page = (d: Draw) =>
  JSON.stringify(`<style>p{color:${d.color()}}</style><p>${d.one(['one', 'two'])}</p><input>`);
const inner = (d: Draw) => `${d.known('iframe')}.contentDocument`;

/** Iframes of the same origin, and what happens inside them. */
export const iframes: Group = [
  [2, (d) => d.making('iframe', (frame) => `${frame} = make('iframe'); ${d.parent()}.append(${frame})`)],
  [
    2,
    (d) =>
      d.making(
        'iframe',
        (frame) => `${frame} = make('iframe', '', { srcdoc: ${page(d)} }); ${d.parent()}.append(${frame})`,
      ),
  ],
  [
    1,
    (d) =>
      d.making(
        'iframe',
        (frame) => `${frame} = make('iframe', '', { src: '/inner.html' }); ${d.parent()}.append(${frame})`,
      ),
  ],
  [2, (d) => `${d.known('iframe')}.srcdoc = ${page(d)}`],
  [1, (d) => `${d.known('iframe')}.src = '/inner.html'`],
  [3, (d) => `${inner(d)}.body.append(${d.known(d.one(['box', 'text']))})`],
  [3, (d) => `${inner(d)}.body.innerHTML = '<p>written</p><b>b</b>'`],
  [2, (d) => d.making('box', (b) => `${b} = ${inner(d)}.createElement('p'); ${inner(d)}.body.append(${b})`)],
  [2, (d) => `${d.parent()}.append(${inner(d)}.body.firstChild)`],
  [
    2,
    (d) => {
      const frame = d.known('iframe');
      return `${frame}.contentDocument.open(); ${frame}.contentDocument.write(${page(d)}); ${frame}.contentDocument.close()`;
    },
  ],
  [
    1,
    (d) => {
      const frame = d.known('iframe');
      return `${frame}.contentDocument.open(); ${frame}.contentDocument.write('<!doctype html><p>left open')`;
    },
  ],
  [1, (d) => `${inner(d)}.write('<i>more</i>')`],
  [1, (d) => `${inner(d)}.close()`],
  [1, (d) => `${inner(d)}.querySelector('style').sheet.insertRule('p{margin:${d.below(9)}px}')`],
  [1, (d) => `${inner(d)}.querySelector('input').value = ${d.words()}`],
  [1, (d) => `${inner(d)}.documentElement.replaceWith(${inner(d)}.createElement('html'))`],
  [2, (d) => `${d.known('iframe')}.remove()`],
  [2, (d) => `${d.parent()}.append(${d.known('iframe')})`],
];
