import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';

const require = createRequire(import.meta.url);
export const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface PortalFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The folder in which an installed package lies. */
export function packageFolder(name: string): string {
  for (let folder = dirname(require.resolve('esbuild/package.json')); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed`);
  }
}

/** A file below a folder, or undefined. */
export function fileBelow(folder: string, path: string): PortalFile | undefined {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return { type: contentTypes[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
}

/** What the pages load from elsewhere, from the npm packages that are the same. */
export function cdnFile(address: string): PortalFile | undefined {
  const packages: readonly (readonly [pattern: RegExp, name: string, path: string])[] = [
    [/cdn\.jsdelivr\.net\/npm\/bootstrap-icons@[^/]+\/(.*?)(\?|$)/, 'bootstrap-icons', ''],
    [/cdn\.jsdelivr\.net\/npm\/bootstrap@[^/]+\/(.*?)(\?|$)/, 'bootstrap', ''],
    [/SimpleLightbox\/[^/]+\/simpleLightbox\.min\.(css|js)/i, 'simplelightbox', 'dist/simple-lightbox.min.'],
  ];
  for (const [pattern, name, path] of packages) {
    const rest = pattern.exec(address)?.[1];
    if (rest !== undefined) return fileBelow(packageFolder(name), path + rest);
  }
  return undefined;
}
