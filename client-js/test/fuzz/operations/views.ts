import type { Group } from './draw.ts';

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
  [2, (d) => selected(d.known('text'), d.node())],
  [1, () => `getSelection().removeAllRanges()`],
];

/** From one root into another: once nodes move, Chromium's own answers about such a selection contradict each other. */
function selected(text: string, node: string): string {
  return `if (${text}.getRootNode() === ${node}.getRootNode()) getSelection().setBaseAndExtent(${text}, 1, ${node}, 0)`;
}
