import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import pixelmatch from 'pixelmatch';
import { type Browser, chromium as browsers, type Frame, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { chromium } from '../../chromium.mjs';
import type { FidelityCase } from './fidelity-case.ts';

/** When the case's script runs, against the snapshot. */
export type Way = 'before' | 'after' | 'late';

/** How a replica differs from its source; empty where it does not. */
export interface Difference {
  readonly lost: readonly string[];
  readonly pixels: number;
  readonly source: string;
  readonly replica: string;
}

const width = 500;
const height = 400;
const types: Record<string, string> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  js: 'text/javascript',
  html: 'text/html',
};

/** Runs fidelity cases in one Chromium. With COBROWSE_PICTURES set to a folder, writes both sides' pictures there. */
export class FidelityRunner {
  #browser: Browser | undefined;
  #page: Page | undefined;
  #files = new Map<string, string>();
  readonly #pictures = process.env['COBROWSE_PICTURES'];

  async start(): Promise<void> {
    const { outputFiles } = await build({
      entryPoints: [new URL('fidelity-page.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    const script = outputFiles[0]!.text;
    this.#browser = await browsers.launch({
      args: chromium.args,
      ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
    });
    this.#page = await this.#browser.newPage({ viewport: { width: width * 2, height } });
    const host =
      `<!doctype html><meta charset=utf-8><style>*{margin:0}iframe{border:0}#source{position:absolute;left:0;top:0}` +
      `#replica{position:absolute;left:${width}px;top:0}</style>` +
      `<iframe id=source src=/source width=${width} height=${height}></iframe><div id=replica></div><script src=/bench.js></script>`;
    await this.#page.route('**/*', (route) => {
      const { pathname, hostname } = new URL(route.request().url());
      const file = this.#files.get(pathname);
      if (hostname !== 'fidelity.test') return route.abort();
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: host });
      if (pathname === '/bench.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (file === undefined) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({
        contentType: types[pathname.split('.')[1] ?? 'html'] ?? 'text/plain',
        body: file,
      });
    });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }

  /** The differences of each way in which the case runs. */
  async run(each: FidelityCase): Promise<Map<Way, Difference>> {
    const differences = new Map<Way, Difference>();
    const page = this.#page!;
    let source = await this.#load(each);
    await this.#act(each, source);
    await page.evaluate(() => window.bench.start());
    differences.set('before', await this.#compare(each, 'before'));

    source = await this.#load(each);
    await page.evaluate(() => window.bench.start());
    await this.#act(each, source);
    differences.set('after', await this.#compare(each, 'after'));
    await page.evaluate(() => window.bench.joinLate());
    differences.set('late', await this.#compare(each, 'late'));
    return differences;
  }

  async #load(each: FidelityCase): Promise<Frame> {
    const page = this.#page!;
    const whole = /^<(!|html|svg|\?)/i.test(each.page);
    const html = whole
      ? each.page
      : `<!doctype html><html><head><title>case</title></head><body>${each.page}</body></html>`;
    this.#files = new Map(Object.entries({ ...each.files, '/source': html }));
    await page.mouse.move(width * 2 - 1, height - 1);
    await page.goto('http://fidelity.test/', { waitUntil: 'load' });
    const source = page.frames().find((frame) => frame.url().endsWith('/source'))!;
    // A picture chooses its source after the page has loaded; both sides are compared at rest.
    await source.waitForFunction(() => [...document.images].every((i) => i.loading === 'lazy' || i.complete));
    return source;
  }

  async #act(each: FidelityCase, source: Frame): Promise<void> {
    if (each.act) await source.evaluate(each.act);
    if (each.input) await each.input(this.#page!, source);
    if (each.until) await source.waitForFunction(each.until);
  }

  async #compare(each: FidelityCase, way: Way): Promise<Difference> {
    const page = this.#page!;
    const { source, replica, lost } = await page.evaluate(() => window.bench.compare());
    const both = PNG.sync.read(await page.screenshot({ caret: 'initial' }));
    const [left, right] = [half(both, 0), half(both, width)];
    const picture = new PNG({ width, height });
    const pixels =
      Buffer.compare(left.data, right.data) === 0
        ? 0
        : pixelmatch(left.data, right.data, picture.data, width, height, { threshold: 0.1 });
    if (this.#pictures) {
      mkdirSync(this.#pictures, { recursive: true });
      const name = `${each.group}-${each.name}-${way}`.replace(/[^\w-]+/g, '_');
      const all = new PNG({ width: width * 3, height });
      [left, right, picture].forEach((one, index) => {
        PNG.bitblt(one, all, 0, 0, width, height, index * width, 0);
      });
      writeFileSync(`${this.#pictures}/${name}.png`, PNG.sync.write(all));
    }
    const differs = source !== replica;
    return {
      lost,
      pixels: pixels > (each.pixels ?? 0) ? pixels : 0,
      source: differs ? source : '',
      replica: differs ? replica : '',
    };
  }
}

function half(both: PNG, x: number): PNG {
  const one = new PNG({ width, height });
  PNG.bitblt(both, one, x, 0, width, height, 0, 0);
  return one;
}
