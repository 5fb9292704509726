import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { readFrameHeader } from '../../../src/protocol/index.ts';
import type { FocusPath } from '../serialize-view.ts';
import { cdnFile } from './portal-files.ts';
import type { Portal } from './portals.ts';
import type { StoredAssets } from './stored-assets.ts';
import { windowSize } from './window-size.ts';

/** The customer's browser window, with a page of a portal and its capture. */
export class CustomerWindow {
  readonly page: Page;
  /** What the page's own scripts threw. */
  readonly errors: string[] = [];
  #frames: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(
    browser: Browser,
    portal: Portal,
    path: string,
    assets: StoredAssets,
  ): Promise<CustomerWindow> {
    const page = await browser.newPage({ viewport: windowSize, colorScheme: portal.colorScheme ?? 'light' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => window.errors.push(error.message));
    const window = new CustomerWindow(page);
    await page.route('**/*', (route) => {
      const address = new URL(route.request().url());
      const file =
        address.origin === 'http://portal.test' ? portal.file(address.pathname) : cdnFile(address.href);
      const headers = { 'access-control-allow-origin': '*' };
      if (file) return route.fulfill({ contentType: file.type, body: file.body, headers });
      return address.origin === 'http://portal.test' ? route.fulfill({ status: 404 }) : route.abort();
    });
    await page.exposeFunction('sendFrame', (frame: string) => {
      window.#frames.push(frame);
    });
    await page.exposeFunction('missingAssets', (hashes: string[]) =>
      hashes.filter((hash) => !assets.has(hash)),
    );
    await page.exposeFunction('putAsset', (hash: string, type: string, bytes: string) => {
      assets.set(hash, { type, body: Buffer.from(bytes, 'base64') });
    });
    await page.goto(`http://portal.test/${path}`, { waitUntil: 'load' });
    await window.rest();
    return window;
  }

  /** Begins to capture; `script` is the customer's page of this folder. */
  async start(script: string): Promise<void> {
    await this.page.addScriptTag({ content: script });
    await this.page.evaluate(() => window.customer.start());
  }

  /** The frames since the last time, of all that has happened. */
  async frames(): Promise<string[]> {
    await this.page.evaluate(() => window.customer.flush());
    return this.#frames.splice(0);
  }

  /** What an agent gets who joins now. */
  async keyframe(): Promise<string[]> {
    await this.page.evaluate(() => window.customer.keyframe());
    const frames = this.#frames.splice(0);
    return frames.slice(
      frames.findLastIndex((frame) => readFrameHeader(Buffer.from(frame, 'base64'))?.keyframe),
    );
  }

  text(): Promise<{ text: string; focus: FocusPath }> {
    return this.page.evaluate(() => window.customer.text());
  }

  async picture(): Promise<PNG> {
    return PNG.sync.read(await this.page.screenshot({ animations: 'disabled' }));
  }

  /** Waits until the page has come to rest: charts draw themselves for a second, numbers count up. */
  async rest(): Promise<void> {
    await this.page.waitForFunction(stillPictures);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

function stillPictures(): boolean {
  const watched = window as unknown as { last?: string; still?: number };
  const roots = (root: ParentNode): ParentNode[] => [
    root,
    ...Array.from(root.querySelectorAll('*')).flatMap((each) =>
      each.shadowRoot ? roots(each.shadowRoot) : [],
    ),
  ];
  const canvases = roots(document).flatMap((root) => [...root.querySelectorAll('canvas')]);
  const drawn = canvases.map((canvas) => canvas.toDataURL().length).join();
  const now = `${drawn} ${document.documentElement.outerHTML}`;
  const moving = document
    .getAnimations()
    .some((each) => each.playState === 'running' && each.effect?.getTiming().iterations !== Infinity);
  watched.still = now === watched.last && !moving ? (watched.still ?? 0) + 1 : 0;
  watched.last = now;
  if (watched.still <= (canvases.length > 0 ? 30 : 5)) return false;
  watched.still = 0;
  return true;
}
