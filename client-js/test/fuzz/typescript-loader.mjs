// Lets Node load the tests' TypeScript as it stands.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), { loader: 'ts', target: 'es2022' });
  return { format: 'module', source: code, shortCircuit: true };
}
