import type { Draw, Group } from './draw.ts';

const inside = [
  '<p>shadow</p><slot></slot>',
  '<slot name=one>none</slot><i>i</i>',
  '<style>p{color:red}:host{display:block}</style><p>p</p><slot></slot>',
  '<input value=in><b>b</b>',
  '',
];
const markup = (d: Draw) => JSON.stringify(d.one(inside));
const mode = (d: Draw) =>
  `{ mode: '${d.one(['open', 'open', 'closed'])}', slotAssignment: '${d.one(['named', 'named', 'manual'])}' }`;

/** Shadow roots and slots. */
export const shadows: Group = [
  [3, (d) => d.making('root', (r) => `${r} = shadow(${d.known('host')}, ${markup(d)}, ${mode(d)})`)],
  [
    3,
    (d) =>
      d.making('host', (h) =>
        d.making(
          'root',
          (r) =>
            `${h} = make('x-h', ${d.words()}); ${d.parent()}.append(${h}); ${r} = shadow(${h}, ${markup(d)}, ${mode(d)})`,
        ),
      ),
  ],
  [
    2,
    (d) =>
      d.making('host', (h) =>
        d.making(
          'root',
          (r) =>
            `${h} = make('div', '<b slot=one>b</b>'); ${r} = shadow(${h}, ${markup(d)}, ${mode(d)}); ${d.parent()}.append(${h})`,
        ),
      ),
  ],
  [3, (d) => `${d.known('root')}.innerHTML = ${markup(d)}`],
  [3, (d) => `${d.known('root')}.append(${d.node()})`],
  [2, (d) => `${d.parent()}.append(${d.known('root')}.firstChild)`],
  [2, (d) => `${d.element()}.slot = '${d.one(['one', 'two', ''])}'`],
  [2, (d) => `${d.known('root')}.querySelector('slot').name = '${d.one(['one', 'two', ''])}'`],
  [2, (d) => `${d.known('root')}.querySelector('slot').assign(${d.known('host')}.firstElementChild)`],
  [1, (d) => `${d.known('root')}.querySelector('slot').remove()`],
  [2, (d) => `${d.known('host')}.remove()`],
  [2, (d) => `${d.parent()}.append(${d.known('host')})`],
  [
    1,
    (d) =>
      `${d.known('box')}.setHTMLUnsafe('<x-d><template shadowrootmode=open><p>declared</p><slot></slot></template>light</x-d>')`,
  ],
  [1, (d) => `${d.known('root')}.querySelector('input').value = ${d.words()}`],
  [1, (d) => `${d.known('root')}.querySelector('style').sheet.insertRule('p{margin:${d.below(9)}px}')`],
];
