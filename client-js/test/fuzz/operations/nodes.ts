import type { Draw, Group } from './draw.ts';

const html = [
  '<p>one</p>',
  '<b>b<i>i</i></b>tail',
  '<ul><li>1<li>2<li>3</ul>',
  '<input value=x><select><option>1<option selected>2</select>',
  '<table><tr><td>cell</table>',
  '<details open><summary>s</summary>d</details>',
  '<style>.c{color:green}</style><p class=c>styled</p>',
  '<svg width=20 height=20><rect width=9 height=9 fill=red /></svg>',
  '<textarea>text</textarea><!-- comment -->',
  '',
];
const names = ['p', 'b', 'div', 'li', 'span', 'section', 'h3', 'a', 'td', 'fieldset'];

const markup = (draw: Draw) => JSON.stringify(draw.one(html));
const child = (draw: Draw, parent: string) => `${parent}.childNodes[${draw.below(4)}] ?? null`;

/** Nodes that come, go and move. */
export const nodes: Group = [
  [
    6,
    (d) => d.making('box', (b) => `${b} = make('${d.one(names)}', ${d.words()}); ${d.parent()}.append(${b})`),
  ],
  [
    3,
    (d) =>
      d.making('text', (t) => `${t} = document.createTextNode(${d.words()}); ${d.parent()}.append(${t})`),
  ],
  [4, (d) => `${d.parent()}.append(${d.node()})`],
  [3, (d) => `${d.parent()}.prepend(${d.node()}, ${d.words()})`],
  [
    4,
    (d) => {
      const parent = d.parent();
      return `${parent}.insertBefore(${d.node()}, ${child(d, parent)})`;
    },
  ],
  [4, (d) => `${d.node()}.remove()`],
  [2, (d) => `${d.element()}.before(${d.node()}, ${d.words()})`],
  [2, (d) => `${d.element()}.after(${d.node()})`],
  [3, (d) => `${d.element()}.replaceWith(${d.node()}, ${d.words()})`],
  [2, (d) => `${d.parent()}.replaceChildren(${d.node()}, ${d.node()})`],
  [3, (d) => `${d.known('box')}.innerHTML = ${markup(d)}`],
  [1, (d) => `${d.element()}.outerHTML = ${markup(d)}`],
  [
    2,
    (d) =>
      `${d.element()}.insertAdjacentHTML('${d.one(['beforebegin', 'afterbegin', 'beforeend', 'afterend'])}', ${markup(d)})`,
  ],
  [1, (d) => `${d.known('box')}.textContent = ${d.words()}`],
  [3, (d) => d.making('box', (b) => `${b} = ${d.element()}.cloneNode(true); ${d.parent()}.append(${b})`)],
  [
    2,
    // Between trees, Chromium lays out what was moved so only once something else changes.
    (d) => {
      const parent = d.known('box');
      return `${parent}.moveBefore(${d.known('box')}, ${child(d, parent)})`;
    },
  ],
  [
    2,
    (d) => {
      const parent = d.parent();
      return `${parent}.append(...[...${parent}.childNodes].reverse())`;
    },
  ],
  [
    2,
    (d) =>
      `{ const all = document.createDocumentFragment(); all.append(${d.node()}, ${d.words()}, ${d.node()}); ${d.parent()}.append(all) }`,
  ],
  [1, (d) => `${d.parent()}.append(document.adoptNode(${d.node()}))`],
  [1, (d) => `${d.parent()}.append(document.importNode(${d.node()}, true))`],
  [1, (d) => `${d.parent()}.append(document.createComment(${d.words()}), ${d.words()})`],
  [
    1,
    (d) =>
      `{ const range = document.createRange(); range.selectNodeContents(${d.known('box')}); ${d.parent()}.append(range.extractContents()) }`,
  ],
  [
    1,
    (d) =>
      `{ const range = document.createRange(); range.selectNode(${d.node()}); range.surroundContents(make('u')) }`,
  ],
  [
    1,
    (d) => {
      const one = d.element();
      return `${one}.replaceWith(...${one}.childNodes)`;
    },
  ],
  [
    1,
    (d) => {
      const one = d.element();
      return `{ const wrap = make('section'); ${one}.before(wrap); wrap.append(${one}) }`;
    },
  ],
  [1, (d) => `document.body.append(${d.node()})`],
];

/** Text nodes. */
export const texts: Group = [
  [4, (d) => `${d.known('text')}.data = ${d.words()}`],
  [3, (d) => `${d.known('text')}.appendData(${d.words()})`],
  [2, (d) => `${d.known('text')}.replaceData(1, 2, ${d.words()})`],
  [3, (d) => d.making('text', (t) => `${t} = ${d.known('text')}.splitText(${d.below(3)})`)],
  [2, (d) => `${d.element()}.normalize()`],
  [2, (d) => `${d.element()}.firstChild.nodeValue = ${d.words()}`],
  [1, (d) => `document.title = ${d.words()}`],
];
