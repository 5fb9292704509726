import { expect, it } from 'vitest';
import { givenRule } from '../../src/masking/given-rule.ts';
import { PolicyRules } from '../../src/masking/policy-rules.ts';

it.each([
  ['without a selector', { effect: 'mask' }],
  ['without an effect', { select: 'p' }],
  ['that is none', null],
  ['whose page is no text', { select: 'p', effect: 'mask', page: 7 }],
  ['whose attribute is no text', { select: 'p', effect: 'mask', attribute: {} }],
  ['whose class is no number', { select: 'p', effect: 'show', class: '1' }],
  ['whose class is out of range', { select: 'p', effect: 'show', class: 256 }],
  ['whose rights are no list', { select: 'p', effect: 'field', rights: 'value' }],
])('a rule %s breaks its policy', (_, rule) => {
  expect(() => givenRule(rule)).toThrow(TypeError);
  expect(new PolicyRules([rule]).areBroken).toBe(true);
});

it('a rule is taken with no right that nobody knows', () => {
  const rule = { select: 'p', page: '/a/*', effect: 'show', attribute: 'title', class: 3, rights: [] };
  expect(givenRule(rule)).toEqual(rule);
  const field = { select: 'input', effect: 'field', rights: ['value', 'control', 'everything'] };
  expect(givenRule(field)).toEqual({ ...field, rights: ['value', 'control'] });
});
