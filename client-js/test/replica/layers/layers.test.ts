import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../../../chromium.mjs';
import { type Payload, payloads, singular } from '../hostile-payloads.ts';
import { servedPolicy, servedShell } from '../served-shell.ts';

declare function strike(payloads: readonly Payload[], builder: boolean, served: boolean): Promise<number>;

interface Layers {
  readonly builder?: true;
  readonly sandbox?: true;
  readonly policy?: 'written' | 'served';
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Each payload has a replica of its own here: of the combinations a sample.
const scripts = payloads.filter(({ html }, i) => html !== undefined && (i < singular || i % 151 === 0));
const size = 50;
const batches = Array.from({ length: Math.ceil(scripts.length / size) }, (_, i) =>
  scripts.slice(i * size, (i + 1) * size),
);

let browser: Browser;

beforeAll(async () => {
  browser = await browsers.launch({ args: chromium.args, executablePath: chromium.executablePath! });
});
afterAll(() => browser?.close());

/** The replica as it ships, but for what is taken away. */
async function bundle({ policy }: Layers): Promise<string> {
  const without: Plugin = {
    name: 'without',
    setup({ onResolve }) {
      onResolve({ filter: /inert-events\.ts$/ }, () => ({ path: here('no-inert-events.ts') }));
      if (!policy)
        onResolve({ filter: /stage\/shell\.ts$|^\.\/shell\.ts$/ }, () => ({ path: here('bare-shell.ts') }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [here('strike-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    plugins: [without],
  });
  return outputFiles[0]!.text;
}

async function openPage(layers: Layers): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const script = await bundle(layers);
  await context.route('**/*', async (route) => {
    const { host, pathname } = new URL(route.request().url());
    if (host !== 'console.test') await route.fulfill({ status: 204 });
    else if (pathname === '/')
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
    else if (pathname === '/script.js') await route.fulfill({ contentType: 'text/javascript', body: script });
    else if (pathname.startsWith('/shell/')) await route.fulfill(servedShell(pathname.slice(7)));
    // Nothing navigates to an answer without content, so the page stays where it is.
    else await route.fulfill({ status: 204 });
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  context.on('page', (popup) => void popup.close());
  await page.goto('http://console.test/');
  if (!layers.sandbox)
    await page.evaluate(() => {
      const set = Element.prototype.setAttribute;
      Element.prototype.setAttribute = function (name, value) {
        if (name !== 'sandbox') set.call(this, name, value);
      };
    });
  await page.addScriptTag({ url: 'http://console.test/script.js' });
  return page;
}

/** How often scripts of hostile pages ran where only these layers stand. */
async function scriptsThatRan(layers: Layers): Promise<number> {
  const page = await openPage(layers);
  let ran = 0;
  for (const batch of batches)
    ran += await page.evaluate(([some, builder, served]) => strike(some, builder, served), [
      batch,
      layers.builder === true,
      layers.policy === 'served',
    ] as const);
  await page.context().close();
  return ran;
}

describe(`each layer alone against ${scripts.length} hostile pages`, { timeout: 120_000 }, () => {
  it('lets no script run by the builder', async () => {
    expect(await scriptsThatRan({ builder: true })).toBe(0);
  });

  it('lets no script run by the sandbox', async () => {
    expect(await scriptsThatRan({ sandbox: true })).toBe(0);
  });

  it('lets no script run by the policy that is written in place', async () => {
    expect(await scriptsThatRan({ policy: 'written' })).toBe(0);
  });

  it('lets no script run by the policy of a served shell', async () => {
    expect(servedPolicy).toMatch(/^default-src 'none'; /);
    expect(await scriptsThatRan({ policy: 'served' })).toBe(0);
  });

  it('sees scripts run where all three are taken away', async () => {
    expect(await scriptsThatRan({})).toBeGreaterThan(scripts.length / 5);
  });
});
