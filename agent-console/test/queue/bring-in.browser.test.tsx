import type { QueueEntry } from '@cobrowse/client/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { asked, session, waiting } from '../fixture/sessions.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  localStorage.clear();
});

const kept = (Cause: 'Link' | 'Invitation' | 'Return', Yours: boolean): QueueEntry => ({
  ...waiting[1]!,
  SessionId: 'kept',
  Reservation: { AgentName: 'Ana Lopez', Cause, Until: Date.now() + 60_000, Yours },
});

async function inQueue(entries: readonly QueueEntry[] = []) {
  opened = await openConsole();
  opened.hub.answers.GetQueue = () => entries;
  opened.hub.online();
  await expect.element(page.getByText('Connected', { exact: true })).toBeVisible();
  return opened.hub;
}

describe('a link to send', () => {
  test('stands there to be copied, and who opens it is met at once', async () => {
    const hub = await inQueue();
    hub.answers.MakeLink = () => ({
      Refusal: null,
      Address: 'https://bank.example/help#cobrowse=token',
      ExpiresAt: Date.now() + 900_000,
    });
    hub.answerJoin('Claim', asked());
    await page.getByRole('button', { name: 'Copy a link to send' }).click();
    await expect
      .element(page.getByLabelText('The link', { exact: true }))
      .toHaveValue('https://bank.example/help#cobrowse=token');
    await expect.element(page.getByText('For one customer, good for 15 minutes')).toBeVisible();
    hub.node.LinkOpened('AlreadyClaimed');
    await expect.element(page.getByText('a second time. It was refused')).toBeVisible();
    hub.node.QueueChanged([waiting[0]!, kept('Link', true)]);
    await expect.poll(() => hub.calls).toContainEqual({ method: 'Claim', args: ['kept'] });
    await expect.element(page.getByText('amber river').first()).toBeVisible();
  });

  test('is explained where there is none', async () => {
    await inQueue();
    await page.getByRole('button', { name: 'Copy a link to send' }).click();
    await expect.element(page.getByText('has not named a start page')).toBeVisible();
  });
});

describe('an invitation', () => {
  test('goes to exactly one reference, and says what came of it', async () => {
    const hub = await inQueue();
    hub.answers.InviteCustomer = () => ({
      Refusal: null,
      InvitationId: 'i1',
      ExpiresAt: Date.now() + 60_000,
    });
    await page.getByLabelText('Invite a customer who is on the portal').fill(' C-4711 ');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    expect(hub.calls).toContainEqual({ method: 'InviteCustomer', args: ['C-4711'] });
    await expect.element(page.getByText(/They are being asked. \d+ s left/)).toBeVisible();
    hub.node.InvitationAnswered('another', 'Accepted');
    hub.node.InvitationAnswered('i1', 'NotNow');
    await expect.element(page.getByText('They said not now')).toBeVisible();
  });

  test('to who is not there says so', async () => {
    await inQueue();
    await page.getByLabelText('Invite a customer who is on the portal').fill('C-1');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(page.getByText('No customer with exactly this reference')).toBeVisible();
  });
});

describe('a customer who is kept for somebody', () => {
  test('is marked, cannot be claimed by others, and is not next for them', async () => {
    const hub = await inQueue([kept('Return', false), waiting[0]!]);
    await expect.element(page.getByText(/Was with Ana Lopez · theirs for/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Claim: Mortgage/ })).toBeDisabled();
    await expect.element(page.getByRole('heading', { name: 'Transfer was rejected' })).toBeVisible();
    expect(hub.count('Claim')).toBe(0);
  });

  test('who was with this agent before comes first, and is not claimed unasked', async () => {
    const hub = await inQueue([waiting[0]!, kept('Return', true)]);
    await expect.element(page.getByText(/Was with you before/)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: /^Mortgage calculator/ })).toBeVisible();
    expect(hub.count('Claim')).toBe(0);
  });
});

test('the bar says whom the bank vouches for, and who is not signed in', async () => {
  const hub = await inQueue(waiting);
  hub.answerJoin('Claim', { ...asked(), Session: session({ State: 'Consenting' }) });
  await page.getByRole('button', { name: 'Claim: Transfer' }).click();
  await expect.element(page.getByText('Verified by the bank: C-4711')).toBeVisible();
  hub.node.SessionChanged(session({ VerifiedAs: null }));
  await expect.element(page.getByText('Not signed in')).toBeVisible();
});
