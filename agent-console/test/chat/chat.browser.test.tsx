import type { ChatMessage } from '@cobrowse/client/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { joined } from '../fixture/sessions.ts';

let opened: OpenConsole;
let last = 0;

const said = (From: string | null, Text: string, Id = `i${last}`): ChatMessage => ({
  Number: ++last,
  Id,
  From,
  Name: From === null ? '' : From === 'a' ? 'Amira Haddad' : 'Ben',
  Text,
  At: Date.now(),
});
const hear = (...Messages: ChatMessage[]) =>
  opened.hub.node.Chat({ SessionId: 'one', Messages, CustomerHas: 0, AgentsHave: 0 });
const log = () =>
  page
    .getByRole('log')
    .getByRole('listitem')
    .elements()
    .map((each) => each.textContent ?? '');
const field = () => page.getByRole('textbox', { name: 'Message' });
const sends = () => opened.hub.calls.filter(({ method }) => method === 'SendChat').map(({ args }) => args[1]);

beforeEach(async () => {
  last = 0;
  opened = await openConsole({ seat: 'one' });
  opened.hub.answers.GetCannedAnswers = () => ['One moment please', 'Anything else?'];
  opened.hub.answers.SendChat = (id, text) => ({ Refusal: null, Message: said('a', text, id) });
  opened.hub.answerJoin('Rejoin', joined());
  // Handed over before the node has answered that the agent sits there.
  hear(said(null, 'Is anybody there?'), said('a', 'Yes'));
  opened.hub.online();
  await expect.element(page.getByRole('button', { name: 'Chat, 1 unread' })).toBeVisible();
});
afterEach(() => {
  opened.close();
  localStorage.clear();
});

test('a key opens it, reads what is unread, and is remembered; Esc leads back to the stage', async () => {
  await userEvent.keyboard('m');
  await expect.element(field()).toHaveFocus();
  await expect.element(page.getByRole('button', { name: 'Chat', exact: true })).toBeVisible();
  expect(log()[0]).toMatch(/^CustomerIs anybody there\?/);
  expect(opened.hub.sent).toContainEqual({ method: 'ReceiveChat', body: 1 });
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement?.id).toBe('stage');
  expect(localStorage.getItem('cobrowse-console-chat')).toBe('true');
  await userEvent.keyboard('m');
  expect(page.getByRole('log').query()).toBeNull();
  hear(said('b', 'From a colleague'));
  await expect.element(page.getByRole('button', { name: 'Chat, 1 unread' })).toBeVisible();
});

test('Enter sends, and it says how far a message has come', async () => {
  await userEvent.keyboard('mHello{Shift>}{Enter}{/Shift}there{Enter}');
  await expect.poll(() => log().at(-1)).toMatch(/Hello\nthere.*Sent$/s);
  expect(sends()).toEqual(['Hello\nthere']);
  opened.hub.node.Chat({ SessionId: 'one', Messages: [], CustomerHas: last, AgentsHave: 0 });
  await expect.poll(() => log().at(-1)).toMatch(/Delivered$/);
  opened.hub.answers.SendChat = () => ({ Refusal: 'TooManyAttempts', Message: null });
  await userEvent.keyboard('again{Enter}');
  await expect.poll(() => log().at(-1)).toContain('too many at once');
  opened.hub.answers.SendChat = (id, text) => ({ Refusal: null, Message: said('a', text, id) });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => log().at(-1)).toMatch(/again.*Sent$/s);
});

test('a slash looks for an answer of the bank, which is put into the field and not sent', async () => {
  await userEvent.keyboard('m/');
  expect(
    page
      .getByRole('option')
      .elements()
      .map((each) => each.textContent),
  ).toEqual(['One moment please', 'Anything else?']);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field()).toHaveValue('Anything else?');
  expect(sends()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(sends).toEqual(['Anything else?']);
});

test('what the customer writes is text, whatever it is', async () => {
  await userEvent.keyboard('m');
  hear(
    said(null, '<a href="https://evil.example">click</a> https://evil.example'),
    said(null, 'W'.repeat(2000)),
  );
  await expect.poll(() => log().length).toBe(4);
  const panel = page.getByRole('complementary', { name: 'Chat with the customer' }).element();
  expect(panel.querySelector('a, img, iframe')).toBeNull();
  expect(panel.scrollWidth).toBeLessThanOrEqual(panel.clientWidth);
  opened.hub.node.ChatTyping(null);
  await expect.element(page.getByText('Customer is writing …')).toBeVisible();
});
