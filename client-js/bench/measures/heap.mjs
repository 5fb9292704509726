// What recording keeps in memory: after the snapshot of a page of 50,000 nodes, all garbage collected.
import { spread, table } from '../figures.mjs';
import { inTurns } from './in-turns.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const contestants = ['none', 'rrweb', 'openreplay', 'unmasked', 'standard'];

export async function heapKept({ browser, site, scripts, rounds }) {
  const found = await inTurns(contestants, Math.min(rounds, 3), async (recorder) => {
    const opened = await RecordedPage.open(browser, `${site.address}/50k.html`, [scripts[recorder]]);
    const before = await opened.heap();
    await opened.page.evaluate(startRecorder);
    await opened.page.waitForTimeout(500);
    const after = await opened.heap();
    await opened.close();
    return (after - before) / 5;
  });
  const names = {
    none: 'page alone',
    rrweb: 'rrweb',
    openreplay: 'OpenReplay',
    unmasked: 'ours, unmasked',
    standard: 'ours, standard',
  };
  return table(
    ['kB per 10,000 nodes', 'kept'],
    contestants.map((recorder) => [names[recorder], spread(found[recorder], 0)]),
  );
}
