import { type Browser, chromium as browsers } from 'playwright-core';
import { chromium } from '../../chromium.mjs';
import { CaseServer } from './case-server.ts';
import { CaseWindow, type Difference } from './case-window.ts';
import type { FidelityCase, Way } from './fidelity-case.ts';

/** Runs fidelity cases in some windows of one Chromium, as many at once as there are windows. */
export class FidelityRunner {
  readonly #server: CaseServer;
  readonly #free: CaseWindow[] = [];
  readonly #waiting: ((window: CaseWindow) => void)[] = [];
  #browser: Browser | undefined;

  /** `entry` opens the bench in a page; ours where not said. */
  constructor(entry?: string) {
    this.#server = new CaseServer(entry);
  }

  /** `first` runs in every document before its own scripts. */
  async start(windows: number, first?: string): Promise<void> {
    await this.#server.start();
    this.#browser = await browsers.launch({
      args: [...chromium.args, '--autoplay-policy=no-user-gesture-required'],
      ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
    });
    for (let i = 0; i < windows; i++)
      this.#free.push(await CaseWindow.open(this.#browser, this.#server, first));
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server.stop();
  }

  /** The differences of each way in which the case runs; rejects if that takes longer than `longest` milliseconds. */
  run(each: FidelityCase, longest = 25_000): Promise<Map<Way, Difference>> {
    return this.inWindow((window) => within(window.run(each), longest));
  }

  /** Does something in the next window that is free. */
  async inWindow<T>(act: (window: CaseWindow) => Promise<T>): Promise<T> {
    const window =
      this.#free.pop() ?? (await new Promise<CaseWindow>((resolve) => this.#waiting.push(resolve)));
    try {
      return await act(window);
    } finally {
      const whole = window.crashed ? await CaseWindow.open(this.#browser!, this.#server) : window;
      const next = this.#waiting.shift();
      if (next) next(whole);
      else this.#free.push(whole);
    }
  }
}

export function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('takes too long')), milliseconds);
  });
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
