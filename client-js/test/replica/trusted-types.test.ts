import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../../chromium.mjs';
import { bundledPage } from './bundled-page.ts';
import { servedShell } from './served-shell.ts';

declare function tour(served: boolean): Promise<string[]>;

const policy =
  "default-src 'none'; script-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

let browser: Browser;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  const script = await bundledPage('trusted-types-page.ts');
  browser = await browsers.launch({ args: chromium.args, executablePath: chromium.executablePath! });
  page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/script.js') await route.fulfill({ contentType: 'text/javascript', body: script });
    else if (pathname.startsWith('/shell/')) await route.fulfill(servedShell(pathname.slice(7)));
    else {
      const body = '<!doctype html><title>console</title><body><script src="/script.js"></script>';
      const headers = { 'Content-Security-Policy': policy };
      await route.fulfill({ contentType: 'text/html', headers, body });
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await page.goto('http://console.test/');
});

afterAll(() => browser?.close());

describe('a console under Trusted Types that knows no policy', () => {
  it('shows pages of every mode in served shells, without one violation', async () => {
    const shown = await page.evaluate(() => tour(true));
    expect(shown).toEqual(
      ['no-quirks', 'limited-quirks', 'quirks'].map((mode) => `${mode} rgb(1, 2, 3) inside`),
    );
    expect(violations).toEqual([]);
  });

  it('would be told of markup that is written in place', async () => {
    await page.evaluate(() => tour(false)).catch(() => undefined);
    expect(violations.join()).toContain('TrustedHTML');
  });
});
