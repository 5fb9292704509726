import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildSnippet } from '../../build.mjs';
import { chromium } from '../../chromium.mjs';
import { readFrameHeader } from '../../src/protocol/index.ts';
import { ScriptedNode } from './scripted-node.ts';

// The built, minified snippet in a real browser: what a portal gets.
let files: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let node: ScriptedNode;
let complaints: string[];

beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'snippet-'));
  await buildSnippet(files);
  const { executablePath, args } = chromium;
  browser = await playwright.launch({ args, ...(executablePath ? { executablePath } : {}) });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(files, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext();
  node = new ScriptedNode(files);
  await node.start(context);
  await context.addInitScript(observePage);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'console',
    (message) => ['warning', 'error'].includes(message.type()) && complaints.push(message.text()),
  );
});

afterEach(async () => {
  await context.close();
  node.stop();
});

/** Opens the closed roots to the test, and counts what the snippet hooks into the page. */
function observePage(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
  const live = new Map<string, number>();
  const keyOf = (target: EventTarget, type: string) =>
    target === window || target === document
      ? `${target === window ? 'window' : 'document'} ${type}`
      : undefined;
  const count = (target: EventTarget, type: string, by: number) => {
    const key = keyOf(target ?? window, type);
    if (key) live.set(key, (live.get(key) ?? 0) + by);
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const known = new WeakMap<object, Set<string>>();
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const seen = listener && (known.get(listener) ?? known.set(listener, new Set()).get(listener)!);
    const capture = typeof options === 'object' ? options?.capture : options;
    const key = `${keyOf(this ?? window, type)} ${!!capture}`;
    if (seen && !seen.has(key)) {
      seen.add(key);
      count(this, type, 1);
    }
    return addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const capture = typeof options === 'object' ? options?.capture : options;
    const key = `${keyOf(this ?? window, type)} ${!!capture}`;
    if (listener && known.get(listener)?.delete(key)) count(this, type, -1);
    return removeEventListener.call(this ?? window, type, listener, options);
  };
  const natives = () =>
    [
      Node,
      Element,
      Document,
      HTMLElement,
      HTMLInputElement,
      CSSStyleSheet,
      CSSStyleDeclaration,
      ShadowRoot,
    ].flatMap((each) =>
      Object.entries(Object.getOwnPropertyDescriptors(each.prototype)).map(
        ([name, d]) => [`${each.name}.${name}`, d.value ?? d.set ?? d.get] as const,
      ),
    );
  const before = new Map(natives());
  Object.assign(window, {
    leftovers: () => ({
      listeners: [...live].filter(([, n]) => n !== 0).map(([key, n]) => `${key} ${n}`),
      patches: natives()
        .filter(([name, value]) => before.get(name) !== value)
        .map(([name]) => name),
    }),
    violations: [] as string[],
  });
  addEventListener.call(document, 'securitypolicyviolation', (event) => {
    (window as never as { violations: string[] }).violations.push(
      (event as SecurityPolicyViolationEvent).violatedDirective,
    );
  });
}

const strict = (server: string) =>
  [
    "default-src 'none'",
    "script-src 'nonce-page' 'strict-dynamic'",
    `connect-src ${server} ws${server.slice(4)}`,
    "style-src 'nonce-page'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const body = '<main><h1>Accounts</h1><p id="p">Text</p><input id="field"></main>';
const embedded = (server: string, attributes = 'data-tenant="demo"') =>
  `<!doctype html><html lang="en"><title>Bank</title>${body}<script nonce="page" async src="${server}/snippet/cobrowse.js" ${attributes}></script>`;
const button = () => page.getByRole('button', { name: 'Get help on this page' });

describe('under a strict CSP with Trusted Types', () => {
  beforeEach(() => {
    node.page = (server) => ({ html: embedded(server), csp: strict(server) });
  });

  it('a whole session goes through, and stop() leaves the page as it was', async () => {
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await button().waitFor();
    await page.evaluate('CoBrowse.stop()');
    const before = await page.evaluate('document.documentElement.outerHTML');
    const untouched = await page.evaluate('leftovers()');
    await page.evaluate((server) => {
      (window as never as { CoBrowse: { init(s: object): void } }).CoBrowse.init({ server, tenant: 'demo' });
    }, node.address);

    await button().click();
    await page.getByText('482 913').or(page.locator('.code')).first().waitFor();
    await expect.poll(() => node.joins).toBe(1);
    expect(node.frames).toHaveLength(0);

    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('Maria Keller sees this page').waitFor();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(readFrameHeader(node.frames[0]!)).toMatchObject({ kind: 'snapshot', keyframe: true });

    await page.evaluate('CoBrowse.stop()');
    await expect.poll(() => node.calls).toContain('End');
    expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
    expect(await page.evaluate('leftovers()')).toEqual(untouched);
    expect(untouched).toMatchObject({ patches: [] });
    expect(await page.evaluate('violations')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('a reload goes on in the same session without a question', async () => {
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const epoch = readFrameHeader(node.frames.at(-1)!)!.epoch;
    await page.reload();
    await page.getByText('Maria Keller sees this page').waitFor();
    await expect
      .poll(() => readFrameHeader(node.frames.at(-1)!)!.epoch !== epoch, { timeout: 10_000 })
      .toBe(true);
    expect(node.sessions).toBe(1);
    expect(node.calls.filter((call) => call === 'AnswerConsent')).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('Pause lets nothing out, Continue begins anew', async () => {
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused. Nobody sees this page').waitFor();
    await expect.poll(() => node.state).toBe('Paused');
    const paused = node.frames.length;
    await page.evaluate(() => document.getElementById('p')!.append(' changed'));
    await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
    expect(node.frames.length).toBe(paused);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(paused);
    expect(readFrameHeader(node.frames[paused]!)).toMatchObject({ kind: 'snapshot', keyframe: true });
  });
});

describe('a page that is still being parsed', () => {
  const script = (server: string) =>
    `<script src="${server}/snippet/cobrowse.js" data-tenant="demo"></script>`;
  const picture = '<style>p{background:url(data:image/png;base64,AAAA)}</style>';
  const plain = (server: string) => ({
    html: `<!doctype html><title>Bank</title>${picture}${script(server)}${body}`,
  });
  const held = (server: string) => ({
    html: `<!doctype html><title>Bank</title>${picture}${script(server)}<script src="/held.js"></script>${body}`,
  });
  const hold = () => {
    let release = () => {};
    node.held = new Promise((go) => {
      release = go;
    });
    node.page = held;
    return release;
  };
  const share = async () => {
    node.page = plain;
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await keyframe(0);
  };
  /** Waits for a whole keyframe behind the first `known` frames. */
  const keyframe = (known: number) =>
    expect
      .poll(() => node.frames.slice(known).some((frame) => readFrameHeader(frame)!.last), { timeout: 10_000 })
      .toBe(true);

  it('connects for a session that runs, and tells of the page once it is there', async () => {
    await share();
    const { length } = node.frames;
    const release = hold();
    node.requests.length = 0;
    await page.goto(node.portalAddress, { waitUntil: 'commit' });
    await expect.poll(() => node.requests).toContain('/hubs/customer/negotiate');
    expect(await page.evaluate('document.readyState')).toBe('loading');
    expect(node.joins).toBe(1);
    expect(await page.evaluate("document.querySelectorAll('[data-cobrowse-ui]').length")).toBe(0);
    release();
    await keyframe(length);
    expect(node.joins).toBe(2);
    expect(node.requests.filter((path) => path.startsWith('/api/tickets'))).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('asks for nothing where there is no session', async () => {
    const release = hold();
    await page.goto(node.portalAddress, { waitUntil: 'commit' });
    // A document that waits for a script has no animation frames to poll in.
    await expect.poll(() => page.evaluate('window.CoBrowse?.version')).toBeTruthy();
    await page.evaluate(() => new Promise((go) => setTimeout(go)));
    expect(node.requests).toEqual(['/snippet/cobrowse.js']);
    release();
    await button().waitFor();
    expect(node.requests).toContain('/snippet/manifest.json');
  });

  it('the next page of a session asks for no asset that the node has, and loads no button', async () => {
    await share();
    await expect.poll(() => node.requests).toContain('/api/assets/missing');
    const { length } = node.frames;
    node.requests.length = 0;
    await page.reload();
    await keyframe(length);
    expect(node.requests.filter((path) => /^\/api\/assets|button/.test(path))).toEqual([]);
  });
});

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
    await context.route('**/snippet/manifest.json', () => undefined);
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
