import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { body, builtSnippet, openRoots, strict } from './built-snippet.ts';
import type { ScriptedNode } from './scripted-node.ts';
import { snippetOfRun } from './snippet-of-run.ts';

interface Manifest {
  readonly session: string;
  readonly button: string;
  readonly pinned: { readonly loader: string; readonly integrity: string };
}

const scene = builtSnippet(openRoots);
let page: Page;
let node: ScriptedNode;
let complaints: string[];
let manifest: Manifest;
beforeEach(async () => {
  ({ page, node, complaints } = scene());
  const { folder } = await snippetOfRun();
  manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  node.page = (server) => ({
    html: `<!doctype html><html lang="en"><title>Bank</title>${body}<script nonce="page">window.heard = [];
      window.CoBrowse = { q: [['on', 'unavailable', () => heard.push('unavailable')]] }</script>
      <script nonce="page" async crossorigin
      src="${server}/snippet/${manifest.pinned.loader}" integrity="${manifest.pinned.integrity}" data-tenant="demo"></script>`,
    csp: strict(server),
  });
});

const button = () => page.getByRole('button', { name: 'Get help on this page' });

const altered = async (file: string) => {
  const { folder } = await snippetOfRun();
  return `window.foreign = true;${await readFile(join(folder, file), 'utf8')}`;
};

describe('a loader whose tag has its hash', () => {
  it('runs a session under a strict policy, with modules of its own build only', async () => {
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).waitFor();
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("link").length')).toBe(0);
    // The button alone fetches none of what a session takes.
    const before = node.requests.slice(0, node.requests.indexOf('/api/customer/sessions'));
    expect(node.requests.filter((path) => path.includes(manifest.session))).toHaveLength(1);
    expect(before.indexOf(`/snippet/${manifest.button}`)).toBeLessThan(
      before.indexOf(`/snippet/${manifest.session}`),
    );
  });

  it.each(['button', 'session'] as const)('runs no other bytes under the name of the %s', async (entry) => {
    node.altered.set(manifest[entry], await altered(manifest[entry]));
    await page.goto(node.portalAddress);
    await page.waitForFunction('window.CoBrowse?.version');
    if (entry === 'session') await button().click();
    await expect.poll(() => page.evaluate('heard.length')).toBe(1);
    expect(await page.evaluate('window.foreign')).toBeUndefined();
    expect(await page.locator('h1').textContent()).toBe('Accounts');
    expect(node.joins).toBe(0);
  });

  it('is not run by the browser where it is another itself', async () => {
    node.altered.set(manifest.pinned.loader, await altered(manifest.pinned.loader));
    await page.goto(node.portalAddress);
    await expect.poll(() => complaints.join()).toContain('integrity');
    expect(await page.evaluate('window.foreign')).toBeUndefined();
    expect(await page.evaluate('window.CoBrowse.version')).toBeUndefined();
  });
});
