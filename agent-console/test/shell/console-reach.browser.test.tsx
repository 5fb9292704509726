import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { joined, waiting } from '../fixture/sessions.ts';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  localStorage.clear();
  document.documentElement.removeAttribute('data-mantine-color-scheme');
});

async function inQueue() {
  opened = await openConsole();
  opened.hub.answers.GetQueue = () => waiting;
  opened.hub.online();
  await expect.element(page.getByText('Next in line')).toBeVisible();
  return opened;
}

describe('keyboard', () => {
  test('Tab goes from the skip link through the code to the queue', async () => {
    await inQueue();
    await userEvent.tab();
    await expect.element(page.getByRole('link', { name: 'Skip to the stage' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Hide the queue' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('textbox', { name: 'Join with a code' })).toHaveFocus();
    // The code's button, a link to send, and whom to invite.
    for (let stop = 0; stop < 4; stop++) await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Claim: Transfer was rejected' })).toHaveFocus();
  });

  test('? shows every shortcut, and they can be turned off', async () => {
    const { hub } = await inQueue();
    await userEvent.keyboard('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect.element(help.getByText('Claim the customer who waits longest')).toBeVisible();
    await help.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(help).not.toBeInTheDocument();
    await userEvent.keyboard('c');
    await userEvent.keyboard('?');
    await expect.element(help).toBeVisible();
    expect(hub.count('Claim')).toBe(0);
  });

  test('a key typed into the code is no shortcut', async () => {
    const { hub } = await inQueue();
    await page.getByRole('textbox', { name: 'Join with a code' }).click();
    await userEvent.keyboard('c1');
    await expect.element(page.getByRole('textbox', { name: 'Join with a code' })).toHaveValue('1');
    expect(hub.count('Claim')).toBe(0);
  });

  test('B folds the rail, which still says how many wait', async () => {
    await inQueue();
    await userEvent.keyboard('b');
    const back = page.getByRole('button', { name: 'Show the queue, 3 waiting' });
    await expect.element(back).toBeVisible();
    await back.click();
    await expect.element(page.getByRole('heading', { name: 'Waiting' })).toBeVisible();
  });

  test('Tab does not wander into the customer’s page', async () => {
    opened = await openConsole({ seat: 'one' });
    opened.hub.answerJoin('Rejoin', joined());
    opened.hub.online();
    await expect.poll(() => opened?.replicas.length).toBe(1);
    opened.hub.node.f(new Uint8Array(16));
    await expect.element(page.getByTitle('The customer’s page')).toHaveAttribute('tabindex', '-1');
  });
});

describe('signing in and out', () => {
  test('the signed-out console offers one way on', async () => {
    opened = await openConsole({ signIn: { type: 'signed-out', because: 'new' } });
    await expect.element(page.getByRole('button', { name: 'Sign in' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(opened.signIn.asked).toEqual(['begin']);
  });

  test('signing out closes the connection and says so', async () => {
    const { hub, signIn } = await inQueue();
    await page.getByRole('button', { name: /Signed in as Amira Haddad/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect.element(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
    expect(signIn.asked).toEqual(['sign-out']);
    expect(() => hub.node).toThrow('not connected');
  });

  test('a spent sign-in asks to sign in again instead of trying for ever', async () => {
    const { hub } = await inQueue();
    hub.node.linkChanged({ type: 'expired' });
    await expect.element(page.getByRole('heading', { name: 'Your sign-in has expired' })).toBeVisible();
  });
});

describe('appearance', () => {
  test('dark mode is chosen from the account menu and remembered', async () => {
    await inQueue();
    await page.getByRole('button', { name: /Signed in as/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(localStorage.getItem('cobrowse-console-scheme')).toBe('dark');
  });

  test('no component writes a style element: a strict policy would refuse it', async () => {
    const before = new Set(document.querySelectorAll('style'));
    await inQueue();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    const added = [...document.querySelectorAll('style')].filter(
      (style) => !before.has(style) && !style.hasAttribute('data-vite-dev-id'),
    );
    expect(added.map((style) => style.textContent)).toEqual([]);
  });

  test('on a phone the queue stands above the stage', async () => {
    await page.viewport(420, 800);
    try {
      await inQueue();
      const rail = page.getByRole('complementary', { name: 'Queue' }).element().getBoundingClientRect();
      const stage = page.getByRole('main').element().getBoundingClientRect();
      expect(rail.width).toBe(420);
      expect(stage.top).toBeGreaterThanOrEqual(rail.bottom);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(420);
    } finally {
      await page.viewport(1280, 800);
    }
  });
});
