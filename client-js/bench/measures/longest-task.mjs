// The longest task of the main thread while a page of many nodes is recorded for the first time, from traces, and how
// long input waits meanwhile.
import { median, spread, table } from '../figures.mjs';
import { madePages } from '../pages/bench-pages.mjs';
import { inTurns } from './in-turns.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const contestants = ['none', 'rrweb', 'openreplay', 'standard'];
const categories = [
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'devtools.timeline',
  'blink.user_timing',
];

export async function longestTask({ browser, site, scripts, rounds, quick }) {
  const rows = [];
  for (const [name, path] of madePages.slice(quick ? 2 : 1)) {
    const found = await inTurns(contestants, Math.min(rounds, 3), async (recorder) => {
      const opened = await RecordedPage.open(browser, site.address + path, [scripts[recorder]]);
      await browser.startTracing(opened.page, { categories });
      await opened.page.evaluate(() => performance.mark('bench begins'));
      await opened.page.evaluate(startRecorder);
      await opened.page.waitForTimeout(1000);
      await opened.page.evaluate(() => performance.mark('bench ends'));
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
      await opened.close();
      return { ...longestOf(traceEvents), input: await inputDelay(recorder, path) };
    });
    for (const recorder of contestants) {
      const of = (key) => found[recorder].map((one) => one[key]);
      const input = of('input').flat();
      rows.push([
        `${name}: ${recorder === 'standard' ? '**ours**' : recorder === 'none' ? 'page alone' : recorder}`,
        spread(of('wall')),
        spread(of('cpu')),
        spread(of('over16'), 0),
        median(input).toFixed(1),
        Math.max(...input).toFixed(1),
      ]);
    }
  }
  const heads = [
    'ms',
    'longest task',
    'of it processor time',
    'tasks over 16 ms',
    'input waits, median',
    'longest',
  ];
  return table(heads, rows);

  /** How long mouse moves wait for the page while it is recorded for the first time. */
  async function inputDelay(recorder, path) {
    const opened = await RecordedPage.open(browser, site.address + path, [scripts[recorder]]);
    await opened.page.evaluate(() => {
      window.benchDelays = [];
      addEventListener('mousedown', ({ timeStamp }) =>
        window.benchDelays.push(performance.now() - timeStamp),
      );
    });
    let done = false;
    const started = opened.page.evaluate(startRecorder).then(() => {
      done = true;
    });
    const press = (type) =>
      opened.cdp.send('Input.dispatchMouseEvent', { type, x: 4, y: 4, button: 'left', clickCount: 1 });
    for (let i = 0; i < 5 || !done; i++) {
      await press('mousePressed');
      await press('mouseReleased');
    }
    await started;
    const delays = await opened.page.evaluate(() => window.benchDelays);
    await opened.close();
    return delays;
  }
}

function longestOf(events) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes('user_timing'));
  const [from, to] = [mark('bench begins'), mark('bench ends')];
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      name.endsWith('RunTask') &&
      ph === 'X' &&
      pid === from.pid &&
      tid === from.tid &&
      ts > from.ts &&
      ts < to.ts,
  );
  return {
    wall: Math.max(...tasks.map(({ dur }) => dur)) / 1000,
    cpu: Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000,
    over16: tasks.filter(({ tdur, dur }) => (tdur ?? dur) > 16_000).length,
  };
}
