import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSnippet } from '../../build.mjs';

it('the loader is at most 5 kB and everything at most 41.5 kB, compressed', async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'snippet-size-'));
  try {
    const built = await buildSnippet(outdir);
    const loader = built.find(({ file }) => file === 'cobrowse.js')!;
    expect(loader.gz).toBeLessThanOrEqual(5_000);
    const usual = built.filter(({ spare }) => !spare);
    expect(usual.length).toBeGreaterThan(2);
    expect(usual.reduce((sum, { gz }) => sum + gz, 0)).toBeLessThanOrEqual(41_500);
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}, 30_000);
