// From a move of the agent's mouse in the console to the agent's hand on the customer's page, through the whole product.
// A hand glides to its new place: what is timed is the first frame in which it has moved.
import { setTimeout as pause } from 'node:timers/promises';
import { milliseconds, quantile, random, table } from './figures.mjs';
import { benchPage, benchStyles } from './pages/changes.mjs';
import { openControls, watchHand, watchMouse } from './pages/pointing.mjs';
import { openBrowser } from './people/browser.mjs';
import { meet, openPerson } from './people/meeting.mjs';
import { snippetTag, startPortal } from './product/portal-site.mjs';
import { startServer } from './product/server-process.mjs';

const moves = Number(process.argv[2] ?? 300);
/** Longer than a hand glides, so that its first frame is of this move. */
const rest = 450;

const server = await startServer();
const portal = await startPortal({
  pages: { '/': benchPage(), '/bench.css': benchStyles },
  head: snippetTag(server.address),
});
const browser = await openBrowser();
try {
  const customer = await openPerson(browser, (page) => page.addInitScript(openControls));
  await customer.goto(portal.address);
  const agent = await meet(browser, server.address, customer);
  const stage = await agent.locator('iframe[sandbox]').boundingBox();
  await customer.evaluate(watchHand);
  await agent.evaluate(watchMouse);
  const next = random(4711);
  const found = [];
  for (let move = -10; move < moves; move++) {
    await customer.evaluate(() => window.benchHand.splice(0));
    await agent.evaluate(() => window.benchMoves.splice(0));
    await agent.mouse.move(
      stage.x + stage.width * (0.1 + 0.8 * next()),
      stage.y + stage.height * (0.1 + 0.8 * next()),
    );
    await pause(rest + 30 * next());
    const [moved] = await agent.evaluate(() => window.benchMoves);
    const [shown] = await customer.evaluate(() => window.benchHand);
    if (move >= 0) found.push(shown === undefined ? undefined : shown - moved);
  }
  const arrived = found.filter((time) => time !== undefined);
  console.log(
    `Chromium ${browser.version()}, server ${server.configuration}, ${moves} moves, ${moves - arrived.length} did not arrive\n`,
  );
  const shares = [0.5, 0.95, 0.99];
  const row = [
    'the mouse moves → the hand moves',
    ...shares.map((share) => milliseconds(quantile(arrived, share))),
  ];
  console.log(table(['ms', 'p50', 'p95', 'p99'], [row]));
  if (arrived.length < moves) process.exitCode = 1;
} finally {
  for (const close of [() => browser.close(), () => portal.stop(), () => server.stop()])
    await close().catch(() => undefined);
}
