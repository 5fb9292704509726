import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { pseudoLanguage } from '../fixture/pseudo-language.ts';
import { ScriptedPolicies } from '../fixture/scripted-policies.ts';
import { unmarked } from '../fixture/unmarked.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  location.hash = '';
  document.documentElement.dir = '';
});

describe('in another language, from right to left, no text stays English:', () => {
  test('sign-in', async () => {
    opened = await openConsole({ signIn: { type: 'signed-out', because: 'new' }, language: pseudoLanguage });
    await expect
      .element(page.getByRole('heading', { name: pseudoLanguage.words.signIn.because.new.title }))
      .toBeVisible();
    expect(document.documentElement.dir).toBe('rtl');
    expect(document.documentElement.lang).toBe('ar-XB');
    expect(unmarked(/^$/u)).toEqual([]);
  });

  test('kept sessions', async () => {
    location.hash = '#retention';
    opened = await openConsole({ policies: new ScriptedPolicies(), language: pseudoLanguage });
    opened.hub.online();
    await expect
      .element(page.getByRole('button', { name: pseudoLanguage.words.retention.find }))
      .toBeVisible();
    expect(unmarked(/^$/u)).toEqual([]);
  });

  test('the masking policy', async () => {
    location.hash = '#policy';
    opened = await openConsole({ policies: new ScriptedPolicies(), language: pseudoLanguage });
    opened.hub.online();
    await expect
      .element(page.getByLabelText(pseudoLanguage.words.policy.form.mask.label, { exact: true }))
      .toBeVisible();
    expect(unmarked(/^(?:\.customer-name|Balances|wealth)$/u)).toEqual([]);
  });
});
