import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { chromium } from '../../chromium.mjs';
import { ScriptedNode } from './scripted-node.ts';
import { snippetOfRun } from './snippet-of-run.ts';

/** The built, minified snippet in a real browser, as a portal gets it, and the node that it talks to. */
export interface SnippetScene {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly node: ScriptedNode;
  /** What the page's console was told of trouble. */
  readonly complaints: string[];
}

/** Prepares a scene for each test of a file; `first` runs in every document before its scripts. */
export function builtSnippet(first: () => void): () => SnippetScene {
  let files: string;
  let browser: Browser;
  let scene: SnippetScene;

  beforeAll(async () => {
    files = (await snippetOfRun()).folder;
    const { executablePath, args } = chromium;
    browser = await playwright.launch({ args, ...(executablePath ? { executablePath } : {}) });
  });

  afterAll(() => browser?.close());

  beforeEach(async () => {
    const context = await browser.newContext();
    const node = new ScriptedNode(files);
    await node.start(context);
    await context.addInitScript(first);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on(
      'console',
      (message) => ['warning', 'error'].includes(message.type()) && complaints.push(message.text()),
    );
    scene = { context, page, node, complaints };
  });

  afterEach(async () => {
    await scene.context.close();
    scene.node.stop();
  });

  return () => scene;
}

/** Opens the closed roots to the test. */
export function openRoots(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
}

/** A policy that lets nothing through but the page's own script and the node. */
export const strict = (server: string) =>
  [
    "default-src 'none'",
    "script-src 'nonce-page' 'strict-dynamic'",
    `connect-src ${server} ws${server.slice(4)}`,
    "style-src 'nonce-page'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

export const body = '<main><h1>Accounts</h1><p id="p">Text</p><input id="field"></main>';
/** A portal's page with the script tag. */
export const embedded = (server: string, attributes = 'data-tenant="demo"') =>
  `<!doctype html><html lang="en"><title>Bank</title>${body}<script nonce="page" async src="${server}/snippet/cobrowse.js" ${attributes}></script>`;
