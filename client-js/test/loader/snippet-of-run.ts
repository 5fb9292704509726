import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { buildSnippet } from '../../build.mjs';

interface Built {
  /** The folder with the snippet's files. */
  readonly folder: string;
  /** The files with their sizes. */
  readonly files: Awaited<ReturnType<typeof buildSnippet>>;
}

/** The snippet, built and minified once for all test files of a run: that takes seconds of a processor. */
export async function snippetOfRun(): Promise<Built> {
  const run = inject('snippetFolder');
  const folder = join(run, 'snippet');
  const list = join(run, 'files.json');
  const turn = join(run, 'building');
  while (!existsSync(list)) {
    const mine = await mkdir(turn).then(
      () => true,
      () => false,
    );
    if (mine) await build().finally(() => rmdir(turn));
    else await wait(50);
  }
  return { folder, files: JSON.parse(await readFile(list, 'utf8')) as Built['files'] };

  async function build(): Promise<void> {
    if (existsSync(list)) return;
    const files = await buildSnippet(folder);
    await writeFile(`${list}.new`, JSON.stringify(files));
    await rename(`${list}.new`, list);
  }
}
