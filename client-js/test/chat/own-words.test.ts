import { describe, expect, it } from 'vitest';
import { OwnWords } from '../../src/chat/own-words.ts';

const words = new OwnWords();
const safe = (text: string, ...before: string[]) => words.safe(text, before);

describe('what the customer writes', () => {
  it('stays as it is where it holds no number that must not leave', () => {
    for (const text of [
      'Hello',
      'I owe 1 234 567,80 since 12/11/2026',
      'Call +49 170 1234567',
      '4111 1111 1111 1112',
    ])
      expect(safe(text, 'Since 2019', 'My 2 cards')).toBe(text);
  });

  it('loses card and account numbers, and keeps the words around them', () => {
    expect(safe('card 4111 1111 1111 1111 is blocked')).toBe('card •••• is blocked');
    expect(safe('4111-1111-1111-1111')).toBe('••••');
    expect(safe('from DE89 3704 0044 0532 0130 00 please')).not.toMatch(/3704|0532/);
    for (const hidden of [
      '4111\u200b1111\u200b1111\u200b1111',
      '４１１１１１１１１１１１１１１１',
      '4111\n1111\n1111\n1111',
    ])
      expect(safe(`a ${hidden} b`)).not.toMatch(/[\d４１]/);
  });

  it('loses the last piece of a number that was split over messages', () => {
    expect(safe('1111 1111', '4111 1111')).toBe('•••• ••••');
    expect(safe('and then 1111 1111 ok?', 'it is 4111', 'and 1111')).not.toContain('1');
    expect(safe('1', ...'411111111111111')).toBe('••••');
    // Once a number was complete, what follows is free again.
    expect(safe('at 10:30', 'it is 4111', '1111')).toBe('at 10:30');
  });

  it('loses what the tenant names, and all where that cannot be read', () => {
    expect(new OwnWords(['\\b\\d{3}-\\d{2}-\\d{4}\\b']).safe('it is 123-45-6789.', [])).toBe('it is ••••.');
    expect(new OwnWords(['(']).safe('hello', [])).toBe('••••');
  });
});
