import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import pixelmatch from 'pixelmatch';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { chromium } from '../../../chromium.mjs';
import { cdnFile } from './portal-files.ts';
import type { Portal } from './portals.ts';

const size = { width: 1200, height: 1400 };

export interface PageDifference {
  readonly lost: readonly string[];
  /** Share of pixels that differ. */
  readonly share: number;
  /** Addresses that the agent's browser asked for beyond our assets. */
  readonly foreign: readonly string[];
}

/** Opens real pages in one browser window, their replicas in another, and compares the pictures. */
export class RealPageRunner {
  #browser: Browser | undefined;
  #agent: Page | undefined;
  #customerScript = '';
  readonly #assets = new Map<string, { type: string; body: Buffer }>();
  #foreign: string[] = [];
  readonly #pictures = process.env['COBROWSE_PICTURES'];

  async start(): Promise<void> {
    const [customer, agent] = await Promise.all([bundle('customer-page.ts'), bundle('agent-page.ts')]);
    this.#customerScript = customer;
    this.#browser = await browsers.launch({
      args: chromium.args,
      ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
    });
    // Emulation would hold in the replica too, whatever its iframe says.
    this.#agent = await this.#browser.newPage({ viewport: size, colorScheme: null });
    await this.#agent.route('**/*', (route) => {
      const { pathname, origin } = new URL(route.request().url());
      const asset = this.#assets.get(pathname.replace('/assets/', ''));
      if (origin === 'http://console.test' && asset) {
        return route.fulfill({ contentType: asset.type, body: asset.body });
      }
      if (pathname === '/agent.js') return route.fulfill({ contentType: 'text/javascript', body: agent });
      if (pathname === '/') {
        const body = `<!doctype html><style>body{margin:0}</style><div id=replica></div><script src=/agent.js></script>`;
        return route.fulfill({ contentType: 'text/html', body });
      }
      this.#foreign.push(route.request().url());
      return route.abort();
    });
    await this.#agent.goto('http://console.test/');
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }

  /** Compares the page as it opens, and again when the customer has scrolled to its end. */
  async compare(portal: Portal, path: string): Promise<PageDifference> {
    const frames: string[] = [];
    this.#foreign = [];
    const customer = await this.#open(portal, path, frames);
    try {
      await customer.addScriptTag({ content: this.#customerScript });
      await customer.evaluate(() => window.customer.start());
      await this.#agent!.evaluate(() => window.agent.start());
      const opened = await this.#look(customer, frames, `${portal.name}-${path}`);
      await customer.evaluate(() =>
        window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }),
      );
      await customer.waitForFunction(stillPictures);
      await customer.evaluate(() => window.customer.flush());
      const scrolled = await this.#look(customer, frames, `${portal.name}-${path}-end`);
      return {
        lost: scrolled.lost,
        share: Math.max(opened.share, scrolled.share),
        foreign: this.#foreign,
      };
    } finally {
      await customer.close();
    }
  }

  async #look(customer: Page, frames: string[], name: string): Promise<{ lost: string[]; share: number }> {
    const lost = await this.#agent!.evaluate((all) => window.agent.show(all), frames.splice(0));
    const [source, replica] = [await picture(customer), await picture(this.#agent!)];
    const difference = new PNG(size);
    const pixels = pixelmatch(source.data, replica.data, difference.data, size.width, size.height, {
      threshold: 0.1,
    });
    this.#keep(name, [source, replica, difference]);
    return { lost, share: pixels / (size.width * size.height) };
  }

  async #open(portal: Portal, path: string, frames: string[]): Promise<Page> {
    const customer = await this.#browser!.newPage({
      viewport: size,
      colorScheme: portal.colorScheme ?? 'light',
    });
    await customer.route('**/*', (route) => {
      const address = new URL(route.request().url());
      const file =
        address.origin === 'http://portal.test' ? portal.file(address.pathname) : cdnFile(address.href);
      const headers = { 'access-control-allow-origin': '*' };
      if (file) return route.fulfill({ contentType: file.type, body: file.body, headers });
      return address.origin === 'http://portal.test' ? route.fulfill({ status: 404 }) : route.abort();
    });
    await customer.exposeFunction('sendFrame', (frame: string) => {
      frames.push(frame);
    });
    await customer.exposeFunction('missingAssets', (hashes: string[]) =>
      hashes.filter((hash) => !this.#assets.has(hash)),
    );
    await customer.exposeFunction('putAsset', (hash: string, type: string, bytes: string) => {
      this.#assets.set(hash, { type, body: Buffer.from(bytes, 'base64') });
    });
    await customer.goto(`http://portal.test/${path}`, { waitUntil: 'load' });
    await customer.waitForFunction(stillPictures);
    return customer;
  }

  #keep(name: string, pictures: readonly PNG[]): void {
    if (!this.#pictures) return;
    mkdirSync(this.#pictures, { recursive: true });
    const all = new PNG({ width: size.width * pictures.length, height: size.height });
    pictures.forEach((one, index) => {
      PNG.bitblt(one, all, 0, 0, size.width, size.height, index * size.width, 0);
    });
    writeFileSync(`${this.#pictures}/${name.replace(/[^\w.-]+/g, '_')}.png`, PNG.sync.write(all));
  }
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}

const picture = async (page: Page) =>
  PNG.sync.read(await page.screenshot({ caret: 'initial', animations: 'disabled' }));

/** Whether all canvases and animations have come to rest: charts draw themselves for a second. */
function stillPictures(): boolean {
  const watched = window as unknown as { last?: string; still?: number };
  const now = Array.from(document.querySelectorAll('canvas'), (canvas) => canvas.toDataURL().length).join();
  const moving = document
    .getAnimations()
    .some((each) => each.playState === 'running' && each.effect?.getTiming().iterations !== Infinity);
  watched.still = now === watched.last && !moving ? (watched.still ?? 0) + 1 : 0;
  watched.last = now;
  return watched.still > 30;
}
