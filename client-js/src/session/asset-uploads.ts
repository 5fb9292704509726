import type { AssetSink } from '../protocol/asset-store.ts';
import { limits } from '../protocol/protocol.gen.ts';

/** The two requests that uploads are made of. */
export interface AssetRequests {
  missing(hashes: readonly string[]): Promise<string[]>;
  put(hash: string, type: string, bytes: Uint8Array, isPublic: boolean, signal: AbortSignal): Promise<void>;
}

interface Question {
  readonly hashes: readonly string[];
  resolve(missing: string[]): void;
  reject(error: unknown): void;
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
  readonly #questions: Question[] = [];
  #asking = false;
  #running = 0;
  readonly #queue: (() => void)[] = [];
  readonly #requests: AssetRequests;

  /** `known`: what the server has since an earlier page. */
  constructor(requests: AssetRequests, known: readonly string[] = []) {
    this.#requests = requests;
    this.#stored = new Set(known);
  }

  missing(hashes: string[]): Promise<string[]> {
    const unknown = hashes.filter((hash) => !this.#stored.has(hash));
    if (unknown.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.#questions.push({ hashes: unknown, resolve, reject });
      if (!this.#asking) void this.#askAll();
    });
  }

  async put(hash: string, type: string, bytes: Uint8Array, isPublic?: () => Promise<boolean>): Promise<void> {
    if (this.#stored.has(hash)) return;
    if (bytes.byteLength > limits.assetBytes) throw new RangeError('CoBrowse: the asset is too large');
    // The proof is a request to the portal, which holds up no upload.
    const shared = isPublic ? await isPublic() : false;
    await this.#turn();
    try {
      const signal = AbortSignal.any?.([this.#stopping.signal, AbortSignal.timeout(patience)]);
      await this.#requests.put(hash, type, bytes, shared, signal ?? this.#stopping.signal);
      this.#stored.add(hash);
    } finally {
      this.#running--;
      this.#queue.shift()?.();
    }
  }

  /** What the server is known to have. */
  get known(): readonly string[] {
    return [...this.#stored];
  }

  /** Cancels what runs and waits. */
  stop(): void {
    this.#stopping.abort();
    for (const go of this.#queue.splice(0)) go();
  }

  async #turn(): Promise<void> {
    if (this.#running >= parallel) await new Promise<void>((go) => this.#queue.push(go));
    this.#running++;
    if (this.#stopping.signal.aborted) {
      this.#running--;
      throw this.#stopping.signal.reason;
    }
  }

  async #askAll(): Promise<void> {
    this.#asking = true;
    while (this.#questions.length > 0) {
      await new Promise((go) => setTimeout(go, gather));
      await this.#ask(this.#questions.splice(0));
    }
    this.#asking = false;
  }

  async #ask(questions: readonly Question[]): Promise<void> {
    const hashes = [...new Set(questions.flatMap((question) => question.hashes))];
    try {
      const missing = new Set<string>();
      for (let at = 0; at < hashes.length; at += limits.missingHashes)
        for (const hash of await this.#requests.missing(hashes.slice(at, at + limits.missingHashes)))
          missing.add(hash);
      for (const hash of hashes) if (!missing.has(hash)) this.#stored.add(hash);
      for (const question of questions) question.resolve(question.hashes.filter((hash) => missing.has(hash)));
    } catch (error) {
      for (const question of questions) question.reject(error);
    }
  }
}
