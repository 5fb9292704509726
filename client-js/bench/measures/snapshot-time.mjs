// Main-thread time of a first snapshot, cold as a customer's browser makes it, and again in the same page.
import { geometricMean, median, ratio, spread, table } from '../figures.mjs';
import { madePages, realPages } from '../pages/bench-pages.mjs';
import { inTurns } from './in-turns.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const contestants = ['none', 'rrweb', 'rrweb as text', 'openreplay', 'unmasked', 'standard'];

export async function snapshotTime({ browser, site, scripts, rounds, quick, cpu = 1 }) {
  const pages =
    cpu > 1
      ? [realPages[0], madePages[0], madePages[1]]
      : [...realPages.slice(0, quick ? 1 : 6), ...madePages];
  const rows = [];
  const ratios = [];
  for (const [name, path] of pages) {
    const found = await inTurns(contestants, cpu > 1 ? Math.min(rounds, 3) : rounds, async (recorder) => {
      const opened = await RecordedPage.open(browser, site.address + path, [scripts[recorder]], cpu);
      const cold = await opened.busy(startRecorder);
      await opened.page.evaluate(() => window.recorder.stop());
      await opened.page.waitForTimeout(100);
      const warm = await opened.busy(startRecorder);
      await opened.close();
      return { cold: cold.task, warm: warm.task };
    });
    for (const when of ['cold', 'warm']) {
      const base = median(found['none'].map((one) => one[when]));
      const over = (recorder) => found[recorder].map((one) => one[when] - base);
      const against = median(over('standard')) / median(over('rrweb'));
      if (when === 'cold') ratios.push(against);
      rows.push([
        `${name}, ${when}`,
        base.toFixed(1),
        ...contestants.slice(1).map((recorder) => spread(over(recorder))),
        ratio(against),
        ratio(median(over('standard')) / median(over('rrweb as text'))),
        ratio(median(over('standard')) / median(over('openreplay'))),
      ]);
    }
  }
  rows.push([
    '**geometric mean, cold**',
    ...Array(6).fill(''),
    `**${ratio(geometricMean(ratios))}**`,
    '',
    '',
  ]);
  const heads = [
    'ms',
    'page alone',
    'rrweb',
    'rrweb, as JSON text',
    'OpenReplay',
    'ours, unmasked',
    'ours, standard',
  ];
  return table([...heads, 'ours / rrweb', 'ours / rrweb as text', 'ours / OpenReplay'], rows);
}
