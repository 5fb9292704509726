import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AdministrationRefused } from '../../src/administration/administration.ts';
import { desk, helped, ownSession, self } from '../fixture/colleagues.ts';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { ScriptedHistory } from '../fixture/scripted-history.ts';
import { asked, joined } from '../fixture/sessions.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

async function home(history = new ScriptedHistory()) {
  opened = await openConsole({ history });
  return opened;
}

describe('own sessions', () => {
  test('are gone on with, and go when the node says so', async () => {
    const { hub } = await home();
    hub.answers.GetDesk = () => desk({ Sessions: [ownSession] });
    hub.online();
    hub.answerJoin('Rejoin', joined());
    await page.getByRole('button', { name: 'Go on: Standing order' }).click();
    expect(hub.calls.filter((call) => call.method === 'Rejoin').map((call) => call.args)).toEqual([
      ['seven'],
    ]);
    await expect.element(page.getByRole('button', { name: 'Leave' })).toBeVisible();
  });
});

describe('a supervisor', () => {
  test('sees who helps whom and watches, others see nothing of it', async () => {
    const { hub } = await home();
    hub.online();
    await expect.element(page.getByRole('heading', { name: 'Colleagues' })).toBeVisible();
    await expect.element(page.getByText('Ben Okafor').first()).toBeVisible();
    expect(hub.count('GetHelpedSessions')).toBe(0);
    hub.answers.GetDesk = () => desk({ Self: { ...self, Role: 'Supervisor' } });
    hub.answers.GetHelpedSessions = () => helped;
    hub.renew();
    hub.answerJoin('Watch', asked());
    await page.getByRole('button', { name: 'Watch Ben Okafor: Card was declined' }).click();
    expect(hub.calls.filter((call) => call.method === 'Watch').map((call) => call.args)).toEqual([['nine']]);
    await expect.element(page.getByText('Waiting for the customer’s consent')).toBeVisible();
  });
});

describe('history', () => {
  test('is searched, and goes on page by page', async () => {
    const history = new ScriptedHistory();
    const { hub } = await home(history);
    hub.online();
    const rows = page.getByRole('row');
    await expect.element(page.getByText('with Ben Okafor')).toBeVisible();
    expect(rows.elements()).toHaveLength(3);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.element(page.getByText('with Eva Lindqvist (watching)')).toBeVisible();
    expect(history.asked.at(-1)).toEqual({ search: '', mine: false, after: '2' });
    await page.getByRole('searchbox', { name: 'Search history' }).fill('standing');
    await expect.element(page.getByText('Transfer was rejected')).not.toBeInTheDocument();
    await expect.element(page.getByText('Ended by the agent')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search history' }).fill('nothing like it');
    await expect.element(page.getByText('Nothing fits this search.')).toBeVisible();
  });

  test('a failure is said, and tried again', async () => {
    const history = new ScriptedHistory();
    const read = history.read;
    history.read = () => Promise.reject(new AdministrationRefused('The server does not answer.', false));
    const { hub } = await home(history);
    hub.online();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The server does not answer.');
    history.read = read;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('with Ben Okafor')).toBeVisible();
  });
});

test('sound and desktop notes are switched in the account menu, and stay switched', async () => {
  const { hub } = await home();
  hub.online();
  await page.getByRole('button', { name: /Signed in as/ }).click();
  const sound = page.getByRole('menuitemcheckbox', { name: 'Sound' });
  await expect.element(sound).toHaveAttribute('aria-checked', 'true');
  await sound.click();
  await expect.element(sound).toHaveAttribute('aria-checked', 'false');
  expect(localStorage.getItem('cobrowse-console-sound')).toBe('false');
  await userEvent.keyboard('{Escape}');
  localStorage.clear();
});
