import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';
import { contentTypes } from './portal-files.ts';
import type { Portal } from './portals.ts';

/** Compiles Svelte's components. */
const svelte: Plugin = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, 'utf8'), { filename: basename(path), css: 'injected' });
      return { contents: js.code };
    });
  },
};

/** The portal of an application: `index.html` of its folder and what its `main` bundles to. */
export async function bundledApplication(name: string, main: string): Promise<Portal> {
  const folder = new URL(`applications/${name}/`, import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(main, folder))],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    plugins: [svelte],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    conditions: ['browser', 'production'],
    loader: { '.webm': 'file', '.svg': 'file' },
    logLevel: 'error',
  });
  const files = new Map<string, Buffer>(
    outputFiles.map(({ path, contents }) => [`/${basename(path)}`, Buffer.from(contents)]),
  );
  files.set('/', await readFile(new URL('index.html', folder)));
  return {
    name,
    pages: [''],
    file: (path) => {
      const body = files.get(path);
      return body && { type: contentTypes[extname(path) || '.html'] ?? 'application/octet-stream', body };
    },
  };
}
