import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromium as installed } from '../../chromium.mjs';
import { serveDemoPortal } from './demo-portal.ts';

let browser: Browser;
let portal: Awaited<ReturnType<typeof serveDemoPortal>>;
let page: Page;
const complaints: string[] = [];

// One customer, signed in once, walks through all tests: who is signed in belongs to the browser.
beforeAll(async () => {
  const { executablePath, args } = installed;
  browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  portal = await serveDemoPortal();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(portal.origin);
  await page.getByRole('button', { name: 'Mara Lindqvist' }).click();
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/accounts.html');
}, 60_000);
afterAll(async () => {
  await browser.close();
  portal.close();
});

// The policy's violations are among the complaints.
afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

describe('the bank under a strict policy, on a narrow screen', { timeout: 30_000 }, () => {
  test.each(['accounts', 'statement', 'transfer', 'mortgage', 'messages', 'settings'])(
    '%s fits',
    async (name) => {
      await page.goto(`${portal.origin}/${name}.html`);
      await page.locator('h1').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    },
  );

  test('the statement lists hundreds of bookings and filters them', async () => {
    await page.goto(`${portal.origin}/statement.html`);
    expect(await page.locator('#rows tr').count()).toBeGreaterThan(300);
    await page.getByLabel('Search').fill('salary');
    expect(await page.locator('#rows tr').count()).toBe(14);
    expect(
      await page.locator('#chart').evaluate((canvas: HTMLCanvasElement) => canvas.width),
    ).toBeGreaterThan(0);
  });

  test('a transfer to a new payee is refused, and the refusal reported', async () => {
    await page.goto(`${portal.origin}/transfer.html`);
    await page.getByLabel('Payee').fill('Oskar Neu');
    await page.locator('iban-field').click();
    await page.keyboard.type('de89370400440532013000');
    await page.getByLabel('Amount').fill('1,250.50');
    await page.getByRole('button', { name: 'Continue to review' }).click();
    expect(await page.locator('#review-lines').textContent()).toContain('DE89 3704 0044 0532 0130 00');
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('Over your daily limit for new payees').waitFor();
    expect(
      await page.evaluate(
        () => (globalThis as unknown as { CoBrowse: { reports: unknown } }).CoBrowse.reports,
      ),
    ).toEqual([{ name: 'transfer-refused', details: { reason: 'daily-limit' } }]);
  });

  test('a transfer to a known payee goes through', async () => {
    await page.goto(`${portal.origin}/transfer.html`);
    await page.getByRole('button', { name: 'Tom Lindqvist' }).click();
    await page.getByLabel('Amount').fill('20');
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('20.00 EUR to Tom Lindqvist.').waitFor();
  });

  test('a wrong IBAN is said at its field', async () => {
    await page.goto(`${portal.origin}/transfer.html`);
    await page.locator('iban-field').click();
    await page.keyboard.type('DE89370400440532013001');
    await page.getByRole('button', { name: 'Continue to review' }).click();
    await page.getByText('has a digit wrong').waitFor();
  });

  test('the calculator changes its view and terms in the address, and goes back', async () => {
    await page.goto(`${portal.origin}/mortgage.html`);
    const marker = await page.evaluate(() => (document.body.dataset.visit = 'one'));
    await page.locator('#years').fill('30');
    await page.getByRole('link', { name: 'Year by year' }).click();
    expect(new URL(page.url()).searchParams.get('years')).toBe('30');
    expect(await page.locator('#view tbody tr').count()).toBe(30);
    await page.goBack();
    await page.locator('.donut').waitFor();
    expect(await page.evaluate(() => document.body.dataset.visit)).toBe(marker);
    await page.reload();
    expect(await page.locator('#years').inputValue()).toBe('30');
  });

  test('the inbox stands in an iframe and takes an answer', async () => {
    await page.goto(`${portal.origin}/messages.html`);
    const inbox = page.frameLocator('iframe');
    await inbox.getByLabel('Your answer').fill('Thursday is fine');
    await inbox.getByRole('button', { name: 'Send answer' }).click();
    await inbox.locator('.own', { hasText: 'Thursday is fine' }).waitFor();
  });

  test('settings and the card limit stay', async () => {
    await page.goto(`${portal.origin}/settings.html`);
    await page.getByLabel('my card is used abroad').check();
    await page.getByRole('button', { name: 'Change the limit' }).click();
    await page.getByLabel('Up to').fill('700');
    await page.getByRole('button', { name: 'Set limit' }).click();
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('Saved').waitFor();
    await page.reload();
    expect(await page.getByLabel('my card is used abroad').isChecked()).toBe(true);
    expect(await page.locator('#card-limit').textContent()).toBe('700 EUR');
  });

  test('without a customer every page leads to the door', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/index.html');
    await page.goto(`${portal.origin}/accounts.html`);
    await page.waitForURL('**/index.html');
    expect(complaints.splice(0)).toEqual(['Nobody is signed in.']);
  });
});
