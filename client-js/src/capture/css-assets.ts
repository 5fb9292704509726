import type { Gate } from '../masking/gate.ts';
import { assetScheme } from '../protocol/op.ts';
import type { Asset, AssetSender, AssetStep } from './asset-sender.ts';
import { type CssAddress, type CssParts, putTogether, takeApart } from './css-text.ts';
import { isFontShown } from './font-source.ts';
import { tried } from './tried.ts';
import { atMost } from './waiting.ts';

/** Loads nothing and is always valid. */
const nothing = 'data:,';
const deepestImport = 8;
/**
 * How long a sheet waits for those that it imports, and for its fonts and pictures, before it goes without; longer where
 * the store does not know it without, so that few are uploaded twice.
 */
const patience = { imports: 1000, others: 100, upload: 400, whole: 15_000 };
/** Safe where they stand, and no request. */
const inline = /^data:(?:image\/|font\/|application\/(?:x-)?font)/i;

interface Named {
  readonly imports: Asset[];
  readonly others: Asset[];
}

/** Replaces what CSS text loads by assets. */
export class CssAssets {
  readonly #assets: AssetSender;
  /** Told the names in all CSS that leaves. */
  readonly names: Gate['names'] | undefined;
  readonly #gate: Gate;
  readonly #loading = new Set<Promise<void>>();
  /** Texts of sheets, until {@link forget}. */
  #texts: Map<string, string> | undefined = new Map();

  constructor(assets: AssetSender, gate: Gate) {
    this.#assets = assets;
    this.names = gate.unmasked ? undefined : gate.names;
    this.#gate = gate;
  }

  /** Whether words in sheets show. */
  get strings(): boolean {
    return this.#gate.showsSheetStrings;
  }

  /** `css` with the assets that are there so far; `late` gets those that are not in it yet, or not as they will be. */
  ready(css: string, base: string, late: (asset: Asset) => void, strings = this.strings): string {
    const { text, imports, others } = this.#filled(takeApart(css, strings), base);
    for (const asset of [...imports, ...others]) if (!asset.final) late(asset);
    return text;
  }

  /** The text behind `address` if a sheet came from there. */
  textOf(address: string): string | undefined {
    return this.#texts?.get(address);
  }

  /** No text is asked for any more. */
  forget(): void {
    this.#texts = undefined;
  }

  /** The asset of a sheet that is linked or imported. */
  sheet(address: string, chain: readonly string[] = []): Asset {
    const asset = this.#assets.once(`css ${address}`, this.#load(address, [...chain, address]));
    if (asset.hash === undefined) this.#loading.add(asset.settled);
    return asset;
  }

  /** Resolves when the sheets asked for so far are there, or not to be had. */
  async loaded(): Promise<void> {
    const loading = [...this.#loading];
    await Promise.all(loading);
    for (const sheet of loading) this.#loading.delete(sheet);
  }

  /** A sheet goes soon with what is there, and again once all is. */
  #load(address: string, chain: readonly string[]): AssetStep {
    return async (asset) => {
      const fetched = await this.#assets.fetch(address);
      if (!fetched) {
        asset.hash = null;
        return undefined;
      }
      const css = new TextDecoder().decode(fetched.bytes);
      this.#texts?.set(address, css);
      const apart = takeApart(css, this.strings);
      const { imports, others } = this.#filled(apart, address, chain);
      await Promise.all([within(imports, patience.imports), within(others, patience.others)]);
      // Sheets that import each other would wait for ever.
      const end = Date.now() + patience.whole;
      const tell = async (first = true): Promise<AssetStep | undefined> => {
        const { text, imports, others } = this.#filled(apart, address, chain);
        const named = [...imports, ...others];
        const pending = named.filter(({ final }) => !final);
        const shown = [fetched, ...named.filter(({ hash }) => hash)];
        // Sheets may import each other.
        const isPublic = async (seen = new Set<unknown>()) => {
          if (seen.has(asset)) return true;
          seen.add(asset);
          for (const part of shown) if (!(await part.isPublic?.(seen))) return false;
          return true;
        };
        asset.isPublic = isPublic;
        const bytes = new TextEncoder().encode(text);
        const passing = first && pending.length > 0;
        const hash = await this.#assets.store({ type: 'text/css', bytes, isPublic }, passing);
        if (passing && hash === null) {
          await within(pending, patience.upload);
          return tell(false);
        }
        asset.hash = hash ?? asset.hash ?? null;
        if (pending.length === 0 || Date.now() >= end) return undefined;
        return async () => {
          await within(pending, end - Date.now());
          return tell(false);
        };
      };
      return tell();
    };
  }

  #filled(css: CssParts, base: string, chain: readonly string[] = []) {
    const named: Named = { imports: [], others: [] };
    const chosen = new Set<number>();
    const text = putTogether(css, ({ address, imported, font }: CssAddress) => {
      if (address.startsWith('#') || address.startsWith(assetScheme)) return undefined;
      const absolute = resolve(address, base);
      if (
        absolute === undefined ||
        (!this.strings && tells(absolute)) ||
        chain.length > deepestImport ||
        (imported && chain.includes(absolute))
      )
        return nothing;
      // A browser loads the first source that it can show and no other.
      if (font && (chosen.has(font.list) || !isFontShown(absolute, font.hint))) return nothing;
      const inSheet = chain.length > 0 && inline.test(absolute);
      const asset = inSheet
        ? undefined
        : imported
          ? this.sheet(absolute, chain)
          : this.#assets.address(absolute.split('#')[0]!);
      // Whether a browser knows a technology is another question: then the next source is there as well.
      if (font && asset?.hash !== null && !/tech\(/i.test(font.hint)) chosen.add(font.list);
      if (!asset) return undefined;
      named[imported ? 'imports' : 'others'].push(asset);
      if (!asset.hash) return nothing;
      return assetScheme + asset.hash + (imported ? '' : (/#[\w-]+$/.exec(absolute)?.[0] ?? ''));
    });
    this.names?.gather(text);
    return { text, ...named };
  }
}

/** Whether an address holds what may be words. */
const tells = (address: string): boolean => {
  if (!address.startsWith('data:')) return false;
  if (!inline.test(address)) return true;
  if (!address.startsWith('data:image/svg')) return false;
  const said = tried(() =>
    /^[^,]*base64/i.test(address) ? atob(address.replace(/^[^,]*,/, '')) : decodeURIComponent(address),
  );
  return said === undefined || /<(?:!|text|title|desc|metadata|foreign|style|image)/i.test(said);
};

const within = (assets: readonly Asset[], longest: number): Promise<unknown> =>
  atMost(longest, Promise.all(assets.map(({ settled }) => settled)));

export const resolve = (address: string, base: string): string | undefined =>
  tried(() => new URL(address.trim(), base).href);
