// What recording adds to a page's own main-thread time while the page changes.
import { geometricMean, median, ratio, spread, table } from '../figures.mjs';
import { workloads as all } from '../pages/workloads.mjs';
import { inTurns } from './in-turns.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const contestants = ['none', 'rrweb', 'openreplay', 'unmasked', 'standard'];
// Milliseconds below which the difference of two runs is noise: less counts as so much for us, and as no ratio for a peer.
const measurable = 1;

export async function mutationTime({ browser, site, scripts, rounds, workloads, names, cpu = 1 }) {
  const rows = [];
  const structural = [];
  for (const name of names) {
    const found = await inTurns(contestants, cpu > 1 ? Math.min(rounds, 3) : rounds, async (recorder) => {
      const address = `${site.address}/stage.html`;
      const opened = await RecordedPage.open(browser, address, [workloads, scripts[recorder]], cpu);
      const run = (name) => window.workloads[name].run();
      await opened.page.evaluate((name) => window.workloads[name].prepare(), name);
      await opened.page.evaluate(startRecorder);
      // Once to warm up.
      if (!all[name].idle) await opened.busy(run, name);
      const { task } = await opened.busy(run, name);
      await opened.close();
      return task;
    });
    const base = median(found['none']);
    const over = (recorder) => found[recorder].map((one) => one - base);
    const [rrweb, openreplay, , standard] = contestants.slice(1).map((recorder) => median(over(recorder)));
    const against = (peer) => (peer < measurable ? Number.NaN : Math.max(standard, measurable) / peer);
    if (all[name].structural && rrweb >= measurable) structural.push(against(rrweb));
    rows.push([
      all[name].structural ? `${name} ·` : name,
      base.toFixed(1),
      ...contestants.slice(1).map((recorder) => spread(over(recorder))),
      ratio(against(rrweb)),
      ratio(against(openreplay)),
    ]);
  }
  if (structural.length > 0)
    rows.push([
      '**· structural, geometric mean**',
      ...Array(5).fill(''),
      `**${ratio(geometricMean(structural))}**`,
      '',
    ]);
  const heads = ['ms', 'page alone', '+ rrweb', '+ OpenReplay', '+ ours, unmasked', '+ ours, standard'];
  return table([...heads, 'ours / rrweb', 'ours / OpenReplay'], rows);
}
