import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { body, builtSnippet, embedded, openRoots } from './built-snippet.ts';

import type { ScriptedNode } from './scripted-node.ts';

const scene = builtSnippet(openRoots);
let context: BrowserContext;
let page: Page;
let node: ScriptedNode;
let complaints: string[];
beforeEach(() => {
  ({ context, page, node, complaints } = scene());
});

const button = () => page.getByRole('button', { name: 'Get help on this page' });

describe('ways to embed', () => {
  it('init from the queue, before the document is complete', async () => {
    node.page = (server) => ({
      html: `<!doctype html><html lang="de"><title>x</title><script>
        window.CoBrowse = window.CoBrowse || { q: [], init(o){ this.q.push(['init', o]) } };
        CoBrowse.init({ server: '${server}', tenant: 'demo' })</script>
        <script src="${server}/snippet/cobrowse.js"></script>${body}`,
    });
    await page.goto(node.portalAddress);
    await page.getByRole('button', { name: 'Hilfe auf dieser Seite' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('without a button the page starts the session and hears of it', async () => {
    node.page = (server) => ({
      html: embedded(server, 'data-tenant="demo" data-button="false" data-topic="Loan"'),
    });
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await page.waitForFunction('window.CoBrowse?.version');
    await page.evaluate(
      `window.heard = []; CoBrowse.on('state', (e) => { heard.push(e.state + ' ' + (e.code ?? '')); throw new Error('mine') }); CoBrowse.start()`,
    );
    await expect.poll(() => page.evaluate('heard.at(-1)')).toBe('waiting 482913');
  });

  it('twice on a page: the second is ignored with a warning', async () => {
    node.page = (server) => ({
      html: `${embedded(server)}<script src="${server}/snippet/cobrowse.js?2" data-tenant="demo"></script>`,
    });
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await button().waitFor();
    expect(await page.locator('[data-cobrowse-ui]').count()).toBe(1);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain('twice');
  });

  it('wrong settings are a warning that says what to do', async () => {
    node.page = (server) => ({ html: embedded(server, 'data-tenant="" data-language="en"') });
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await expect.poll(() => complaints.join()).toContain('tenant: set the name of your tenant');
  });

  it('an iframe that the page covers offers nothing and starts the session of the page', async () => {
    node.page = (server) => ({
      html: embedded(server).replace('</main>', `</main><iframe src="/page/inner"></iframe>`),
    });
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await button().waitFor();
    const inner = page.frames()[1]!;
    await inner.waitForFunction('window.CoBrowse?.version');
    await inner.evaluate('CoBrowse.start()');
    await expect.poll(() => node.joins).toBe(1);
    expect(await inner.locator('[data-cobrowse-ui]').count()).toBe(0);
    expect(await page.locator('.code').count()).toBe(1);
  });
});

describe('a server that does not answer', () => {
  it('means no button and no delay, and tells those who ask', async () => {
    let loader = '';
    node.page = (server) => {
      loader = server;
      return { html: embedded(server) };
    };
    await context.route('**/snippet/manifest.json*', () => undefined);
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await page.waitForFunction('window.CoBrowse?.version');
    expect(loader).not.toBe('');
    expect(await page.locator('[data-cobrowse-ui]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('or is gone: quiet for the page, an event for who listens', async () => {
    node.page = (server) => ({ html: embedded(server, '') });
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await page.waitForFunction('window.CoBrowse?.version');
    await page.evaluate(`CoBrowse.on('unavailable', () => { window.gone = true });
      CoBrowse.init({ server: 'http://127.0.0.1:9', tenant: 'demo' })`);
    await page.waitForFunction('window.gone');
    expect(await page.locator('[data-cobrowse-ui]').count()).toBe(0);
    // The browser itself notes the failed request; we say nothing.
    expect(complaints.filter((text) => !text.includes('net::'))).toEqual([]);
  });

  it('at start: the card says what to do', async () => {
    node.page = (server) => ({ html: embedded(server) });
    await page.goto(node.portalAddress);
    await button().waitFor();
    await context.route('**/api/customer/sessions', (route) => route.abort());
    await button().click();
    await page.getByText('Check your connection').waitFor();
    await context.unroute('**/api/customer/sessions');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => node.joins).toBe(1);
  });
});
