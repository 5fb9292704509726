import type { AssetSource } from '../../protocol/index.ts';
import { assetHash } from '../asset-address.ts';
import type { KeptSheets } from './kept-sheets.ts';
import type { SafeCss } from './safe-css.ts';

const importAddress = /@import\s+(?:url\(\s*)?["']?\s*(cobrowse-asset:[0-9a-f]{64})/gi;
const mostNested = 16;

/** Fetches CSS assets, makes them safe with all that they import, and keeps them under addresses of our own. */
export class AssetSheets {
  readonly #assets: AssetSource;
  readonly #css: SafeCss;
  readonly #kept: KeptSheets;
  readonly #loading = new Map<string, Promise<string | undefined>>();
  readonly #addresses: string[] = [];
  #disposed = false;

  constructor(assets: AssetSource, css: SafeCss, kept: KeptSheets) {
    this.#assets = assets;
    this.#css = css;
    this.#kept = kept;
  }

  /** The address of an asset's safe text. */
  address(hash: string, depth = 0): Promise<string | undefined> {
    let loading = this.#loading.get(hash);
    if (!loading) {
      loading = this.#load(hash, depth).catch(() => undefined);
      this.#loading.set(hash, loading);
    }
    return loading;
  }

  /** The address of a safe copy of `css`. */
  async store(css: string, depth = 0): Promise<string> {
    return this.#addressOf(await this.safe(css, depth));
  }

  /** A safe copy of `css`, once all that it imports is there. */
  async safe(css: string, depth = 0): Promise<string> {
    const imported = new Map<string, string | undefined>();
    if (depth < mostNested) {
      for (const hash of importedAssets(css)) imported.set(hash, await this.address(hash, depth + 1));
    }
    return this.#css.sheet(css, (authored) => imported.get(assetHash(authored) ?? ''));
  }

  dispose(): void {
    this.#disposed = true;
    for (const address of this.#addresses) URL.revokeObjectURL(address);
  }

  #addressOf(safe: string): string {
    const address = URL.createObjectURL(new Blob([safe], { type: 'text/css' }));
    if (this.#disposed) URL.revokeObjectURL(address);
    else this.#addresses.push(address);
    return address;
  }

  async #load(hash: string, depth: number): Promise<string | undefined> {
    const url = this.#assets.url(hash);
    const kept = this.#kept.get(url);
    if (kept) return this.#addressOf(this.#css.use(kept).text);
    const response = await fetch(url);
    if (!response.ok) return undefined;
    const css = await response.text();
    // What a sheet imports has an address for this page only.
    if (importedAssets(css).length > 0) return this.store(css, depth);
    const sheet = this.#css.whole(css);
    this.#kept.keep(url, sheet);
    return this.#addressOf(sheet.text);
  }
}

/** The hashes of assets that `css` imports. */
export function importedAssets(css: string): string[] {
  return [...css.matchAll(importAddress)].map((match) => assetHash(match[1]!)!);
}
