import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { consoleStates } from '../fixture/console-states.ts';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { pseudoLanguage } from '../fixture/pseudo-language.ts';
import { unmarked } from '../fixture/unmarked.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  document.documentElement.removeAttribute('dir');
  document.documentElement.lang = 'en';
});

/** What the fixtures tell the console: people, topics, places, what somebody wrote. */
const people = ['Amira Haddad', 'Ben Okafor', 'Carla Ríos', 'Dan Whitaker', 'Eva Lindqvist'];
const told = [
  ...people,
  ...people.map((name) => name.replace(/(?<=\p{L})\p{L}+| /gu, '')),
  ...['Customer care, retail', 'Support', 'Payments', 'Mortgage desk', 'Team lead'],
  ...[
    'Transfer was rejected',
    'Mortgage calculator: which rate applies to me?',
    'Card was declined',
    'Standing order',
  ],
  ...['https://bank.example', 'https://mortgages.bank.example', 'http://localhost:5081'],
  ...['bank.example', 'mortgages.bank.example', 'localhost:5081', 'amber river'],
  'Hello, I am looking at the page together with you.',
  'Good morning! Where do I find the limit for transfers?',
  'Could you explain the fixed rate?',
  '/limits',
];
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const data = new RegExp(
  told
    .toSorted((one, other) => other.length - one.length)
    .map(literal)
    .join('|'),
  'gu',
);

/** A name with the marks that may stand between its letters. */
const within = (name: string | RegExp) => {
  const letters = [...(typeof name === 'string' ? name : name.source.replace(/^\^/u, ''))];
  return new RegExp(letters.map(literal).join('[⟦⟧]*'), 'u');
};

describe('every state of the console can be seen, and in another language, from right to left, no text of it stays English', () => {
  for (const [name, state] of Object.entries(consoleStates))
    test(name, async () => {
      opened = await openConsole({ ...state, language: pseudoLanguage });
      await expect.poll(() => document.querySelector('#root')?.childElementCount).toBeGreaterThan(0);
      state.play?.(opened);
      const seen = page.getByRole(state.role, state.name === '' ? {} : { name: within(state.name) });
      await expect.element(seen.first()).toBeVisible();
      expect(unmarked(data)).toEqual([]);
    });
});
