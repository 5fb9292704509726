import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { minify } from 'terser';
import { expect, it } from 'vitest';
import { ownNames } from '../../own-names.mjs';

const room = fileURLToPath(new URL('../..', import.meta.url));
const tsc = join(room, '../node_modules/typescript/bin/tsc');

/** Of `names` those that the minifier gives shorter ones. */
async function renamed(names: readonly string[]): Promise<string[]> {
  const regex = new RegExp(`^(?:${names.join('|')})$`);
  const text = `(x) => [${names.map((name) => `x.${name}`).join()}]`;
  const { code } = await minify(text, { compress: false, mangle: { properties: { regex } } });
  const left = new Set(code?.match(/\w+/g));
  return names.filter((name) => !left.has(name));
}

const quietOrName = (names: readonly string[]) =>
  new RegExp(
    `(\\/\\/[^\\n]*|\\/\\*[\\s\\S]*?\\*\\/|'(?:\\\\.|[^'\\\\\\n])*')|(?<![\\w$#-])(${names.join('|')})\\b(?!-)`,
    'g',
  );

it('what gets shorter names is ours alone: with other names the sources are as sound', async () => {
  const names = await renamed(await ownNames(join(room, 'src')));
  expect(names.length).toBeGreaterThan(100);
  await mkdir(join(room, 'dist'), { recursive: true });
  const place = await mkdtemp(join(room, 'dist/own-names-'));
  try {
    await cp(join(room, 'src'), join(place, 'src'), { recursive: true });
    const pattern = quietOrName(names);
    for (const file of await readdir(join(place, 'src'), { recursive: true })) {
      if (!file.endsWith('.ts')) continue;
      const text = await readFile(join(place, 'src', file), 'utf8');
      await writeFile(
        join(place, 'src', file),
        text.replace(pattern, (whole, quiet, name) => (quiet === undefined ? `${name}OfOurs` : whole)),
      );
    }
    const settings = { extends: '../../tsconfig.json', compilerOptions: { noEmit: true }, include: ['src'] };
    await writeFile(join(place, 'tsconfig.json'), JSON.stringify(settings));
    const said = await promisify(execFile)(process.execPath, [tsc, '-p', place, '--pretty', 'false']).then(
      () => '',
      ({ stdout }) => stdout,
    );
    expect(said).toBe('');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

it('what is read by name elsewhere keeps its name', async () => {
  const names = await ownNames(join(room, 'src'));
  for (const told of [
    'pseudo',
    'time',
    'state',
    'rate',
    'keyframes',
    'timing',
    'sessionId',
    'token',
    'version',
    'tabindex',
  ])
    expect(names).not.toContain(told);
});
