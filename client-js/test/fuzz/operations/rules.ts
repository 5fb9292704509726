import type { Draw, Group } from './draw.ts';

const selectors = ['p', '.a', '.b', 'li', 'td', '[title]', 'section > *', ':focus', ':host', '::slotted(*)'];
const rule = (d: Draw): string => {
  const own = `${d.one(selectors)}{${d.one(['color', 'border-color', 'background'])}:${d.color()}}`;
  switch (d.below(6)) {
    case 0:
      return `@media (min-width:${d.one(['1px', '9999px'])}){${own} ${own}}`;
    case 1:
      return `${d.one(selectors)}{margin:${d.below(5)}px;& b{color:${d.color()}}}`;
    case 2:
      return `@layer l${d.below(3)}{${own}}`;
    case 3:
      return `@supports (color:red){${own}}`;
    default:
      return own;
  }
};
const css = (d: Draw) => JSON.stringify(rule(d));
const styleOf = (d: Draw) => `${d.known('sheet')}.cssRules[${d.below(4)}]`;
const adopter = (d: Draw) => (d.below(2) === 0 ? 'document' : d.known('root'));
const constructed = (d: Draw) => d.one(['c1', 'c2', 'c3']);

/** Style elements, links and the object model of their sheets. */
export const rules: Group = [
  [5, (d) => `${d.known('sheet')}.insertRule(${css(d)}, ${d.below(3)})`],
  [3, (d) => `${d.known('sheet')}.deleteRule(${d.below(3)})`],
  [3, (d) => `${styleOf(d)}.style.color = '${d.color()}'`],
  [2, (d) => `${styleOf(d)}.style.setProperty('margin-left', '${d.below(9)}px')`],
  [1, (d) => `${styleOf(d)}.style.cssText = 'color: ${d.color()}'`],
  [1, (d) => `${styleOf(d)}.style.removeProperty('color')`],
  [1, (d) => `${styleOf(d)}.styleMap.set('color', '${d.color()}')`],
  [2, (d) => `${styleOf(d)}.selectorText = '${d.one(selectors)}'`],
  [2, (d) => `${styleOf(d)}.insertRule(${css(d)})`],
  [1, (d) => `${styleOf(d)}.deleteRule(0)`],
  [1, (d) => `${styleOf(d)}.cssRules[0].style.color = '${d.color()}'`],
  [1, (d) => `${styleOf(d)}.media.mediaText = '${d.one(['screen', 'print'])}'`],
  [2, (d) => `${d.known('sheet')}.disabled = ${d.below(2) === 0}`],
  [2, (d) => `${d.known('sheet')}.media.mediaText = '${d.one(['screen', 'print', ''])}'`],
  [2, (d) => `${d.one(['st', 'su'])}.textContent = ${css(d)}`],
  [1, (d) => `${d.one(['st', 'su'])}.append(${css(d)})`],
  [1, (d) => `${d.one(['st', 'su'])}.firstChild.data += ${css(d)}`],
  [1, (d) => `${d.one(['st', 'su', 'ln'])}.remove()`],
  [2, (d) => `${d.one(['document.head', d.parent()])}.append(${d.one(['st', 'su', 'ln'])})`],
  [1, (d) => `${d.one(['st', 'su'])}.disabled = ${d.below(2) === 0}`],
  [1, (d) => `${d.one(['st', 'su', 'ln'])}.media = '${d.one(['screen', 'print', ''])}'`],
  [1, (d) => `ln.href = '/${d.one(['a', 'b'])}.css'`],
  [2, (d) => `${d.parent()}.append(make('style', ${css(d)}))`],
];

/** Constructed sheets and who adopts them. */
export const adopted: Group = [
  [2, (d) => `${constructed(d)}.replaceSync(${css(d)} + ${css(d)})`],
  [1, (d) => `${constructed(d)}.replace(${css(d)})`],
  [3, (d) => `${adopter(d)}.adoptedStyleSheets = [${constructed(d)}, ${constructed(d)}]`],
  [2, (d) => `${adopter(d)}.adoptedStyleSheets.push(${constructed(d)})`],
  [1, (d) => `${adopter(d)}.adoptedStyleSheets.pop()`],
  [1, (d) => `${adopter(d)}.adoptedStyleSheets.reverse()`],
  [1, (d) => `${adopter(d)}.adoptedStyleSheets = []`],
  [2, (d) => `${constructed(d)}.insertRule(${css(d)})`],
  [1, (d) => `${constructed(d)}.deleteRule(0)`],
  [1, (d) => `${constructed(d)}.disabled = ${d.below(2) === 0}`],
];
