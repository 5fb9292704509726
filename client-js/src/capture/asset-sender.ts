import type { AssetSink } from '../protocol/asset-store.ts';
import { limits } from '../protocol/protocol.gen.ts';
import { type Fetched, fetchAsset } from './asset-fetch.ts';
import { sha256 } from './content-hash.ts';
import { report } from './guard.ts';

/** What became of an address: a hash once the store has it, null where it cannot be read. */
export interface Asset {
  hash: string | null | undefined;
  readonly settled: Promise<void>;
}

const atOnce = 6;

/** Brings what pages load into the asset store, each content once. */
export class AssetSender {
  readonly #sink: AssetSink;
  readonly #byAddress = new Map<string, Asset>();
  readonly #stored = new Map<string, Promise<boolean>>();
  readonly #work = new Set<Promise<unknown>>();
  #asked: { hash: string; answer: (missing: boolean) => void }[] = [];
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(sink: AssetSink) {
    this.#sink = sink;
  }

  /** The asset behind an absolute address; `make` turns its bytes into what is stored. */
  address(address: string, make?: (fetched: Fetched) => Promise<Fetched>): Asset {
    const key = make === undefined ? address : `css ${address}`;
    const known = this.#byAddress.get(key);
    if (known !== undefined) return known;
    const load = async () => {
      const fetched = await this.#inTurn(() => fetchAsset(address));
      return fetched === undefined || make === undefined ? fetched : make(fetched);
    };
    const asset: { hash: string | null | undefined; settled: Promise<void> } = {
      hash: undefined,
      settled: Promise.resolve(),
    };
    asset.settled = this.track(
      (async () => {
        const fetched = await load();
        asset.hash = fetched === undefined ? null : await this.store(fetched);
      })().catch((error) => {
        asset.hash = null;
        report(error);
      }),
    );
    this.#byAddress.set(key, asset);
    return asset;
  }

  /** Work that {@link idle} waits for. */
  track(work: Promise<void>): Promise<void> {
    this.#work.add(work);
    const done = () => void this.#work.delete(work);
    work.then(done, done);
    return work;
  }

  /** Stores what the store lacks; the hash, or null where that failed. */
  async store({ type, bytes }: Fetched): Promise<string | null> {
    if (bytes.length > limits.assetBytes) return null;
    const hash = await sha256(bytes);
    let stored = this.#stored.get(hash);
    if (stored === undefined) {
      stored = this.#put(hash, type, bytes);
      this.#stored.set(hash, stored);
    }
    if (await stored) return hash;
    this.#stored.delete(hash);
    return null;
  }

  async #put(hash: string, type: string, bytes: Uint8Array): Promise<boolean> {
    try {
      if (await this.#missing(hash)) await this.#inTurn(() => this.#sink.put(hash, type, bytes));
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  }

  /** Questions of one moment travel together. */
  #missing(hash: string): Promise<boolean> {
    if (this.#asked.length === 0) setTimeout(() => void this.#ask(), 5);
    return new Promise((answer) => this.#asked.push({ hash, answer }));
  }

  async #ask(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    for (let start = 0; start < asked.length; start += limits.missingHashes) {
      const some = asked.slice(start, start + limits.missingHashes);
      let missing: Set<string> | undefined;
      try {
        missing = new Set(await this.#sink.missing(some.map(({ hash }) => hash)));
      } catch (error) {
        report(error);
      }
      for (const { hash, answer } of some) answer(missing?.has(hash) ?? true);
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      return await work();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  get busy(): boolean {
    return this.#work.size > 0;
  }

  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
