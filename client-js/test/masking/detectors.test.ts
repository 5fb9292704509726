import { describe, expect, test } from 'vitest';
import { plainAddress } from '../../src/masking/address-rules.ts';
import { holdsNumber } from '../../src/masking/detectors.ts';
import { maskText } from '../../src/masking/mask-text.ts';

describe('account and card numbers are found', () => {
  test.each([
    ['DE89370400440532013000'],
    ['IBAN: DE89 3704 0044 0532 0130 00, please'],
    ['gb29nwbk60161331926819'],
    ['NO93 8601 1117 947 EUR'],
    ['4111 1111 1111 1111'],
    ['card 4111-1111-1111-1111 12/26'],
    ['378282246310005'],
    ['5555\u00a05555\u00a05555\u00a04444'],
  ])('%s', (text) => {
    expect(holdsNumber(text)).toBe(true);
  });

  test.each([
    ['Balance 1,234.56'],
    ['2024-11-05 10:33'],
    ['+44 20 7946 0018'],
    ['DE00370400440532013000'],
    ['no digits'],
  ])('but not in %s', (text) => {
    expect(holdsNumber(text)).toBe(false);
  });
});

describe('a mask', () => {
  test('says nothing of how long a short text is', () => {
    expect(maskText('Ada')).toBe(maskText('9'.repeat(64)));
    expect(maskText('Ada')).not.toContain('A');
  });

  test('says only in steps of two how long a paragraph is', () => {
    expect(maskText('a'.repeat(70))).toBe(maskText('a'.repeat(128)));
    expect(maskText('a'.repeat(129)).length).toBeGreaterThan(maskText('a'.repeat(128)).length);
  });

  test('keeps blanks, which say nothing', () => {
    expect(maskText('\n  ')).toBe('\n  ');
    expect(maskText(' x ')).toBe(' •••••••• ');
  });
});

test.each([
  ['/pay?iban=DE89#top', '/pay'],
  ['https://ada:secret@bank.example/a?b', 'https://bank.example/a'],
  ['#account-7', '#'],
  ['mailto:ada@example.com', 'mailto:'],
  ['javascript:alert(1)', '#'],
  ['data:text/html,secret', '#'],
  ['page.html', 'page.html'],
])('the address %s leaves as %s', (address, plain) => {
  expect(plainAddress(address)).toBe(plain);
});
