/**
 * Where captured style sheets, images, fonts and bitmaps go, and where a replica reads them.
 * A hash is the SHA-256 of the stored bytes, as 64 lower-case hex digits.
 */
export interface AssetStore {
  /** Which of `hashes` the store lacks. */
  missing(hashes: string[]): Promise<string[]>;
  /**
   * Stores `bytes` of media type `type` under `hash`. `isPublic` finds out whether everybody gets them without
   * credentials; it costs a request, so a store that shares nothing does not ask.
   */
  put(hash: string, type: string, bytes: Uint8Array, isPublic?: () => Promise<boolean>): Promise<void>;
  /** The address under which a browser can load `hash`. */
  url(hash: string): string;
}

/** What a capture needs of the store. */
export type AssetSink = Pick<AssetStore, 'missing' | 'put'>;

/** What a replica needs of the store. */
export type AssetSource = Pick<AssetStore, 'url'>;
