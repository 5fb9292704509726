import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Policy } from '../masking/policy.ts';
import type { PageAudit } from './audit-report.ts';
import type { Audited } from './page/index.ts';
import type { TextElement } from './page/texts.ts';

declare const cobrowseAudited: Audited;

/** Prepares each page before it is looked at: signs in, opens what is closed. */
export type Setup = (page: Page) => Promise<void>;

export interface VisitSetting {
  readonly browser: Browser;
  /** The script that answers in the page. */
  readonly script: string;
  readonly policy: Policy;
  /** A file of Playwright's storage state: who is signed in. */
  readonly state: string | undefined;
  readonly setup: Setup | undefined;
  readonly pictures: boolean;
}

const loadPatience = 30_000;
/** How long a page may go on loading before it is looked at all the same. */
const quietPatience = 5_000;

/** One test customer's browser, and what is on the pages that it opens. */
export class Visitor {
  readonly #setting: VisitSetting;
  readonly #context: BrowserContext;
  readonly #page: Page;

  private constructor(setting: VisitSetting, context: BrowserContext, page: Page) {
    this.#setting = setting;
    this.#context = context;
    this.#page = page;
  }

  static async open(setting: VisitSetting): Promise<Visitor> {
    const options: BrowserContextOptions = { bypassCSP: true, viewport: { width: 1280, height: 900 } };
    if (setting.state) options.storageState = setting.state;
    const context = await setting.browser.newContext(options);
    return new Visitor(setting, context, await context.newPage());
  }

  /** Opens a page and waits until it rests. Throws what a reader can act on. */
  async go(address: string): Promise<void> {
    const response = await this.#page.goto(address, { waitUntil: 'load', timeout: loadPatience });
    if (response && !response.ok()) throw new Error(`the server answered ${response.status()}`);
    await this.#page.waitForLoadState('networkidle', { timeout: quietPatience }).catch(() => {});
    await this.#setting.setup?.(this.#page);
    await this.#page.evaluate(this.#setting.script);
  }

  /** Addresses of the same origin that the page leads to, without queries and fragments. */
  async links(): Promise<string[]> {
    const { origin } = new URL(this.#page.url());
    const links = await this.#page.evaluate(() =>
      Array.from(document.querySelectorAll('a[href],area[href]'), (link) => (link as HTMLAnchorElement).href),
    );
    return [...new Set(links.filter((link) => new URL(link).origin === origin).map(plain))];
  }

  /** The page as an agent would see it. */
  async audit(): Promise<PageAudit> {
    const looked = await this.#page.evaluate((policy) => cobrowseAudited.look(policy), this.#setting.policy);
    return {
      path: pathOf(this.#page.url()),
      title: await this.#page.title(),
      ...looked.seen,
      picture: this.#setting.pictures ? await this.#picture(looked) : undefined,
    };
  }

  async texts(): Promise<TextElement[]> {
    return this.#page.evaluate(() => cobrowseAudited.texts());
  }

  get path(): string {
    return pathOf(this.#page.url());
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async #picture(looked: Parameters<Audited['show']>[0]): Promise<string> {
    const page = await this.#setting.browser.newPage({ viewport: { width: 1280, height: 900 } });
    try {
      await page.evaluate(this.#setting.script);
      await page.evaluate((shown) => cobrowseAudited.show(shown), looked);
      return (await page.screenshot({ type: 'jpeg', quality: 60 })).toString('base64');
    } finally {
      await page.close();
    }
  }
}

/** An address without query and fragment. */
export const plain = (address: string): string => address.replace(/[?#].*$/, '');

export const pathOf = (address: string): string => new URL(address).pathname;
