import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A script of this folder's neighbours as one text that a page can run. */
export async function bundled(file) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../${file}`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
