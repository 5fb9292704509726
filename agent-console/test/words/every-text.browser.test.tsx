import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { mark, pseudoLanguage } from '../fixture/pseudo-language.ts';
import { ScriptedPolicies } from '../fixture/scripted-policies.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  location.hash = '';
  document.documentElement.dir = '';
});

/** English is in Latin letters; figures, signs and dates of the other language are not. */
const latin = /[a-z]/iu;
const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];

/** Every text on the page that somebody reads or hears, that does not come from the room of words and is no `data`. */
function unmarked(...data: readonly string[]): string[] {
  const found: string[] = [];
  const look = (text: string | null) => {
    const said = (text ?? '').trim();
    if (latin.test(said) && !said.includes(mark) && !data.includes(said)) found.push(said);
  };
  for (const element of document.querySelectorAll('#root *, [data-portal] *')) {
    if (element.closest('style, script, iframe, kbd')) continue;
    for (const name of spoken) if (element.hasAttribute(name)) look(element.getAttribute(name));
    for (const child of element.childNodes) if (child instanceof Text) look(child.data);
  }
  return [...new Set(found)];
}

describe('in another language, from right to left, no text stays English:', () => {
  test('sign-in', async () => {
    opened = await openConsole({ signIn: { type: 'signed-out', because: 'new' }, language: pseudoLanguage });
    await expect
      .element(page.getByRole('heading', { name: pseudoLanguage.words.signIn.because.new.title }))
      .toBeVisible();
    expect(document.documentElement.dir).toBe('rtl');
    expect(document.documentElement.lang).toBe('ar-XB');
    expect(unmarked()).toEqual([]);
  });

  test('kept sessions', async () => {
    location.hash = '#retention';
    opened = await openConsole({ policies: new ScriptedPolicies(), language: pseudoLanguage });
    opened.hub.online();
    await expect
      .element(page.getByRole('button', { name: pseudoLanguage.words.retention.find }))
      .toBeVisible();
    expect(unmarked()).toEqual([]);
  });

  test('the masking policy', async () => {
    location.hash = '#policy';
    opened = await openConsole({ policies: new ScriptedPolicies(), language: pseudoLanguage });
    opened.hub.online();
    await expect
      .element(page.getByLabelText(pseudoLanguage.words.policy.form.mask.label, { exact: true }))
      .toBeVisible();
    expect(unmarked('.customer-name', 'Balances', 'wealth')).toEqual([]);
  });
});
