import { expect, it } from 'vitest';
import { snippetOfRun } from './snippet-of-run.ts';

it('the loader is at most 5 kB and everything at most 46.3 kB, compressed', async () => {
  const { files } = await snippetOfRun();
  const loader = files.find(({ file }) => file === 'cobrowse.js')!;
  expect(loader.gz).toBeLessThanOrEqual(5_000);
  const usual = files.filter(({ spare }) => !spare);
  expect(usual.length).toBeGreaterThan(2);
  expect(usual.reduce((sum, { gz }) => sum + gz, 0)).toBeLessThanOrEqual(46_300);
});
