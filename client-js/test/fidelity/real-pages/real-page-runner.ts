import { type Browser, chromium as browsers } from 'playwright-core';
import { chromium } from '../../../chromium.mjs';
import { sameWithin } from '../same-within.ts';
import { AgentWindow } from './agent-window.ts';
import type { Application } from './application.ts';
import { bundledPage } from './bundled-page.ts';
import { CustomerWindow } from './customer-window.ts';
import { differingPixels, keepTexts } from './page-comparison.ts';
import type { Portal } from './portals.ts';
import type { StoredAssets } from './stored-assets.ts';
import { windowSize } from './window-size.ts';

export interface PageDifference {
  readonly lost: readonly string[];
  /** Share of pixels that differ. */
  readonly share: number;
  /** Addresses that the agent's browser asked for beyond our assets. */
  readonly foreign: readonly string[];
}

/** How a replica differs after one step. */
export interface StepDifference {
  readonly step: string;
  readonly lost: readonly string[];
  readonly pixels: number;
  /** Where the documents first say something else. */
  readonly lines: readonly string[];
}

/** Opens real pages in one browser window, their replicas in another, and compares them. */
export class RealPageRunner {
  #browser: Browser | undefined;
  #agent: AgentWindow | undefined;
  #customerScript = '';
  readonly #assets: StoredAssets = new Map();

  async start(): Promise<void> {
    this.#customerScript = await bundledPage('customer-page.ts');
    this.#browser = await browsers.launch({
      args: [...chromium.args, '--autoplay-policy=no-user-gesture-required'],
      ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
    });
    this.#agent = await AgentWindow.open(this.#browser, this.#assets);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }

  /** Compares the page as it opens, and again when the customer has scrolled to its end. */
  compare(portal: Portal, path: string): Promise<PageDifference> {
    return this.#visit(portal, path, async (customer, agent) => {
      const opened = await this.#look(customer, agent, `${portal.name}-${path}`);
      await customer.page.evaluate(() =>
        window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }),
      );
      await customer.rest();
      const scrolled = await this.#look(customer, agent, `${portal.name}-${path}-end`);
      const pixels = Math.max(opened.pixels, scrolled.pixels);
      return {
        lost: scrolled.lost,
        share: pixels / (windowSize.width * windowSize.height),
        foreign: agent.foreign.splice(0),
      };
    });
  }

  /** Compares an application as it opens, after each of its steps, and for agents who join. */
  async walk(application: Application): Promise<{ differences: StepDifference[]; foreign: string[] }> {
    return this.#visit(await application.portal(), '', async (customer, agent) => {
      const differences: StepDifference[] = [];
      let compared = 0;
      const compare = async (step: string, frames?: string[]) => {
        const name = `${application.name}-${compared}-${step}`;
        const { lost, pixels } = await this.#look(customer, agent, name, frames);
        const { text, focus } = await customer.text();
        const source = withoutCaret(text);
        const replica = withoutCaret(await agent.text(focus));
        const lines = sameWithin(source, replica) ? [] : firstDifference(source, replica);
        if (lines.length > 0) keepTexts(name, source, replica);
        const differ = pixels > (application.pixels ?? 0);
        if (lost.length > 0 || differ || lines.length > 0) differences.push({ step, lost, pixels, lines });
        compared++;
      };
      await compare('opened');
      for (const [index, step] of application.steps.entries()) {
        await step.act(customer.page).catch((error) => {
          throw new Error(`${step.name}: ${customer.errors.join() || error}`, { cause: error });
        });
        await customer.rest();
        await compare(step.name);
        if (!step.join && index < application.steps.length - 1) continue;
        const frames = await customer.keyframe();
        await agent.start();
        await compare(`${step.name}, joined late`, frames);
      }
      return { differences, foreign: agent.foreign.splice(0) };
    });
  }

  async #visit<T>(
    portal: Portal,
    path: string,
    compare: (customer: CustomerWindow, agent: AgentWindow) => Promise<T>,
  ): Promise<T> {
    const customer = await CustomerWindow.open(this.#browser!, portal, path, this.#assets);
    try {
      await customer.start(this.#customerScript);
      await this.#agent!.start();
      return await compare(customer, this.#agent!);
    } finally {
      await customer.close();
    }
  }

  async #look(
    customer: CustomerWindow,
    agent: AgentWindow,
    name: string,
    frames: string[] = [],
  ): Promise<{ lost: string[]; pixels: number }> {
    const lost = await agent.show([...frames, ...(await customer.frames())]);
    const [source, replica] = [await customer.picture(), await agent.picture()];
    return { lost: [...lost], pixels: differingPixels(source, replica, name) };
  }
}

function firstDifference(source: string, replica: string): string[] {
  const [one, two] = [source.split('\n'), replica.split('\n')];
  const at = one.findIndex((line, index) => line !== two[index]);
  return [one[at] ?? 'nothing', two[at] ?? 'nothing'];
}

/** A selection of nothing shows only where text is entered, and there by the browser alone. */
const withoutCaret = (text: string) => text.replace(/selection (\S+) \1$/gm, 'selection none');
