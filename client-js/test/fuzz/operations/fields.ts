import type { Group } from './draw.ts';

const field = ['i1', 'i2', 'i3', 'i4', 'i5', 'ta', 's1', 's2'];

/** What is entered, chosen and typed. */
export const fields: Group = [
  [3, (d) => `${d.known('field')}.value = ${d.words()}`],
  [2, (d) => `${d.known('field')}.checked = ${d.below(2) === 0}`],
  [1, (d) => `${d.known('field')}.indeterminate = ${d.below(2) === 0}`],
  [1, (d) => `${d.known('field')}.click()`],
  [1, (d) => `${d.known('field')}.setRangeText('ab', 0, 1)`],
  [1, (d) => `${d.known('field')}.setAttribute('value', ${d.words()})`],
  [1, (d) => `${d.known('field')}.defaultValue = ${d.words()}`],
  [1, (d) => `${d.known('field')}.defaultChecked = ${d.below(2) === 0}`],
  [1, (d) => `${d.one(['i1', 'i2', 'i3', 'i4'])}.type = '${d.one(['text', 'checkbox', 'radio', 'number'])}'`],
  [1, (d) => `${d.known('field')}.name = '${d.one(['g', 'h'])}'`],
  [1, (d) => `${d.known('field')}.disabled = ${d.below(2) === 0}`],
  [1, (d) => `${d.known('field')}.setCustomValidity(${d.words()})`],
  [2, (d) => `${d.one(['s1', 's2'])}.selectedIndex = ${d.below(4) - 1}`],
  [1, (d) => `${d.one(['s1', 's2'])}.value = '${d.one(['1', '2', 'x'])}'`],
  [2, (d) => `${d.one(['s1', 's2'])}.options[${d.below(3)}].selected = ${d.below(2) === 0}`],
  [
    2,
    (d) =>
      `${d.one(['s1', 's2'])}.add(new Option(${d.words()}, '${d.below(4)}', false, ${d.below(2) === 0}), ${d.below(3)})`,
  ],
  [1, (d) => `${d.one(['s1', 's2'])}.remove(${d.below(3)})`],
  [
    1,
    (d) =>
      `${d.one(['s1', 's2'])}.options[${d.below(3)}].toggleAttribute('${d.one(['selected', 'disabled'])}')`,
  ],
  [1, (d) => `${d.one(['s1', 's2'])}.multiple = ${d.below(2) === 0}`],
  [1, (d) => `${d.one(['s1', 's2'])}.append(${d.one(['s1', 's2'])}.options[${d.below(3)}])`],
  [1, (d) => `ta.textContent = ${d.words()}`],
  [1, () => `fm.reset()`],
  [1, (d) => `fm.append(${d.one(field)})`],
  // In a field of numbers: what is none of those, only keys can put there.
  [
    2,
    (d) =>
      `${d.one(field)}.focus(); document.execCommand('insertText', false, document.activeElement.type === 'number' ? '7' : 'typed')`,
  ],
  [1, (d) => `ou.value = ${d.words()}`],
  [1, (d) => `pr.value = ${d.below(10) / 10}`],
];
