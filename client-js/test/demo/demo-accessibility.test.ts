import axe, { type RunOptions } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium as installed } from '../../chromium.mjs';
import { colours, violations, wcag } from '../accessibility/violations.ts';
import { serveDemoPortal } from './demo-portal.ts';

let browser: Browser;
let portal: Awaited<ReturnType<typeof serveDemoPortal>>;
let page: Page;

beforeAll(async () => {
  const { executablePath, args } = installed;
  browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  portal = await serveDemoPortal();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(portal.origin);
  await signIn(page);
}, 60_000);
afterAll(async () => {
  await browser.close();
  portal.close();
});

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mara Lindqvist' }).click();
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/accounts.html');
}

const open = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${portal.origin}/${name}.html`);
  await page.locator('h1').first().waitFor();
};

async function found(page: Page, options: RunOptions = wcag): Promise<string[]> {
  // The page's own policy admits no script of ours but through the debugger.
  await page.evaluate(axe.source);
  return violations(
    await page.evaluate((options) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      return axe.run(document, options);
    }, options),
  );
}

/** In the other colours nothing differs but colours. */
async function meetsInAllColours(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await found(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await found(page, colours)).toEqual([]);
}

/** What can be seen of the bank, and how one comes there. */
const sights: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  accounts: (page) => open(page, 'accounts'),
  statement: (page) => open(page, 'statement'),
  'statement that finds nothing': async (page) => {
    await open(page, 'statement');
    await page.getByLabel('Search').fill('nothing is called so');
  },
  transfer: (page) => open(page, 'transfer'),
  'transfer with mistakes': async (page) => {
    await open(page, 'transfer');
    await page.getByRole('button', { name: 'Continue to review' }).click();
  },
  'transfer that is refused': async (page) => {
    await open(page, 'transfer');
    await page.getByLabel('Payee').fill('Oskar Neu');
    await page.locator('iban-field').click();
    await page.keyboard.type('de89370400440532013000');
    await page.getByLabel('Amount').fill('1,250.50');
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('Over your daily limit for new payees').waitFor();
  },
  mortgage: (page) => open(page, 'mortgage'),
  'mortgage year by year': async (page) => {
    await open(page, 'mortgage');
    await page.getByRole('link', { name: 'Year by year' }).click();
  },
  messages: (page) => open(page, 'messages'),
  inbox: (page) => page.goto(`${portal.origin}/inbox.html`).then(() => undefined),
  settings: (page) => open(page, 'settings'),
  'card limit': async (page) => {
    await open(page, 'settings');
    await page.getByRole('button', { name: 'Change the limit' }).click();
  },
};

describe('the bank, light and dark, meets WCAG 2.1 AA:', () => {
  test.each(Object.entries(sights))('%s', { timeout: 20_000 }, async (_, see) => {
    await see(page);
    await meetsInAllColours(page);
  });

  test('sign-in', { timeout: 20_000 }, async () => {
    const door = await browser.newPage();
    await door.goto(portal.origin);
    await door.getByRole('button', { name: 'Mara Lindqvist' }).waitFor();
    await meetsInAllColours(door);
    await door.close();
  });
});
