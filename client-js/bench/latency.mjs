// From a change on the customer's page to its change in the agent's replica, through the whole product, and through
// rrweb's live mode on the same page with the same changes in turns. See README.md.

import { changeAndArrival } from './arrivals.mjs';
import { milliseconds, quantile, random, table } from './figures.mjs';
import { bundled } from './pages/bundle.mjs';
import { benchPage, benchStyles, frameRate, watchReplica } from './pages/changes.mjs';
import { openBrowser } from './people/browser.mjs';
import { meet, openPerson } from './people/meeting.mjs';
import { peerMeeting } from './people/peer-meeting.mjs';
import { snippetTag, startPortal } from './product/portal-site.mjs';
import { startServer } from './product/server-process.mjs';

const changes = Number(process.argv[2] ?? 1000);
const block = Math.min(100, changes);
const longestPause = 40;

const server = await startServer();
const portal = await startPortal({
  pages: { '/': benchPage(), '/bench.css': benchStyles },
  head: snippetTag(server.address),
});
const browser = await openBrowser();
const observe = await bundled('pages/observe-wire.ts');
const prepare = (page) => page.addInitScript(observe);
const closing = [() => browser.close(), () => portal.stop(), () => server.stop()];
try {
  const customer = await openPerson(browser, prepare);
  await customer.goto(portal.address);
  const agent = await meet(browser, server.address, customer, prepare);
  const peer = await peerMeeting(browser, prepare);
  closing.unshift(() => peer.stop());
  const sides = [
    { name: 'CoBrowse', customer, agent, selector: 'iframe[sandbox]', found: [], missed: 0 },
    { name: 'rrweb live', ...peer, selector: 'iframe', found: [], missed: 0 },
  ];
  for (const side of sides) await side.agent.evaluate(watchReplica, side.selector);
  const rates = await Promise.all(
    sides.flatMap((s) => [s.customer, s.agent].map((p) => p.evaluate(frameRate))),
  );
  console.log(`Chromium ${browser.version()}, server ${server.configuration}, ${changes} changes each`);
  console.log(`Animation frames per second: ${rates.map((rate) => rate.toFixed(0)).join(', ')}`);

  // The first block of each warms up and is not counted.
  for (let first = -block; first < changes; first += block) {
    for (const side of sides) {
      const next = random(first + 7919);
      for (let i = 0; i < block; i++) {
        const found = await changeAndArrival(side, first + block + i, longestPause * next());
        if (first < 0) continue;
        if (found) side.found.push(found);
        else side.missed++;
      }
    }
  }
  report(sides);
} finally {
  for (const close of closing) await close().catch(() => undefined);
}

function report(sides) {
  const shares = [0.5, 0.95, 0.99];
  const row = (name, numbers) => [name, ...shares.map((share) => milliseconds(quantile(numbers, share)))];
  const of = (side, part, kind) => side.found.filter((f) => kind === undefined || f.kind === kind).map(part);
  const heads = ['ms', 'p50', 'p95', 'p99'];
  for (const side of sides) {
    console.log(`\n${side.name}: ${side.found.length} arrived, ${side.missed} did not\n`);
    const rows = [
      row(
        '**change → replica**',
        of(side, (f) => f.whole),
      ),
      ...['text', 'class', 'append', 'remove'].map((kind) =>
        row(
          kind,
          of(side, (f) => f.whole, kind),
        ),
      ),
      row(
        'change → sent',
        of(side, (f) => f.toSend),
      ),
      row(
        'sent → received',
        of(side, (f) => f.onWire),
      ),
      row(
        'received → replica',
        of(side, (f) => f.toApply),
      ),
      row(
        'waiting for animation frames',
        of(side, (f) => f.waiting),
      ),
      row(
        'all the rest',
        of(side, (f) => f.whole - f.waiting),
      ),
    ];
    console.log(table(heads, rows));
  }
  const [ours, peers] = sides.map((side) => of(side, (f) => f.whole));
  const ratios = shares.map((share) => `${(quantile(ours, share) / quantile(peers, share)).toFixed(2)}×`);
  console.log(`\nCoBrowse / rrweb live at p50, p95, p99: ${ratios.join(', ')}`);
  if (sides.some((side) => side.missed > 0)) process.exitCode = 1;
}
