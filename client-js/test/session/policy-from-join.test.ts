import { expect, it } from 'vitest';
import { policyFromJoin } from '../../src/session/policy-from-join.ts';

const ruled = (rule: unknown) => JSON.stringify({ version: 1, text: 'standard', rules: [rule] });

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another version', '{"version":2,"text":"standard"}'],
  ['rules that are no selectors', '{"version":1,"text":"standard","mask":[1]}'],
  ['rules that are no list', '{"version":1,"text":"standard","mask":false}'],
  ['rules that are text', '{"version":1,"text":"standard","rules":"p"}'],
  ['unmasked, which no server may say', '{"version":1,"text":"unmasked"}'],
  ['a rule without a selector', ruled({ effect: 'mask' })],
  ['a rule without an effect', ruled({ select: 'p' })],
  ['a rule that is none', ruled(null)],
  ['a page that is no text', ruled({ select: 'p', effect: 'mask', page: 7 })],
  ['an attribute that is no text', ruled({ select: 'p', effect: 'mask', attribute: {} })],
  ['a class that is no number', ruled({ select: 'p', effect: 'show', class: '1' })],
  ['a class that is out of range', ruled({ select: 'p', effect: 'show', class: 256 })],
  ['rights that are no list', ruled({ select: 'p', effect: 'field', rights: 'value' })],
  ['a pattern that is no text', '{"version":1,"text":"standard","patterns":[{}]}'],
])('%s means strict', (_, json) => {
  expect(policyFromJoin(json)).toMatchObject({ text: 'strict', allow: [] });
});

it('takes the standard policy with its rules', () => {
  expect(policyFromJoin('{"version":1,"text":"standard","mask":[".iban"],"block":[".ad"]}')).toMatchObject({
    text: 'standard',
    mask: ['.iban'],
    block: ['.ad'],
  });
});

it('takes rules and patterns, and no right that it does not know', () => {
  const rules = [
    { select: 'p', page: '/a/*', effect: 'show', attribute: 'title', class: 3, rights: [] },
    { select: 'input', effect: 'field', rights: ['value', 'control', 'everything'] },
  ];
  const given = policyFromJoin(JSON.stringify({ version: 1, text: 'strict', rules, patterns: ['\\d{3}'] }));
  expect(given.rules).toEqual([rules[0], { ...rules[1], rights: ['value', 'control'] }]);
  expect(given.patterns).toEqual(['\\d{3}']);
});
