import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orderedFunctions } from './function-order.mjs';
import { repeatingNames } from './repeating-names.mjs';

const room = fileURLToPath(new URL('.', import.meta.url));
const kept = join(room, 'dist/polished');
const most = 60;
const tools = [
  'compressed-text.mjs',
  'function-order.mjs',
  'polished.mjs',
  'repeating-names.mjs',
  'repeats.mjs',
  'scopes.mjs',
  'syntax-tree.mjs',
];

/** A minified text as it compresses best. That takes seconds of a processor: what it came to is kept for later builds. */
export async function polished(text) {
  const hash = createHash('sha256').update(text);
  for (const tool of tools) hash.update(await readFile(join(room, tool)));
  const file = join(kept, `${hash.digest('hex')}.js`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const made = orderedFunctions(repeatingNames(text));
  await mkdir(kept, { recursive: true });
  // Another build may look for it meanwhile.
  const half = `${file}.${process.pid}`;
  await writeFile(half, made);
  await rename(half, file);
  await forgetOld();
  return made;
}

async function forgetOld() {
  const files = (await readdir(kept)).map((name) => join(kept, name));
  const dated = await Promise.all(
    files.map(async (file) => ({ file, at: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const old = dated.sort((one, other) => other.at - one.at).slice(most);
  for (const { file } of old) await rm(file, { force: true });
}
