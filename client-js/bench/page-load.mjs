// From the start of a navigation to the new page in the agent's replica, for pages of the demo bank and of a dashboard
// that we did not write. See README.md.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { milliseconds, quantile, table } from './figures.mjs';
import { bundled } from './pages/bundle.mjs';
import { steps, watchPictures } from './pages/pictures.mjs';
import { openBrowser } from './people/browser.mjs';
import { eventually } from './people/eventually.mjs';
import { meet, openPerson } from './people/meeting.mjs';
import { snippetTag, startPortal } from './product/portal-site.mjs';
import { startServer } from './product/server-process.mjs';

const loads = Number(process.argv[2] ?? 20);
const dashboard = dirname(fileURLToPath(import.meta.resolve('startbootstrap-sb-admin-2/package.json')));

const server = await startServer();
const site = await startPortal({ folder: dashboard, head: snippetTag(server.address) });
const browser = await openBrowser();
const observe = await bundled('pages/observe-wire.ts');
try {
  console.log(`Chromium ${browser.version()}, server ${server.configuration}, ${loads} page loads each`);
  await measure('demo bank', signInToBank, ['/statement.html', '/transfer.html', '/accounts.html']);
  await measure('startbootstrap-sb-admin-2', openDashboard, ['/index.html']);
} finally {
  await browser.close();
  await site.stop();
  await server.stop();
}

async function signInToBank(page) {
  await page.goto(`${server.portal}/index.html`);
  await page
    .getByRole('button', { name: /· [0-9 ]+$/ })
    .first()
    .click();
  await page.getByLabel('Password').fill('any will do');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/accounts.html');
  return server.portal;
}

async function openDashboard(page) {
  await page.goto(`${site.address}/index.html`);
  return site.address;
}

async function measure(name, open, paths) {
  const prepare = (page) => page.addInitScript(observe);
  const customer = await openPerson(browser, prepare);
  const address = await open(customer);
  const agent = await meet(browser, server.address, customer, prepare);
  await agent.evaluate(watchPictures);
  const found = [];
  for (let i = 0; i < loads; i++) {
    // The picture before it must stand, or its late arrival would be taken for this one's.
    await agent.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
    await customer.goto(address + paths[i % paths.length], { waitUntil: 'commit' });
    const began = await customer.evaluate(() => performance.timeOrigin);
    const picture = await eventually(`picture ${i} of ${name}`, () =>
      agent.evaluate((since) => window.benchPictures.find(({ at }) => at > since), began),
    );
    const passed = await customer.evaluate(steps);
    found.push({ ...passed, picture: picture.at - began, styled: picture.sheets });
  }
  report(name, found);
  await customer.context().close();
  await agent.context().close();
}

function report(name, found) {
  const row = (label, key) => {
    const numbers = found.map((load) => load[key]).filter((number) => number > 0);
    return [label, ...[0.5, 0.95, 1].map((share) => milliseconds(quantile(numbers, share)))];
  };
  console.log(`\n${name}\n`);
  console.log(
    table(
      ['ms after the navigation began', 'p50', 'p95', 'longest'],
      [
        row('document parsed', 'parsed'),
        row('page loaded, its pictures and sheets included', 'loaded'),
        row('snippet asks for its session module', 'module'),
        row('ticket', 'ticket'),
        row('connection negotiated', 'negotiated'),
        row('first frame sent', 'firstFrame'),
        row('last asset stored before the keyframe', 'assets'),
        row('keyframe whole', 'keyframeWhole'),
        row('**the replica shows the new page**', 'picture'),
      ],
    ),
  );
  console.log(`\nSheets in the pictures: ${[...new Set(found.map((load) => load.styled))].join(', ')}`);
}
