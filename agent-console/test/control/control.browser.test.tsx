import type { ActionKind } from '@cobrowse/client/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { decodeAction } from '../../../client-js/src/protocol/action.ts';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { controlled, joined } from '../fixture/sessions.ts';

let opened: OpenConsole;

beforeEach(async () => {
  Element.prototype.setPointerCapture = () => undefined;
  opened = await openConsole({ seat: 'one' });
  opened.hub.answerJoin('Rejoin', joined());
  opened.hub.online();
  await expect.poll(() => opened.replicas.length).toBe(1);
  opened.hub.node.f(new Uint8Array(16));
  await expect.element(button('Control')).toBeEnabled();
});
afterEach(() => {
  opened.close();
  localStorage.clear();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const layer = () => page.getByRole('application');
const called = (name: string) => opened.hub.calls.filter(({ method }) => method === name);
const acted = () =>
  called('Act').map(
    ({ args: [, kind, body] }) => decodeAction(kind as ActionKind, body as Uint8Array)?.action,
  );
const hold = () => opened.hub.node.SessionChanged(controlled('Held'));

test('K asks, the strip says so, and a no is told with a way to ask again', async () => {
  await userEvent.keyboard('k');
  expect(called('AskControl')).toHaveLength(1);
  opened.hub.node.SessionChanged(controlled('Asked'));
  await expect.element(page.getByText('Asking the customer to let you click and type')).toBeVisible();
  opened.hub.node.SessionChanged(controlled('None'));
  opened.hub.node.ControlDecided('Denied');
  await expect
    .element(page.getByText('The customer said no to control. You still see the page.'))
    .toBeVisible();
  await button('Ask again (K)').click();
  await expect.poll(() => called('AskControl')).toHaveLength(2);
});

test('a colleague’s control is theirs alone', async () => {
  const other = controlled('None');
  const [customer, self] = other.Participants;
  opened.hub.node.SessionChanged({
    ...other,
    Participants: [customer!, self!, { ...self!, ParticipantId: 'b', Name: 'Ben', Control: 'Held' }],
  });
  await expect.element(button('Control')).toBeDisabled();
  await userEvent.keyboard('k');
  expect(called('AskControl')).toHaveLength(0);
  expect(layer().query()).toBeNull();
});

test('keys and presses go to the customer’s page and nowhere else, until Ctrl and the full stop', async () => {
  hold();
  await expect.element(layer()).toHaveFocus();
  await userEvent.keyboard('ez{Enter}{Tab}');
  const box = layer().element().getBoundingClientRect();
  const at = { bubbles: true, pointerId: 1, button: 0, clientX: box.left + 40, clientY: box.top + 30 };
  layer().element().dispatchEvent(new PointerEvent('pointerdown', at));
  layer().element().dispatchEvent(new PointerEvent('pointerup', at));
  await expect.poll(acted).toMatchObject([
    { type: 'Type', text: 'ez' },
    { type: 'Keys', keys: [{ key: 'Enter' }, { key: 'Tab' }] },
    { type: 'Click', at: { node: 7 } },
  ]);
  // `e` would have asked whether to end, `z` zoomed.
  expect(page.getByRole('dialog').query()).toBeNull();
  await userEvent.keyboard('{Control>}.{/Control}');
  await expect.poll(() => called('ReleaseControl')).toHaveLength(1);
  expect(acted()).toHaveLength(3);
});

test('the customer’s page goes back, and to an address of the bank’s', async () => {
  hold();
  await button('Back on the customer’s page').click();
  await button('Open another page of the bank').click();
  await page.getByRole('textbox', { name: 'Address' }).fill('/accounts');
  await button('Open').click();
  await expect.poll(acted).toMatchObject([{ type: 'Back' }, { type: 'Navigate', address: '/accounts' }]);
});

test('a refusal is said with its reason, and so is that the customer is busy', async () => {
  hold();
  await expect.element(layer()).toHaveFocus();
  await userEvent.keyboard('a');
  await expect.poll(() => called('Act')).toHaveLength(1);
  opened.hub.node.Acted(called('Act')[0]!.args[0] as number, 'Masked');
  await expect.element(page.getByText(/^Typing refused\. It is hidden from you/)).toBeVisible();
  opened.hub.node.SessionChanged(controlled('Yielded'));
  await expect.element(page.getByText('The customer is using their page')).toBeVisible();
  opened.hub.node.SessionChanged(controlled('None'));
  opened.hub.node.ControlEnded('Revoked');
  await expect.element(page.getByText('The customer has taken control back.')).toBeVisible();
  expect(layer().query()).toBeNull();
});
