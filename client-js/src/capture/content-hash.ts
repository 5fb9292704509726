/**
 * SHA-256 of `bytes` as 64 lower-case hex digits. Our own one, where a page on plain http has no `crypto.subtle`, is
 * fetched only there.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const native = globalThis.crypto?.subtle;
  const digest = native
    ? new Uint8Array(await native.digest('SHA-256', new Uint8Array(bytes)))
    : (await import('./sha256.ts')).digestOf(bytes);
  return hex(digest);
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
