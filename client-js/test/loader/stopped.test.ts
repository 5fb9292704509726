import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { builtSnippet, embedded, openRoots } from './built-snippet.ts';
import type { ScriptedNode } from './scripted-node.ts';
import { snippetOfRun } from './snippet-of-run.ts';

const scene = builtSnippet(openRoots);
let page: Page;
let node: ScriptedNode;
let complaints: string[];
beforeEach(() => {
  ({ page, node, complaints } = scene());
  node.page = (server) => ({ html: embedded(server) });
});

const button = () => page.getByRole('button', { name: 'Get help on this page' });
const heard = () => page.evaluate('window.heard');
const never = '(?!)';

/** What an operator's switch makes of the manifest; nothing: the snippet runs. */
async function switchOff(off?: readonly [pages: string, percent: number]): Promise<void> {
  const manifest = JSON.parse(await manifestOfRun()) as object;
  node.altered.set('manifest.json', JSON.stringify({ ...manifest, off }));
}

async function manifestOfRun(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(`${(await snippetOfRun()).folder}/manifest.json`, 'utf8');
}

async function open(path = ''): Promise<void> {
  await page.goto(node.portalAddress + path);
  await page.waitForFunction('window.CoBrowse?.version');
  await page.evaluate(`window.heard = [];
    CoBrowse.on('unavailable', () => heard.push('unavailable'));
    CoBrowse.on('state', (e) => heard.push(e.state))`);
}

describe('where an operator has stopped the snippet', () => {
  it.each([
    ['everywhere', [never, 100], ''],
    ['on this page', ['^(?:/page/.*)$', 0], 'page/one'],
  ] as const)('%s, nothing shows and nothing is complained of', async (_, off, path) => {
    await switchOff(off);
    await page.goto(node.portalAddress + path, { waitUntil: 'networkidle' });
    expect(node.requests).toEqual(['/snippet/cobrowse.js', '/snippet/manifest.json']);
    expect(await page.locator('[data-cobrowse-ui]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['on other pages', ['^(?:/page/.*)$', 0]],
    ['for none of the customers', [never, 0]],
  ] as const)('%s, it runs here', async (_, off) => {
    await switchOff(off);
    await open();
    await button().waitFor();
  });

  it('for some of the customers, a browser stays on its side', async () => {
    await switchOff([never, 50]);
    await open();
    const share = Number(await page.evaluate(`localStorage['cobrowse.share']`));
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThan(100);
    await page.evaluate(`localStorage['cobrowse.share'] = 50`);
    await open();
    await button().waitFor();
    await page.evaluate(`localStorage['cobrowse.share'] = 49.9`);
    await open();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[data-cobrowse-ui]').count()).toBe(0);
    expect(await page.evaluate(`localStorage['cobrowse.share']`)).toBe('49.9');
  });

  it('after the page was loaded: the button goes when it is pressed, without a word', async () => {
    await open();
    await button().waitFor();
    await switchOff([never, 100]);
    await button().click();
    await expect.poll(heard).toEqual(['unavailable']);
    expect(await page.locator('[data-cobrowse-ui]').count()).toBe(0);
    expect(node.sessions).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('while a session runs: it ends, and all of it leaves the page', async () => {
    // The wait for the next look is cut short; those of the connection are not.
    await page.addInitScript(`{
      const { setTimeout } = window;
      window.setTimeout = (work, time, ...more) => setTimeout(work, time === 40_000 ? 50 : time, ...more);
    }`);
    await open();
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    const asked = () => node.requests.filter((path) => path === '/snippet/manifest.json').length;
    const before = asked();
    await expect.poll(asked).toBeGreaterThan(before + 2);
    expect(node.ends).toEqual([]);
    await switchOff([never, 100]);
    await expect.poll(() => node.ends).toEqual(['CustomerEnded']);
    await expect.poll(() => page.locator('[data-cobrowse-ui]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
