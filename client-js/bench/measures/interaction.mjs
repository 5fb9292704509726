// 200 keys, 300 moves, 50 scrolls, 20 clicks, from the browser's own input queue, and the bytes that tell of them.
import { kilobytes, table } from '../figures.mjs';
import { countBytes } from './recorded-bytes.mjs';
import { RecordedPage, startRecorder } from './recorded-page.mjs';

const contestants = {
  rrweb: 'rrweb',
  openreplay: 'OpenReplay',
  unmasked: 'ours, unmasked',
  standard: 'ours, standard',
};

export async function interactionBytes({ browser, site, scripts }) {
  const rows = [];
  for (const [recorder, name] of Object.entries(contestants)) {
    const opened = await RecordedPage.open(browser, `${site.address}/10k.html`, [scripts[recorder]]);
    await opened.page.evaluate(startRecorder, { keep: true });
    await opened.page.evaluate(() => window.recorder.taken());
    site.taken();
    const parts = [];
    for (const act of [keys, moves, scrolls, clicks]) {
      await act(opened.page);
      await opened.page.evaluate(() => window.recorder.taken());
      parts.push(countBytes(site.taken()));
    }
    await opened.close();
    const sum = (key) => parts.reduce((all, part) => all + part[key], 0);
    rows.push([
      name,
      ...parts.map(({ raw }) => kilobytes(raw)),
      kilobytes(sum('raw')),
      kilobytes(sum('gz')),
      sum('messages'),
    ]);
  }
  return table(
    ['kB', '200 keys', '300 moves', '50 scrolls', '20 clicks', 'all, raw', 'all, gz', 'messages'],
    rows,
  );
}

async function keys(page) {
  await page.click('#field');
  const text = 'Please send the statement of March to my new address, thank you. ';
  for (let i = 0; i < 200; i++) await page.keyboard.press(text[i % text.length], { delay: 15 });
}

async function moves(page) {
  for (let i = 0; i < 300; i++) {
    await page.mouse.move(640 + 400 * Math.cos(i / 40), 400 + 250 * Math.sin(i / 25));
    await page.waitForTimeout(12);
  }
}

async function scrolls(page) {
  for (let i = 0; i < 50; i++) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(30);
  }
}

async function clicks(page) {
  for (let i = 0; i < 20; i++) {
    await page.mouse.click(60 + (i % 5) * 8, 200 + i * 20);
    await page.waitForTimeout(30);
  }
}
