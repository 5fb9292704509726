import { type AssetSink, limits } from '../protocol/index.ts';

/** The two requests that uploads are made of. */
export interface AssetRequests {
  missing(hashes: readonly string[]): Promise<string[]>;
  put(hash: string, type: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>;
}

interface Question {
  readonly hashes: readonly string[];
  resolve(missing: string[]): void;
  reject(error: unknown): void;
}

const parallel = 4;
const patience = 60_000;

/**
 * The way of a session's assets to the server: questions asked in the same turn go as one, a few uploads run at
 * once, and what the server is known to have is not asked for again.
 */
export class AssetUploads implements AssetSink {
  readonly #stored = new Set<string>();
  readonly #stopping = new AbortController();
  #questions: Question[] = [];
  #running = 0;
  readonly #queue: (() => void)[] = [];
  readonly #requests: AssetRequests;

  constructor(requests: AssetRequests) {
    this.#requests = requests;
  }

  missing(hashes: string[]): Promise<string[]> {
    const unknown = hashes.filter((hash) => !this.#stored.has(hash));
    if (unknown.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.#questions.push({ hashes: unknown, resolve, reject });
      if (this.#questions.length === 1) queueMicrotask(() => void this.#ask());
    });
  }

  async put(hash: string, type: string, bytes: Uint8Array): Promise<void> {
    if (this.#stored.has(hash)) return;
    if (bytes.byteLength > limits.assetBytes) throw new RangeError('CoBrowse: the asset is too large');
    await this.#turn();
    try {
      const signal = AbortSignal.any?.([this.#stopping.signal, AbortSignal.timeout(patience)]);
      await this.#requests.put(hash, type, bytes, signal ?? this.#stopping.signal);
      this.#stored.add(hash);
    } finally {
      this.#running--;
      this.#queue.shift()?.();
    }
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

  async #ask(): Promise<void> {
    const questions = this.#questions;
    this.#questions = [];
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
