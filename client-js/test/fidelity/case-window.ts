import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { type CaseServer, paneHeight, paneWidth, type Site } from './case-server.ts';
import type { FidelityCase, Way } from './fidelity-case.ts';
import type { Texts } from './fidelity-page.ts';
import { Pictures } from './pictures.ts';
import type { RecorderSetting } from './recorder.ts';
import { sameWithin } from './same-within.ts';
import { scriptOf } from './script-words.ts';

/** How a replica differs from its source; empty where it does not. */
export interface Difference {
  readonly lost: readonly string[];
  readonly pixels: number;
  readonly source: string;
  readonly replica: string;
}

/** One browser window in which cases run one after another. */
export class CaseWindow {
  readonly #site: Site;
  readonly #page: Page;
  readonly #screen: CDPSession;
  readonly #pictures = new Pictures();
  /** The browser itself failed here: this window is of no more use. */
  crashed = false;

  private constructor(site: Site, page: Page, screen: CDPSession) {
    this.#site = site;
    this.#page = page;
    this.#screen = screen;
    page.once('crash', () => {
      this.crashed = true;
    });
  }

  static async open(browser: Browser, server: CaseServer, first?: string): Promise<CaseWindow> {
    // Emulation of a colour scheme would hold in the replica too, whatever its iframe says.
    const viewport = { width: paneWidth * 3, height: paneHeight + 10 };
    const context = await browser.newContext({ viewport, colorScheme: null });
    if (first) await context.addInitScript(first);
    const page = await context.newPage();
    return new CaseWindow(server.site(), page, await context.newCDPSession(page));
  }

  /** The differences of each way in which the case runs. */
  async run(each: FidelityCase): Promise<Map<Way, Difference>> {
    const page = this.#page;
    const source = await this.#load(each);
    await this.#act(each, source);
    let texts = await page.evaluate(() => window.bench.start());
    texts = await this.#poke(each, 'live', texts);
    const before = this.#difference(each, 'before', texts, await this.#picture(), 1);

    return new Map<Way, Difference>([['before', before], ...(await this.after(each))]);
  }

  /** The differences of those who were there before the script, joined amid it, or come when all is done. */
  async after(each: FidelityCase, setting: RecorderSetting = {}): Promise<Map<Way, Difference>> {
    const page = this.#page;
    const source = await this.#load(each);
    await page.evaluate((how) => window.bench.start(how), setting);
    await this.#act(each, source);
    let live = await page.evaluate(() => window.bench.compare('live'));
    live = await this.#poke(each, 'live', live);
    const late = await page.evaluate(() => window.bench.join());
    const amid = await page.evaluate(() =>
      window.bench.followed ? window.bench.compare('amid') : undefined,
    );
    const seeing = setting.pictures !== false;
    const picture = seeing ? await this.#picture() : Buffer.alloc(0);
    // What is masked has no likeness in the page: who saw it happen must see what a newcomer sees.
    const masked = setting.policy === 'standard';
    const seen = (way: Way, texts: Texts, pane?: number): [Way, Difference] => {
      const both = masked ? { ...texts, source: late.replica } : texts;
      return [way, this.#difference(each, way, both, picture, seeing ? pane : undefined)];
    };
    return new Map([seen('after', live, 1), ...(amid ? [seen('amid', amid)] : []), seen('late', late, 2)]);
  }

  async #load(each: FidelityCase): Promise<Frame> {
    const page = this.#page;
    const { origin, other } = this.#site;
    const whole = /^<(!|html|svg|\?)/i.test(each.page);
    const html = whole
      ? each.page
      : `<!doctype html><html><head><title>case</title></head><body>${each.page}</body></html>`;
    const local = (text: string) => text.replaceAll('{{other}}', other);
    const files = Object.entries({ ...each.files, '/source': html });
    this.#site.files = new Map(
      files.map(([path, file]) => [path, typeof file === 'string' ? local(file) : file]),
    );
    this.#site.asked.length = 0;
    await page.mouse.move(paneWidth * 3 - 1, paneHeight + 8);
    await page.goto(`${origin}/`, { waitUntil: 'load' });
    const source = page.frames().find((frame) => frame.url() === `${origin}/source`)!;
    // A picture chooses its source after the page has loaded; both sides are compared at rest.
    await source.waitForFunction(() => [...document.images].every((i) => i.loading === 'lazy' || i.complete));
    return source;
  }

  async #act(each: FidelityCase, source: Frame): Promise<void> {
    if (each.act) await source.evaluate(scriptOf(each.act.replaceAll('{{other}}', this.#site.other)));
    if (each.input) await each.input(this.#page, source);
    if (each.until) await source.waitForFunction(each.until);
  }

  async #poke(each: FidelityCase, which: 'live' | 'late', texts: Texts): Promise<Texts> {
    if (!each.poke) return texts;
    const act = `window.bench.poke('${which}', ${each.poke.toString()})`;
    await this.#page.evaluate(act);
    const after = await this.#page.evaluate((side) => window.bench.compare(side), which);
    const asked = this.#site.asked.filter((path) => path.startsWith('/forbidden'));
    return { ...after, lost: [...after.lost, ...asked] };
  }

  async #picture(): Promise<Buffer> {
    const { data } = await this.#screen.send('Page.captureScreenshot', { optimizeForSpeed: true });
    return Buffer.from(data, 'base64');
  }

  #difference(each: FidelityCase, way: Way, texts: Texts, picture: Buffer, pane?: number): Difference {
    const name = `${each.group}-${each.name}-${way}`;
    const pixels = pane === undefined ? 0 : this.#pictures.differing(picture, pane, name);
    const same = sameWithin(texts.source, texts.replica);
    if (!same) this.#pictures.keepTexts(texts, name);
    return {
      lost: texts.lost,
      pixels: pixels > (each.pixels ?? 0) ? pixels : 0,
      source: same ? '' : texts.source,
      replica: same ? '' : texts.replica,
    };
  }
}
