/** An asset store in memory whose addresses are blobs. */
export class MemoryAssets {
  readonly #blobs = new Map<string, string>();

  async missing(hashes: string[]): Promise<string[]> {
    return hashes.filter((hash) => !this.#blobs.has(hash));
  }

  async put(hash: string, type: string, bytes: Uint8Array): Promise<void> {
    this.#blobs.set(hash, URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type })));
  }

  /** Stores text and answers with its asset address. */
  async text(content: string, type = 'text/css'): Promise<string> {
    const bytes = new TextEncoder().encode(content);
    const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    await this.put(hash, type, bytes);
    return `cobrowse-asset:${hash}`;
  }

  url(hash: string): string {
    return this.#blobs.get(hash) ?? 'data:,';
  }
}
