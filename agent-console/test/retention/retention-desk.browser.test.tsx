import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { ScriptedPolicies } from '../fixture/scripted-policies.ts';
import { ScriptedRetention } from '../fixture/scripted-retention.ts';

let opened: OpenConsole | undefined;
let retention: ScriptedRetention;
beforeEach(() => {
  retention = new ScriptedRetention();
});
afterEach(() => {
  opened?.close();
  opened = undefined;
  location.hash = '';
  localStorage.clear();
  document.documentElement.removeAttribute('data-mantine-color-scheme');
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const entries = () => page.getByRole('navigation', { name: 'Sessions' }).getByRole('listitem');

async function openDesk(): Promise<void> {
  location.hash = 'retention';
  opened = await openConsole({ policies: new ScriptedPolicies(), retention });
  await expect.element(page.getByText(/the audit after 2,557 days/)).toBeVisible();
}

async function openFirst(): Promise<void> {
  await openDesk();
  await entries().first().getByRole('button').click();
  await expect.element(page.getByText('c'.repeat(32))).toBeVisible();
}

test('opens from the account menu of administrators alone', async () => {
  opened = await openConsole({ policies: new ScriptedPolicies(), retention });
  opened.hub.online();
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Kept sessions' }).click();
  await expect.element(page.getByRole('heading', { name: 'Kept sessions' })).toBeVisible();
  await button('Back to customers').click();
  opened.close();
  location.hash = 'retention';
  opened = await openConsole({ retention });
  opened.hub.online();
  await expect.element(page.getByLabelText('Join with a code')).toBeVisible();
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Kept sessions' }).elements()).toHaveLength(0);
});

test('sessions are found by when they ended, or by their id', async () => {
  await openDesk();
  expect(entries().elements()).toHaveLength(2);
  await button('Earlier ones').click();
  await expect.poll(() => entries().elements().length).toBe(3);
  await page.getByLabelText('Session id').fill('nobody');
  await button('Find').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('There is no such session.');
  await page.getByLabelText('Session id').fill('b'.repeat(32));
  await button('Find').click();
  await expect.element(page.getByText('b'.repeat(32))).toBeVisible();
});

test('what is held cannot be erased until every hold is lifted', async () => {
  await openFirst();
  await page.getByLabelText('Why it must stay').fill('case 1');
  await button('Hold').click();
  await expect
    .element(page.getByText('It is held. Once every hold is lifted it can be erased.'))
    .toBeVisible();
  expect(button('Erase…').elements()).toHaveLength(0);
  await expect.element(entries().first().getByText('Held')).toBeVisible();
  await page.getByLabelText('Why it is lifted').fill('settled');
  await button('Lift').click();
  await expect.element(button('Erase…')).toBeVisible();
  expect(retention.asked).toEqual(['hold c case 1', 'lift hold-0 settled']);
});

test('an erasure asks for a file number, and once more, and then says what is left', async () => {
  await openFirst();
  await button('Read the audit').click();
  await expect.element(page.getByRole('cell', { name: 'alex' })).toBeVisible();
  await expect.element(button('Erase…')).toBeDisabled();
  await page.getByLabelText('File number of the request').fill('DSR-17');
  await button('Erase…').click();
  await button('Keep it').click();
  expect(retention.asked).toEqual([]);
  await button('Erase…').click();
  await button('Erase for ever').click();
  await expect.element(page.getByText('It is erased, for ever.')).toBeVisible();
  expect(retention.asked).toEqual(['erase c DSR-17 false']);
  await expect.poll(() => page.getByText(/^Erased /).elements().length).toBe(3);
  expect(page.getByRole('cell', { name: 'alex' }).elements()).toHaveLength(0);
  await button('Read the audit').click();
  await expect.element(page.getByRole('cell', { name: 'Erased', exact: true })).toBeVisible();
});

test.each(['light', 'dark'])('the %s desk meets WCAG 2.1 AA', async (scheme) => {
  localStorage.setItem('cobrowse-console-scheme', scheme);
  await retention.hold('c'.repeat(32), 'case 1');
  await openFirst();
  await button('Read the audit').click();
  await expect.element(page.getByRole('cell', { name: 'alex' })).toBeVisible();
  for (const id of ['c', 'b']) {
    await page.getByLabelText('Session id').fill(id.repeat(32));
    await button('Find').click();
    await expect.element(page.getByText(id.repeat(32))).toBeVisible();
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    });
    expect(
      violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule} ${html.slice(0, 160)}`)),
    ).toEqual([]);
  }
});
