import { chromium } from 'playwright-core';
import { chromium as settings } from '../../../chromium.mjs';
import { bundledPage } from '../../replica/bundled-page.ts';
import type {} from './leaks-page.ts';

const address = 'http://leaks.test/';
const browser = await chromium.launch({
  args: settings.args,
  ...(settings.executablePath ? { executablePath: settings.executablePath } : {}),
});
let wrong = 0;
try {
  const page = await browser.newPage();
  await page.route(`${address}**`, (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>leaks</title><body>' })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(address);
  await page.addScriptTag({ content: await bundledPage('../masking/leaks/leaks-page.ts') });
  for (const policy of ['unmasked', 'strict', 'standard'] as const) {
    const { lines, never, loud, places, quiet } = await page.evaluate((name) => window.leaks(name), policy);
    console.log(`\n${policy}: ${places} hiding places, ${quiet} that tell by length, time or size\n`);
    for (const { place, cover, found } of lines) console.log(`  ${found ?? 'none'}\t${place} (${cover})`);
    const found = lines.filter((line) => line.found !== undefined);
    if (policy === 'unmasked') {
      const missed = lines.filter((line) => (line.found === undefined) !== never.includes(line.place));
      wrong += missed.length;
      console.log(`\n${found.length} of ${lines.length} found; void without them: ${missed.length} missed`);
      continue;
    }
    wrong += found.length + loud.length;
    for (const told of loud) console.log(`  told\t${told}`);
    console.log(`\n${found.length} of ${lines.length} found, ${loud.length} of ${quiet} told apart`);
  }
} finally {
  await browser.close();
}
process.exitCode = wrong > 0 ? 1 : 0;
