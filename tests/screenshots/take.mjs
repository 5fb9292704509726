// Pictures of the product's main states, for people to look at: every state in light and dark, the customer on a
// desktop and a phone, the console on a desktop and a tablet. Drives the built server with its demo bank.
// node tests/screenshots/take.mjs [folder] [--only part-of-a-name]
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../../client-js/bench/people/browser.mjs';
import { startServer } from '../../client-js/bench/product/server-process.mjs';
import { administration } from './administration.mjs';
import { helpSession } from './help-session.mjs';
import { looks } from './looks.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const folder = resolve(positionals[0] ?? 'artifacts/screenshots');

const server = await startServer();
const browser = await openBrowser();
let failed = 0;
try {
  for (const look of looks) {
    const place = join(folder, look.name);
    await rm(place, { recursive: true, force: true });
    await mkdir(place, { recursive: true });
    for (const story of [helpSession, administration]) {
      if (values.only && !`${look.name}/${story.name}`.includes(values.only)) continue;
      let count = 0;
      /** Takes `page` as it is, once what moves has come to rest. */
      const shot = async (page, name) => {
        const number = String(++count).padStart(2, '0');
        const path = join(place, `${story.name}-${number}-${name}.png`);
        await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
      };
      try {
        await story({ browser, server, look, shot });
        console.log(`${look.name}: ${story.name}, ${count} pictures`);
      } catch (error) {
        failed++;
        console.error(`${look.name}: ${story.name} stopped after ${count} pictures: ${error.message}`);
      }
    }
  }
} finally {
  await browser.close().catch(() => undefined);
  await server.stop().catch(() => undefined);
}
console.log(folder);
if (failed > 0) process.exitCode = 1;
