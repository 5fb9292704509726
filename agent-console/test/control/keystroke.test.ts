import { expect, test } from 'vitest';
import { keystroke } from '../../src/control/keystroke.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false };

test.each([
  ['a letter', { key: 'a' }, 'text'],
  ['a letter by AltGr', { key: '@', ctrlKey: true, altKey: true }, 'text'],
  ['a space', { key: ' ' }, 'key'],
  ['a key with a name', { key: 'ArrowDown', shiftKey: true }, 'key'],
  ['all of a field', { key: 'a', ctrlKey: true }, 'key'],
  ['the way out', { key: '.', ctrlKey: true }, 'leave'],
  ['the way out on a Mac', { key: '.', metaKey: true }, 'leave'],
  ['a paste', { key: 'v', ctrlKey: true }, 'paste'],
  ['a copy', { key: 'c', ctrlKey: true }, 'nothing'],
  ['a cut', { key: 'x', metaKey: true }, 'nothing'],
  ['a modifier', { key: 'Shift' }, 'nothing'],
  ['what is being composed', { key: 'a', isComposing: true }, 'nothing'],
])('%s', (_, event, type) => {
  expect(keystroke({ ...none, ...event }).type).toBe(type);
});
