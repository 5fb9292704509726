import type { Proposal } from '@cobrowse/client/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { joined } from '../fixture/sessions.ts';

let opened: OpenConsole;

beforeEach(async () => {
  opened = await openConsole({ seat: 'one' });
  opened.hub.answerJoin('Rejoin', joined());
  opened.hub.online();
  await expect.poll(() => opened.replicas.length).toBe(1);
  opened.hub.node.f(new Uint8Array(16));
  await expect.element(page.getByRole('button', { name: 'Propose a value' })).toBeEnabled();
});
afterEach(() => {
  opened.close();
  localStorage.clear();
});

const list = () => page.getByRole('region', { name: 'Proposed values' });
const proposed = () =>
  opened.hub.calls.filter(({ method }) => method === 'Propose').map(({ args }) => args[0] as Proposal);
async function propose(value: string): Promise<Proposal> {
  await userEvent.keyboard('v');
  await page.getByLabelText('Field', { exact: true }).selectOptions('7');
  await expect.element(page.getByLabelText('Value', { exact: true })).toHaveFocus();
  const before = proposed().length;
  await userEvent.keyboard(`${value}{Enter}`);
  await expect.poll(() => proposed().length).toBe(before + 1);
  await expect.element(page.getByLabelText('Field', { exact: true })).toHaveFocus();
  return proposed().at(-1)!;
}

test('by key, from the list of fields: the customer is asked, and the agent told what became of it', async () => {
  const { Id, ...rest } = await propose('DE00');
  expect(rest).toEqual({ Epoch: 5, Node: 7, Kind: 'Text', Value: 'DE00' });
  await expect.element(list()).toHaveTextContent('Waiting for the customer');
  opened.hub.node.ProposalClosed(Id, 'Accepted', null);
  await expect.element(list()).toHaveTextContent('Accepted');
  const other = await propose('two');
  opened.hub.node.ProposalClosed(other.Id, 'NotPossible', 'NotGranted');
  await expect.element(list()).toHaveTextContent('policy does not allow it');
});

test('a click on a field chooses it, and Escape goes back to the stage', async () => {
  await userEvent.keyboard('v');
  const stage = page.getByRole('img', { name: /^The customer’s page/ }).element();
  const { left, top, width, height } = stage.getBoundingClientRect();
  const down = { bubbles: true, button: 0, clientX: left + width / 2, clientY: top + height / 2 };
  stage.dispatchEvent(new PointerEvent('pointerdown', down));
  await expect.element(page.getByLabelText('Value', { exact: true })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(list().query()).toBeNull();
  expect(document.activeElement?.id).toBe('stage');
});

test('what is taken back, refused or cut off says so', async () => {
  await propose('one');
  await list()
    .getByRole('button', { name: /^Take back/ })
    .click();
  await expect.element(list()).toHaveTextContent('Taken back');
  expect(opened.hub.count('TakeBack')).toBe(1);
  await list()
    .getByRole('button', { name: /^Remove from the list/ })
    .click();
  opened.hub.answers.Propose = () => ({ Refusal: 'TooManyAttempts' });
  await propose('two');
  await expect.element(list()).toHaveTextContent('too many values wait');
  opened.hub.answers.Propose = () => ({ Refusal: null });
  await propose('three');
  opened.hub.node.linkChanged({ type: 'reconnecting', since: Date.now() });
  await expect.element(list()).toHaveTextContent('no longer shared');
});
