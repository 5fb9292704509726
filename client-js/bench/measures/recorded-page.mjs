// A page under a recorder, in a browser context of its own, and so in a process of its own.

/** How long a page rests so that what a recorder has put off is done, and counted. */
const rest = 300;

export class RecordedPage {
  constructor(page, cdp) {
    this.page = page;
    this.cdp = cdp;
  }

  /** Opens `path` of the site, with `scripts` in it; `cpu` times slower than this machine. */
  static async open(browser, address, scripts, cpu = 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(rest);
    for (const script of scripts) await page.evaluate(script);
    const cdp = await context.newCDPSession(page);
    // Processor time instead of time on the wall: other work on the machine does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    return new RecordedPage(page, cdp);
  }

  /** Milliseconds of the main thread that `work` took, what it put off included, and of these in scripts. */
  async busy(work, argument) {
    const before = await this.#metrics();
    await this.page.evaluate(work, argument);
    await this.page.waitForTimeout(rest);
    const after = await this.#metrics();
    const passed = (name) => (after[name] - before[name]) * 1000;
    return { task: passed('TaskDuration'), script: passed('ScriptDuration') };
  }

  /** Kilobytes that live after collecting garbage, scripts' buffers and the browser's own objects included. */
  async heap() {
    for (let i = 0; i < 3; i++) {
      await this.cdp.send('HeapProfiler.collectGarbage');
      await this.page.waitForTimeout(100);
    }
    const {
      usedSize,
      embedderHeapUsedSize = 0,
      backingStorageSize = 0,
    } = await this.cdp.send('Runtime.getHeapUsage');
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024;
  }

  close() {
    return this.page.context().close();
  }

  async #metrics() {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}

export const startRecorder = (options = {}) =>
  window.recorder.start({ keep: false, known: false, ...options });
