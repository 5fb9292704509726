// How long the agent's side takes: the snapshot of a page, and 5,000 rows that follow it, in a page that shows them.
import { median, ratio, spread, table } from '../figures.mjs';
import { inTurns } from './in-turns.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const pages = [
  ['10k nodes', '/10k.html'],
  ['50k nodes', '/50k.html'],
];
const change = 'bulk add, 5,000 rows';

export async function replicaTime({ browser, site, scripts, rounds, workloads, replayers, quick }) {
  const rows = [];
  for (const [name, path] of [['stage, then 5,000 rows', '/stage.html'], ...pages.slice(0, quick ? 1 : 2)]) {
    const recorded = {};
    for (const recorder of ['rrweb', 'unmasked']) recorded[recorder] = await record(recorder, path);
    const found = await inTurns(['rrweb', 'unmasked'], rounds, (recorder) =>
      apply(recorder, recorded[recorder]),
    );
    for (const [at, what] of ['snapshot', 'change'].entries()) {
      const of = (recorder) => found[recorder].map((one) => one[at]).filter((one) => one !== undefined);
      if (of('rrweb').length === 0) continue;
      const against = median(of('unmasked')) / median(of('rrweb'));
      rows.push([`${name}: ${what}`, spread(of('rrweb')), spread(of('unmasked')), ratio(against)]);
    }
  }
  return `${table(['ms of the main thread', "rrweb's Replayer", 'our replica', 'ours / rrweb'], rows)}

Decoding, inflating, building, style and layout are inside, of both.`;

  async function record(recorder, path) {
    const opened = await RecordedPage.open(browser, site.address + path, [workloads, scripts[recorder]]);
    site.taken();
    await opened.page.evaluate(startRecorder, { keep: true, known: true });
    await opened.page.evaluate(() => window.recorder.taken());
    const parts = [streamOf(site.taken())];
    if (path === '/stage.html') {
      await opened.page.evaluate((change) => window.workloads[change].run(), change);
      await opened.page.evaluate(() => window.recorder.taken());
      parts.push(streamOf(site.taken()));
    }
    await opened.close();
    return parts;
  }

  async function apply(recorder, parts) {
    const opened = await RecordedPage.open(browser, `${site.address}/replay.html`, [replayers[recorder]]);
    const times = [];
    let elements = 0;
    for (const part of parts) {
      site.offer('/bench/stream', part);
      await opened.page.evaluate(() => window.replayer.load('/bench/stream'));
      const { task } = await opened.busy(async () => {
        window.benchElements = await window.replayer.apply();
      });
      const now = await opened.page.evaluate(() => window.benchElements);
      if (now < elements + 200) throw new Error(`${recorder} shows ${now} elements after ${elements}`);
      elements = now;
      times.push(task);
    }
    await opened.close();
    return times;
  }
}

const streamOf = (taken) =>
  Buffer.concat(taken.filter(({ what }) => what !== 'asset').map(({ body }) => body));
