// Bytes of snapshots and mutations: exact, so one round is enough.
import { geometricMean, kilobytes, ratio, table } from '../figures.mjs';
import { madePages, realPages } from '../pages/bench-pages.mjs';
import { countBytes } from './recorded-bytes.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const contestants = ['rrweb', 'openreplay', 'unmasked', 'standard'];

export async function snapshotBytes({ browser, site, scripts, quick }) {
  const rows = [];
  const first = [];
  const known = [];
  for (const [name, path] of [...realPages, ...(quick ? madePages.slice(0, 1) : madePages)]) {
    const found = {};
    for (const recorder of contestants) found[recorder] = await snapshot(recorder, path);
    const { rrweb, openreplay, standard, unmasked } = found;
    const visit = standard.gz + standard.cssGz;
    first.push(visit / rrweb.gz);
    known.push(standard.gz / rrweb.gz);
    rows.push([
      name,
      ...[rrweb.raw, rrweb.gz, openreplay.raw, openreplay.gz, standard.raw].map(kilobytes),
      ...[standard.gz, standard.cssGz, unmasked.gz + unmasked.cssGz, standard.rest].map(kilobytes),
      ratio(visit / rrweb.gz),
      ratio(standard.gz / rrweb.gz),
    ]);
  }
  rows.push([
    '**geometric mean**',
    ...Array(9).fill(''),
    `**${ratio(geometricMean(first))}**`,
    `**${ratio(geometricMean(known))}**`,
  ]);
  const heads = [
    'kB',
    'rrweb raw',
    'rrweb gz',
    'OpenReplay raw',
    'OpenReplay gz',
    'ours raw',
    'ours as sent',
  ];
  heads.push(
    '+ sheets gz',
    'unmasked, with sheets gz',
    '+ pictures, fonts',
    'first visit / rrweb',
    'known / rrweb',
  );
  return `${table(heads, rows)}

Ours is \`standard\` unless it says \`unmasked\`; *as sent* is deflated frame by frame, headers and the questions for
assets included, *first visit* adds the style sheets (gz). rrweb's is its whole event stream as JSON, compressed at
once, with its sheets inside; it leaves pictures and fonts at their addresses, OpenReplay linked sheets as well.`;

  async function snapshot(recorder, path) {
    const opened = await RecordedPage.open(browser, site.address + path, [scripts[recorder]]);
    site.taken();
    await opened.page.evaluate(startRecorder, { keep: true });
    await opened.page.evaluate(() => window.recorder.taken());
    await opened.close();
    return countBytes(site.taken());
  }
}

export async function mutationBytes({ browser, site, scripts, workloads, names }) {
  const rows = [];
  const against = { raw: [], gz: [] };
  for (const name of names) {
    const found = {};
    for (const recorder of contestants) found[recorder] = await workload(recorder, name);
    const { rrweb, openreplay, standard, unmasked } = found;
    const asSent = rrweb.raw > 0 && { raw: standard.gz / rrweb.raw, gz: standard.gz / rrweb.gz };
    for (const key of ['raw', 'gz']) if (asSent) against[key].push(asSent[key]);
    rows.push([
      name,
      ...[rrweb.raw, rrweb.gz, openreplay.raw, openreplay.gz, standard.raw, standard.gz, unmasked.gz].map(
        kilobytes,
      ),
      rrweb.raw === 0 ? '–' : ratio(standard.raw / rrweb.raw),
      ...['raw', 'gz'].map((key) => (asSent ? ratio(asSent[key]) : '–')),
    ]);
  }
  const means = ['raw', 'gz'].map((key) => `**${ratio(geometricMean(against[key]))}**`);
  rows.push(['**geometric mean**', ...Array(8).fill(''), ...means]);
  const heads = [
    'kB',
    'rrweb raw',
    'rrweb gz',
    'OpenReplay raw',
    'OpenReplay gz',
    'ours raw',
    'ours as sent',
  ];
  heads.push('unmasked as sent', 'raw / rrweb raw', 'as sent / rrweb raw', 'as sent / rrweb gz');
  return table(heads, rows);

  async function workload(recorder, name) {
    const opened = await RecordedPage.open(browser, `${site.address}/stage.html`, [
      workloads,
      scripts[recorder],
    ]);
    await opened.page.evaluate((name) => window.workloads[name].prepare(), name);
    await opened.page.evaluate(startRecorder, { keep: true });
    await opened.page.evaluate(() => window.recorder.taken());
    site.taken();
    await opened.page.evaluate((name) => window.workloads[name].run(), name);
    await opened.page.evaluate(() => window.recorder.taken());
    await opened.close();
    return countBytes(site.taken());
  }
}
