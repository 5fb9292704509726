import type { Group } from './draw.ts';

/** Attributes, classes and inline styles. */
export const attributes: Group = [
  [3, (d) => `${d.element()}.className = '${d.one(['a', 'b', 'a b', 'c', ''])}'`],
  [3, (d) => `${d.element()}.classList.toggle('${d.one(['a', 'b', 'c'])}')`],
  [
    3,
    (d) => `${d.element()}.setAttribute('${d.one(['title', 'data-x', 'lang', 'aria-label'])}', ${d.words()})`,
  ],
  [
    2,
    (d) =>
      `${d.element()}.removeAttribute('${d.one(['title', 'data-x', 'class', 'style', 'value', 'checked'])}')`,
  ],
  [2, (d) => `${d.element()}.toggleAttribute('hidden')`],
  [1, (d) => `${d.element()}.toggleAttribute('inert')`],
  [3, (d) => `${d.element()}.style.color = '${d.color()}'`],
  [2, (d) => `${d.element()}.style.setProperty('--v', '${d.color()}'${d.one(['', ", 'important'"])})`],
  [2, (d) => `${d.element()}.style.cssText = 'margin: ${d.below(9)}px; color: var(--v)'`],
  [1, (d) => `${d.element()}.attributeStyleMap.set('opacity', ${d.below(9) / 10})`],
  [1, (d) => `${d.element()}.style.removeProperty('color')`],
  [1, (d) => `${d.element()}.dataset.x = ${d.words()}`],
  [1, (d) => `${d.element()}.setAttributeNS('urn:x', 'x:y', ${d.words()})`],
  [1, (d) => `${d.element()}.dir = '${d.one(['ltr', 'rtl', ''])}'`],
];
