import type { AssetSource } from '../../protocol/index.ts';
import { assetHash } from '../asset-address.ts';
import type { SafeCss } from './safe-css.ts';

const importAddress = /@import\s+(?:url\(\s*)?["']?\s*(cobrowse-asset:[0-9a-f]{64})/gi;
const mostNested = 16;

/** Fetches CSS assets, makes them safe with all that they import, and keeps them under addresses of our own. */
export class AssetSheets {
  readonly #assets: AssetSource;
  readonly #css: SafeCss;
  readonly #loading = new Map<string, Promise<string | undefined>>();
  readonly #addresses: string[] = [];
  #disposed = false;

  constructor(assets: AssetSource, css: SafeCss) {
    this.#assets = assets;
    this.#css = css;
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
    const safe = await this.safe(css, depth);
    const address = URL.createObjectURL(new Blob([safe], { type: 'text/css' }));
    if (this.#disposed) URL.revokeObjectURL(address);
    else this.#addresses.push(address);
    return address;
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

  async #load(hash: string, depth: number): Promise<string | undefined> {
    const response = await fetch(this.#assets.url(hash));
    return response.ok ? this.store(await response.text(), depth) : undefined;
  }
}

/** The hashes of assets that `css` imports. */
export function importedAssets(css: string): string[] {
  return [...css.matchAll(importAddress)].map((match) => assetHash(match[1]!)!);
}
