import { Lanes } from '../capture/lanes.ts';
import { pause } from '../capture/waiting.ts';
import type { AssetSink } from '../protocol/asset-store.ts';
import { limits } from '../protocol/protocol.gen.ts';

/** The two requests that uploads are made of. */
export interface AssetRequests {
  missing(hashes: readonly string[]): Promise<string[]>;
  put(hash: string, type: string, bytes: Uint8Array, isPublic: boolean, signal: AbortSignal): Promise<void>;
}

const parallel = 4;
const patience = 60_000;
const gather = 5;

/**
 * The way of a session's assets to the server: questions of one moment, and those that come up while one is out, go
 * as one; a few uploads run at once; and what the server is known to have is not asked for again, on later pages too.
 */
export class AssetUploads implements AssetSink {
  readonly #stored: Set<string>;
  readonly #stopping = new AbortController();
  readonly #lanes = new Lanes(parallel);
  readonly #wanted = new Set<string>();
  /** The answer for all that is wanted by now. */
  #answer: Promise<ReadonlySet<string>> | undefined;
  #former: Promise<unknown> | undefined;
  readonly #requests: AssetRequests;

  /** `known`: what the server has since an earlier page. */
  constructor(requests: AssetRequests, known: readonly string[] = []) {
    this.#requests = requests;
    this.#stored = new Set(known);
  }

  async missing(hashes: string[]): Promise<string[]> {
    const unknown = hashes.filter((hash) => !this.#stored.has(hash));
    if (unknown.length === 0) return [];
    for (const hash of unknown) this.#wanted.add(hash);
    if (!this.#answer) {
      this.#answer = this.#ask(this.#former);
      this.#former = this.#answer.catch(() => {});
    }
    const missing = await this.#answer;
    return unknown.filter((hash) => missing.has(hash));
  }

  async put(hash: string, type: string, bytes: Uint8Array, isPublic?: () => Promise<boolean>): Promise<void> {
    if (this.#stored.has(hash)) return;
    if (bytes.byteLength > limits.assetBytes) throw new RangeError('CoBrowse: the asset is too large');
    // The proof is a request to the portal, which holds up no upload.
    const shared = isPublic ? await isPublic() : false;
    await this.#lanes.run(async () => {
      const { signal } = this.#stopping;
      signal.throwIfAborted();
      const either = AbortSignal.any?.([signal, AbortSignal.timeout(patience)]);
      await this.#requests.put(hash, type, bytes, shared, either ?? signal);
      this.#stored.add(hash);
    });
  }

  /** What the server is known to have. */
  get known(): readonly string[] {
    return [...this.#stored];
  }

  /** Cancels what runs and waits. */
  stop(): void {
    this.#stopping.abort();
    this.#lanes.open();
  }

  /** Asks for all that is wanted a moment after the former answer. */
  async #ask(former: Promise<unknown> | undefined): Promise<ReadonlySet<string>> {
    await former;
    await pause(gather);
    const hashes = [...this.#wanted];
    this.#wanted.clear();
    this.#answer = undefined;
    const missing = new Set<string>();
    for (let at = 0; at < hashes.length; at += limits.missingHashes)
      for (const hash of await this.#requests.missing(hashes.slice(at, at + limits.missingHashes)))
        missing.add(hash);
    for (const hash of hashes) if (!missing.has(hash)) this.#stored.add(hash);
    return missing;
  }
}
