import { expect, it } from 'vitest';
import { policyFromJoin } from '../../src/session/policy-from-join.ts';

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another version', '{"version":2,"text":"standard"}'],
  ['rules that are no selectors', '{"version":1,"text":"standard","mask":[1]}'],
  ['rules that are no list', '{"version":1,"text":"standard","mask":false}'],
  ['unmasked, which no server may say', '{"version":1,"text":"unmasked"}'],
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
