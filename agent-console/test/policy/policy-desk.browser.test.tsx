import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { proposal, ScriptedPolicies } from '../fixture/scripted-policies.ts';

let opened: OpenConsole | undefined;
let policies: ScriptedPolicies;
beforeEach(() => {
  policies = new ScriptedPolicies();
});
afterEach(() => {
  opened?.close();
  opened = undefined;
  location.hash = '';
  localStorage.clear();
  document.documentElement.removeAttribute('data-mantine-color-scheme');
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function openDesk(): Promise<void> {
  location.hash = 'policy';
  opened = await openConsole({ policies });
  await expect.element(page.getByText('Version 3 holds now')).toBeVisible();
}

test('is offered to administrators alone', async () => {
  opened = await openConsole();
  opened.hub.online();
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Masking policy' }).elements()).toHaveLength(0);
});

test('opens from the account menu, and leads back to customers', async () => {
  opened = await openConsole({ policies });
  opened.hub.online();
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Masking policy' }).click();
  await expect.element(page.getByRole('heading', { name: 'Masking policy' })).toBeVisible();
  await button('Back to customers').click();
  await expect.element(page.getByLabelText('Join with a code')).toBeVisible();
});

test('who is no agent but an administrator is led to it', async () => {
  opened = await openConsole({ policies });
  opened.hub.node.linkChanged({ type: 'barred' });
  await button('Open the masking policy').click();
  await expect.element(page.getByRole('heading', { name: 'Masking policy' })).toBeVisible();
});

test('a change that shows no more is published, with what was typed and why', async () => {
  await openDesk();
  await expect.element(button('Publish')).toBeDisabled();
  await page.getByLabelText('Mask', { exact: true }).fill('.customer-name\n\n  .iban ');
  await page.getByLabelText('Why').fill('Account numbers');
  await button('Publish').click();
  await expect.element(page.getByText(/^Published/)).toBeVisible();
  const [{ document, note } = { document: undefined, note: '' }] = policies.proposed;
  expect(document?.mask).toEqual(['.customer-name', '.iban']);
  expect(document?.rules).toEqual(policies.present.document.rules);
  expect(note).toBe('Account numbers');
});

test('one that may show more says where, and waits for a second person', async () => {
  await openDesk();
  policies.answer = { mistakes: [], showsMore: ['allow: added .rate'] };
  await page.getByLabelText('Show', { exact: true }).fill('.rate');
  await expect.element(page.getByText('allow: added .rate')).toBeVisible();
  await button('Propose').click();
  await expect.element(page.getByText(/waits for a second person/)).toBeVisible();
});

test('mistakes are named before anything is proposed', async () => {
  await openDesk();
  policies.answer = { mistakes: ['mask[0]: p[ is no selector.'], showsMore: [] };
  await page.getByLabelText('Mask', { exact: true }).fill('p[');
  await expect.element(page.getByText('mask[0]: p[ is no selector.')).toBeVisible();
  await expect.element(button('Publish')).toBeDisabled();
  await button('Undo changes').click();
  await expect.element(page.getByLabelText('Mask', { exact: true })).toHaveValue('.customer-name');
});

test('rules and who sees more are rows', async () => {
  await openDesk();
  await button('Add a rule').click();
  await page.getByLabelText('Selector').nth(1).fill('#pin');
  await page.getByLabelText('What').nth(1).selectOptions('Field');
  await page.getByLabelText('Page').nth(1).fill('/transfers/*');
  await button('Remove the rule for .balance').click();
  await button('Publish').click();
  await expect.poll(() => policies.proposed.length).toBe(1);
  expect(policies.proposed[0]!.document.rules).toEqual([
    { select: '#pin', page: '/transfers/*', effect: 'field', rights: ['value'] },
  ]);
});

test('a second person approves or says no, with a reason', async () => {
  policies.waiting = [proposal({}), proposal({ id: 'p2', note: 'Another', mayApprove: false })];
  await openDesk();
  await page.getByRole('tab', { name: 'Proposals, 2 wait' }).click();
  expect(button('Approve and publish').elements()).toHaveLength(1);
  await expect.element(page.getByText('Somebody else has to approve it.')).toBeVisible();
  await page.getByLabelText('Reason for a no').fill('Not yet');
  await button('Reject').click();
  await expect.poll(() => policies.decided).toEqual(['reject p1 Not yet']);
  await page.getByRole('tab', { name: 'Proposals, 2 wait' }).click();
  await button('Approve and publish').click();
  await expect.poll(() => policies.decided).toEqual(['reject p1 Not yet', 'approve p1']);
});

test('every version can be gone back to', async () => {
  await openDesk();
  await page.getByRole('tab', { name: 'History' }).click();
  await button('Go back to it').first().click();
  await expect.poll(() => policies.decided).toEqual(['back to 2']);
});

test('what the node refuses is said in its words', async () => {
  await openDesk();
  policies.propose = async () => {
    throw new Error('Another version has been published meanwhile.');
  };
  await page.getByLabelText('Mask', { exact: true }).fill('.a');
  await button('Publish').click();
  await expect.element(page.getByText('Another version has been published meanwhile.')).toBeVisible();
});

test('a false row is said at once', async () => {
  policies.present = { ...policies.present, trusted: false };
  await openDesk();
  await expect.element(page.getByText('A stored version is not what was signed')).toBeVisible();
});

test.each(['light', 'dark'])('the %s desk meets WCAG 2.1 AA', async (scheme) => {
  localStorage.setItem('cobrowse-console-scheme', scheme);
  policies.waiting = [proposal({})];
  policies.answer = { mistakes: ['x'], showsMore: ['allow: added .rate'] };
  await openDesk();
  await page.getByLabelText('Show', { exact: true }).fill('.rate');
  await expect.element(page.getByText('allow: added .rate')).toBeVisible();
  for (const tab of ['Policy', 'Proposals, 1 waits', 'History']) {
    await page.getByRole('tab', { name: tab }).click();
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    });
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`)),
    ).toEqual([]);
  }
});
