import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium as browsers } from 'playwright-core';
import { chromium } from '../../../chromium.mjs';

declare const recordedFrames: () => Promise<Uint8Array[]>;
declare const survives: (frames: readonly Uint8Array[], seed: number) => Promise<string[]>;

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '1000' } },
});
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('fuzz-page.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
});
const browser = await browsers.launch({
  args: chromium.args,
  ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
});
const page = await browser.newPage();
await page.route('**/*', (route) =>
  route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
);
await page.goto('http://console.test/');
await page.addScriptTag({ content: outputFiles[0]!.text });
await page.evaluate(async () => Object.assign(window, { frames: await recordedFrames() }));
const first = Number(values.seed);
const end = first + Number(values.runs);
let failed = 0;
const most = 100;
for (let from = first; from < end; from += most) {
  const found = await page.evaluate(
    async ([begin, until]) => {
      const wrong: string[] = [];
      const { frames } = window as unknown as { frames: Uint8Array[] };
      for (let seed = begin; seed < until; seed++)
        wrong.push(...(await survives(frames, seed)).map((each) => `seed ${seed}: ${each}`));
      return wrong;
    },
    [from, Math.min(end, from + most)] as const,
  );
  failed += found.length;
  for (const line of found) console.log(line);
}
const heap = await page.evaluate(
  () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
);
await browser.close();
console.log(
  `${end - first} spoilt recordings, ${failed} failures, ${Math.round(heap / 1e6)} MB of heap in the end`,
);
process.exitCode = failed > 0 ? 1 : 0;
