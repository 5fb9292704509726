import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The script of a window; `file` stands beside this one. */
export async function bundledPage(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}
