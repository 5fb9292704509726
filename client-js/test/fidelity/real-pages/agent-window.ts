import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { FocusPath } from '../serialize-view.ts';
import { bundledPage } from './bundled-page.ts';
import type { StoredAssets } from './stored-assets.ts';
import { windowSize } from './window-size.ts';

/** The agent's browser window: a replica that nothing but our assets may reach. */
export class AgentWindow {
  readonly #page: Page;
  /** Addresses that it asked for beyond our assets. */
  readonly foreign: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser, assets: StoredAssets): Promise<AgentWindow> {
    const script = await bundledPage('agent-page.ts');
    // Emulation would hold in the replica too, whatever its iframe says.
    const page = await browser.newPage({ viewport: windowSize, colorScheme: null });
    const window = new AgentWindow(page);
    await page.route('**/*', (route) => {
      const { pathname, origin } = new URL(route.request().url());
      const asset = assets.get(pathname.replace('/assets/', ''));
      if (origin === 'http://console.test' && asset) {
        return route.fulfill({ contentType: asset.type, body: asset.body });
      }
      if (pathname === '/agent.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (pathname === '/') {
        const body = `<!doctype html><style>body{margin:0}</style><div id=replica></div><script src=/agent.js></script>`;
        return route.fulfill({ contentType: 'text/html', body });
      }
      window.foreign.push(route.request().url());
      return route.abort();
    });
    await page.goto('http://console.test/');
    return window;
  }

  /** Begins with an agent who has seen nothing. */
  start(): Promise<void> {
    return this.#page.evaluate(() => window.agent.start());
  }

  /** Why the replica could not go on, when it shows all of these frames. */
  show(frames: string[]): Promise<string[]> {
    return this.#page.evaluate((all) => window.agent.show(all), frames);
  }

  text(focus: FocusPath): Promise<string> {
    return this.#page.evaluate((path) => window.agent.text(path), focus);
  }

  async picture(): Promise<PNG> {
    return PNG.sync.read(await this.#page.screenshot({ animations: 'disabled' }));
  }
}
