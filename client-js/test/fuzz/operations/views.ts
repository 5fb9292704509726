import type { Group } from './draw.ts';

/** They stay where they are: what loses its scroll by being moved tells nobody. */
const scrolled = ['sc', 'sd'];

/** What the customer looks at: scroll, focus, selection. */
export const views: Group = [
  [3, (d) => `${d.one(scrolled)}.scrollTop = ${d.below(4) * 20}`],
  [1, (d) => `${d.one(scrolled)}.scrollTo(${d.below(3) * 10}, ${d.below(3) * 25})`],
  [2, (d) => `scrollTo(0, ${d.below(4) * 60})`],
  [1, (d) => `${d.element()}.scrollIntoView()`],
  [3, (d) => `${d.known('field')}.focus()`],
  [1, (d) => `${d.element()}.focus()`],
  [1, () => `document.activeElement.blur()`],
  [2, (d) => `${d.known('field')}.setSelectionRange(${d.below(2)}, ${1 + d.below(3)})`],
  [3, (d) => `getSelection().collapse(${d.node()}, 0)`],
  [2, (d) => `getSelection().selectAllChildren(${d.known('box')})`],
  [2, (d) => `getSelection().setBaseAndExtent(${d.known('text')}, 1, ${d.node()}, 0)`],
  [1, () => `getSelection().removeAllRanges()`],
];
