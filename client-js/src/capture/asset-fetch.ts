import { limits } from '../protocol/protocol.gen.ts';

export interface Fetched {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The bytes behind an address as this page may read them, or undefined. */
export async function fetchAsset(address: string): Promise<Fetched | undefined> {
  if (address.startsWith('data:')) return dataAddress(address);
  if (!/^(?:https?|blob):/.test(address)) return undefined;
  // Without credentials first: what everybody gets is no secret of this customer.
  const local = address.startsWith('blob:') || new URL(address).origin === location.origin;
  return (await attempt(address, 'omit')) ?? (await attempt(address, local ? 'same-origin' : 'include'));
}

async function attempt(address: string, credentials: RequestCredentials): Promise<Fetched | undefined> {
  try {
    const cache = address.startsWith('blob:') ? 'default' : 'force-cache';
    const answer = await fetch(address, { credentials, cache });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > limits.assetBytes) return undefined;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > limits.assetBytes) return undefined;
    const type = answer.headers.get('content-type') ?? '';
    // A sign-in page in place of what was asked for.
    if (/^text\/html\b/i.test(type)) return undefined;
    return { type: type.split(';')[0]!.trim() || 'application/octet-stream', bytes };
  } catch {
    return undefined;
  }
}

/** Read by hand, since a content security policy may forbid to fetch what it allows to show. */
function dataAddress(address: string): Fetched | undefined {
  const parts = /^data:([^,]*?)(;\s*base64)?,(.*)$/is.exec(address.replace(/#[^"'<>]*$/, ''));
  if (parts === null) return undefined;
  try {
    const type = parts[1]!.split(';')[0]!.trim() || 'text/plain';
    const text = parts[3]!;
    const binary =
      parts[2] === undefined
        ? text
            .replace(/[^\0-\x7f]+/g, encodeURIComponent)
            .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        : atob(decodeURIComponent(text).replace(/\s/g, ''));
    return { type, bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)) };
  } catch {
    return undefined;
  }
}
