import { expect, it } from 'vitest';
import { policyFromJoin } from '../../src/session/policy-from-join.ts';

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another version', '{"version":2,"text":"standard"}'],
  ['rules that are no selectors', '{"version":1,"text":"standard","mask":[1]}'],
  ['rules that are no list', '{"version":1,"text":"standard","mask":false}'],
  ['rules that are text', '{"version":1,"text":"standard","rules":"p"}'],
  ['unmasked, which no server may say', '{"version":1,"text":"unmasked"}'],
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

it('takes rules and patterns as they are', () => {
  const rules = [{ select: 'p', page: '/a/*', effect: 'show', attribute: 'title', class: 3, rights: [] }];
  const given = policyFromJoin(JSON.stringify({ version: 1, text: 'strict', rules, patterns: ['\\d{3}'] }));
  expect(given.rules).toEqual(rules);
  expect(given.patterns).toEqual(['\\d{3}']);
});
