import type { AssetSink } from '../protocol/asset-store.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { limits } from '../protocol/protocol.gen.ts';
import { type Fetched, fetchAsset } from './asset-fetch.ts';
import { sha256 } from './content-hash.ts';
import { report } from './guard.ts';
import { Lanes } from './lanes.ts';

/** What became of an address. */
export interface Asset {
  /** Known once the store has it; null where it cannot be read. */
  readonly hash: string | null | undefined;
  /** Whether the hash stays; else another is on its way. */
  readonly final: boolean;
  /** Resolves when the next hash is there. */
  readonly settled: Promise<void>;
  /** Whether everybody gets what it is made of, `seen` apart. */
  readonly isPublic?: ((seen?: Set<unknown>) => Promise<boolean>) | undefined;
}

export type OpenAsset = { -readonly [K in keyof Asset]: Asset[K] };

/** Gives an asset its hash; what it answers with gives it a better one later. */
export type AssetStep = (asset: OpenAsset) => Promise<AssetStep | undefined>;

const atOnce = 6;

/** Brings what pages load into the asset store, each content once. */
export class AssetSender {
  readonly #sink: AssetSink;
  readonly #byAddress = new Map<string, Asset>();
  readonly #stored = new Map<string, Promise<boolean>>();
  readonly #work = new Set<Promise<unknown>>();
  readonly #lanes = new Lanes(atOnce);

  constructor(sink: AssetSink) {
    this.#sink = sink;
  }

  /** The asset behind an absolute address. */
  address(address: string): Asset {
    return this.once(address, async (asset) => {
      const fetched = await this.fetch(address);
      asset.isPublic = fetched?.isPublic;
      asset.hash = fetched ? await this.store(fetched) : null;
      return undefined;
    });
  }

  /** The asset under `key`; made by `step` if there is none yet. */
  once(key: string, step: AssetStep): Asset {
    return getOrMake(this.#byAddress, key, () => {
      const asset: OpenAsset = { hash: undefined, final: false, settled: Promise.resolve() };
      const go = (now: AssetStep): void => {
        asset.settled = this.track(
          now(asset)
            .catch((error) => {
              asset.hash ??= null;
              report(error);
              return undefined;
            })
            .then((next) => {
              if (next) go(next);
              else asset.final = true;
            }),
        );
      };
      go(step);
      return asset;
    });
  }

  /** The bytes behind an address; a few are fetched at once. */
  fetch(address: string): Promise<Fetched | undefined> {
    return this.#lanes.run(() => fetchAsset(address));
  }

  /** Work that {@link idle} waits for. */
  track(work: Promise<void>): Promise<void> {
    this.#work.add(work);
    const done = () => void this.#work.delete(work);
    work.then(done, done);
    return work;
  }

  /** Stores what the store lacks, unless it is `passing`; the hash, or null where the store has it not. */
  async store(fetched: Fetched, passing = false): Promise<string | null> {
    if (fetched.bytes.length > limits.assetBytes) return null;
    const hash = await sha256(fetched.bytes);
    if (await getOrMake(this.#stored, hash, () => this.#put(hash, fetched, passing))) return hash;
    this.#stored.delete(hash);
    return null;
  }

  async #put(hash: string, { type, bytes, isPublic }: Fetched, passing: boolean): Promise<boolean> {
    try {
      const [missing] = await this.#sink.missing([hash]);
      if (missing === undefined) return true;
      if (!passing) await this.#sink.put(hash, type, bytes, isPublic);
      return !passing;
    } catch (error) {
      report(error);
      return false;
    }
  }

  get busy(): boolean {
    return this.#work.size > 0;
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
