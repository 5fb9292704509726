import { type Browser, type BrowserContext, chromium as browsers, type Page } from 'playwright-core';
import { chromium } from '../../chromium.mjs';
import { servedShell } from '../replica/served-shell.ts';
import type { Payload } from './arm.ts';
import type { Seen, Shown } from './console-page.ts';
import { allLayers, type Layers, pageScript } from './console-script.ts';
import type { Placement, Recorded } from './customer-page.ts';
import { callers, LoggingProxy } from './logging-proxy.ts';

declare function record(payloads: readonly Payload[], placement: Placement): Promise<(Recorded | null)[]>;
declare function show(some: readonly Shown[], served: boolean): Promise<Seen[]>;

/** What payloads brought about in a console: which of them, and how. */
export interface Harm {
  readonly scripts: ReadonlySet<number>;
  readonly requests: ReadonlySet<number>;
  /** Requests to hosts that are nobody's. */
  readonly strays: readonly string[];
  readonly navigations: readonly string[];
  readonly dialogs: readonly string[];
  readonly seen: readonly Seen[];
}

const size = 25;
// A customer's page cannot be led away or run the payload's scripts: what is captured is its tree.
const customerPolicy = "script-src 'none'; form-action 'none'";

/** A customer's browser and a console in one Chromium, whose only way out is a proxy that writes all down. */
export class PayloadRun {
  readonly #proxy = new LoggingProxy();
  readonly #assets = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
  readonly #scripts = new Map<string, string>();
  #browser!: Browser;

  async start(): Promise<void> {
    const server = await this.#proxy.start();
    this.#proxy.serve('customer.test', ({ pathname }, response) => {
      if (pathname === '/customer.js')
        response.setHeader('Content-Type', 'text/javascript').end(this.#scripts.get('customer'));
      else if (pathname === '/')
        response
          .setHeader('Content-Type', 'text/html')
          .end('<!doctype html><script src=customer.js></script>');
      else if (pathname === '/page')
        response
          .writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': customerPolicy })
          .end('<!doctype html><title>bank</title><body>');
      else response.writeHead(404).end();
    });
    this.#proxy.serve('console.test', ({ pathname }, response) => {
      const asset = this.#assets.get(pathname.replace('/assets/', ''));
      if (asset) response.setHeader('Content-Type', asset.type).end(asset.bytes);
      else if (pathname === '/console.js')
        response.setHeader('Content-Type', 'text/javascript').end(this.#scripts.get('console'));
      else if (pathname === '/')
        response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>console</title><body>');
      else if (pathname.startsWith('/shell/')) {
        const { contentType, headers, body } = servedShell(pathname.slice(7));
        response.writeHead(200, { 'Content-Type': contentType, ...headers }).end(body);
      } else response.writeHead(204).end();
    });
    this.#scripts.set('customer', await pageScript('customer-page.ts'));
    this.#browser = await browsers.launch({
      args: [...chromium.args, '--proxy-bypass-list=<-loopback>'],
      proxy: { server },
      ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
    });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#proxy.stop();
  }

  /** What a customer's browser sends of pages that hold these payloads; one whose page does not last is left out. */
  async record(payloads: readonly Payload[], placement: Placement): Promise<Recorded[]> {
    this.#proxy.pagesStay = true;
    const context = await this.#browser.newContext();
    const page = await context.newPage();
    await page.goto('http://customer.test/');
    const recorded: Recorded[] = [];
    for (let from = 0; from < payloads.length; from += size) {
      const some = payloads.slice(from, from + size);
      for (const one of await page.evaluate(([all, where]) => record(all, where), [some, placement] as const))
        if (one) recorded.push(one);
    }
    await context.close();
    this.#proxy.pagesStay = false;
    for (const [hash, type, bytes] of recorded.flatMap(({ assets }) => assets))
      this.#assets.set(hash, { type, bytes: Buffer.from(bytes, 'base64') });
    return recorded;
  }

  /** Shows all this in a console and tells what came of it. */
  async show(all: readonly Shown[], layers: Layers = allLayers): Promise<Harm> {
    this.#scripts.set('console', await pageScript('console-page.ts', layers));
    this.#proxy.foreign.length = 0;
    const context = await this.#browser.newContext();
    const navigations: string[] = [];
    const dialogs: string[] = [];
    let page = await this.#console(context, layers, navigations, dialogs);
    const seen: Seen[] = [];
    const ran: number[] = [];
    for (let from = 0; from < all.length; from += size) {
      const some = all.slice(from, from + size);
      try {
        seen.push(
          ...(await page.evaluate(([each, served]) => show(each, served), [
            some,
            layers.policy === 'served',
          ] as const)),
        );
        ran.push(...(await page.evaluate(() => (window as unknown as { hits: number[] }).hits.splice(0))));
      } catch {
        // What leads the console itself away ends the evaluation.
        navigations.push('the console is gone');
        page = await this.#console(context, layers, navigations, dialogs);
      }
    }
    await context.close();
    const { requests, strays } = callers(this.#proxy.foreign);
    return { scripts: new Set(ran), requests, strays, navigations, dialogs, seen };
  }

  async #console(
    context: BrowserContext,
    layers: Layers,
    navigations: string[],
    dialogs: string[],
  ): Promise<Page> {
    const page = await context.newPage();
    await page.goto('http://console.test/');
    await page.evaluate(() => {
      const hits: number[] = [];
      Object.assign(window, { hits, ran: (index: number) => void hits.push(index) });
    });
    if (!layers.sandbox)
      await page.evaluate(() => {
        const set = Element.prototype.setAttribute;
        Element.prototype.setAttribute = function (name, value) {
          if (name !== 'sandbox') set.call(this, name, value);
        };
      });
    page.on('framenavigated', (frame) => {
      if (!/^(about:|http:\/\/console\.test\/(shell\/[\w-]+)?$)/.test(frame.url()))
        navigations.push(frame.url());
    });
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('popup', (popup) => {
      navigations.push(`popup ${popup.url()}`);
      void popup.close();
    });
    await page.addScriptTag({ url: 'http://console.test/console.js' });
    return page;
  }
}
