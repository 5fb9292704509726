import { assetScheme } from '../protocol/op.ts';
import type { Fetched } from './asset-fetch.ts';
import type { Asset, AssetSender } from './asset-sender.ts';
import { rewriteCss } from './css-text.ts';

/** Loads nothing and is always valid. */
const nothing = 'data:,';
const deepestImport = 8;
const patience = 15_000;

export interface ReadyCss {
  readonly text: string;
  readonly rules: number;
  /** Assets whose addresses are not in the text yet. */
  readonly pending: readonly Asset[];
}

/** Replaces what CSS text loads by assets. */
export class CssAssets {
  readonly #assets: AssetSender;
  readonly #strings: boolean;
  readonly #loading = new Set<Promise<void>>();

  constructor(assets: AssetSender, strings: boolean) {
    this.#assets = assets;
    this.#strings = strings;
  }

  /** `css` with the assets that are there so far. */
  ready(css: string, base: string, chain: readonly string[] = []): ReadyCss {
    const pending: Asset[] = [];
    const { text, rules } = rewriteCss(css, {
      strings: this.#strings,
      address: (address, imported) => {
        if (address.startsWith('#')) return undefined;
        if (address.startsWith(assetScheme)) return undefined;
        const absolute = resolve(address, base);
        if (absolute === undefined || chain.length > deepestImport || (imported && chain.includes(absolute)))
          return nothing;
        const asset = imported ? this.sheet(absolute, chain) : this.#assets.address(absolute.split('#')[0]!);
        if (asset.hash === undefined) pending.push(asset);
        if (!asset.hash) return nothing;
        return assetScheme + asset.hash + (imported ? '' : (/#[\w-]+$/.exec(absolute)?.[0] ?? ''));
      },
    });
    return { text, rules, pending };
  }

  /** `css` once all that it loads is stored. */
  async whole(css: string, base: string, chain: readonly string[] = []): Promise<ReadyCss> {
    const { pending } = this.ready(css, base, chain);
    // Sheets that import each other would wait for ever.
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([Promise.all(pending.map(({ settled }) => settled)), late]);
    return this.ready(css, base, chain);
  }

  /** The asset of a sheet that is linked or imported. */
  sheet(address: string, chain: readonly string[] = []): Asset {
    const asset = this.#assets.address(address, (fetched) =>
      this.#rewritten(fetched, address, [...chain, address]),
    );
    if (asset.hash === undefined) this.#loading.add(asset.settled);
    return asset;
  }

  /** Resolves when the sheets asked for so far are there, or not to be had. */
  async loaded(): Promise<void> {
    const loading = [...this.#loading];
    await Promise.all(loading);
    for (const sheet of loading) this.#loading.delete(sheet);
  }

  async #rewritten(fetched: Fetched, base: string, chain: readonly string[]): Promise<Fetched> {
    const { text } = await this.whole(new TextDecoder().decode(fetched.bytes), base, chain);
    return { type: 'text/css', bytes: new TextEncoder().encode(text) };
  }
}

export function resolve(address: string, base: string): string | undefined {
  try {
    return new URL(address.trim(), base).href;
  } catch {
    return undefined;
  }
}
