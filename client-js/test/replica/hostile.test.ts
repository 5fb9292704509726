import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../../chromium.mjs';
import { bundledPage } from './bundled-page.ts';
import { type Payload, payloads } from './hostile-payloads.ts';

declare function feed(payloads: readonly Payload[], assetsUrl: string): Promise<string[]>;

let browser: Browser;
let page: Page;
const called: string[] = [];
let navigations: string[] = [];

beforeAll(async () => {
  const script = await bundledPage('hostile-page.ts');
  browser = await browsers.launch({ args: chromium.args, executablePath: chromium.executablePath! });
  page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const address = route.request().url();
    if (address === 'http://console.test/') {
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>console</title><body>' });
    } else if (address === 'http://console.test/script.js') {
      await route.fulfill({ contentType: 'text/javascript', body: script });
    } else {
      called.push(address);
      await route.abort();
    }
  });
  page.on('framenavigated', (frame) => {
    if (frame.url() !== 'about:blank' && frame.url() !== 'http://console.test/')
      navigations.push(frame.url());
  });
  page.on('popup', (popup) => navigations.push(popup.url()));
  page.on('dialog', (dialog) => {
    navigations.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto('http://console.test/');
  await page.addScriptTag({ url: 'http://console.test/script.js' });
});

afterAll(() => browser?.close());

const size = 60;
const batches = Array.from({ length: Math.ceil(payloads.length / size) }, (_, i) =>
  payloads.slice(i * size, (i + 1) * size),
);

describe(`a replica fed with ${payloads.length} hostile payloads`, () => {
  it.each(batches.map((batch, index) => [index, batch] as const))(
    'runs, loads and navigates nothing in batch %i',
    async (_, batch) => {
      called.length = 0;
      navigations = [];
      const wrong = await page.evaluate(([some, url]) => feed(some, url), [
        batch,
        'http://console.test/assets/',
      ] as const);
      expect(wrong).toEqual([]);
      expect(called).toEqual([]);
      expect(navigations).toEqual([]);
    },
    30_000,
  );
});
