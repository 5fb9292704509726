import { limits } from '../protocol/protocol.gen.ts';

export interface Fetched {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Whether everybody gets these bytes. Costs a request, the first time. */
  readonly isPublic?: (seen?: Set<unknown>) => Promise<boolean>;
}

/** Null: nothing to be had. Undefined: perhaps with credentials, since the host answered that they lack. */
type Attempt = Fetched | null | undefined;

/** The bytes behind an address as this page may read them, or undefined. */
export async function fetchAsset(address: string): Promise<Fetched | undefined> {
  if (address.startsWith('data:')) return dataAddress(address);
  if (!/^(?:https?|blob):/.test(address)) return undefined;
  const blob = address.startsWith('blob:');
  const cache = blob ? 'default' : 'force-cache';
  const own = blob || new URL(address).origin === location.origin;
  let found = await attempt(address, own ? 'same-origin' : 'omit', cache);
  if (found === undefined && !own) found = await attempt(address, 'include', cache);
  if (!found || blob) return found ?? undefined;
  const fetched = found;
  let proof: Promise<boolean> | undefined;
  return {
    ...fetched,
    isPublic: () => {
      proof ??= provenPublic(address, fetched);
      return proof;
    },
  };
}

/**
 * Asks for it again without credentials, past a cache that may hold what the customer's credentials brought. What a
 * service worker answers proves nothing, and an address with a query may be a secret by itself.
 */
async function provenPublic(address: string, { bytes }: Fetched): Promise<boolean> {
  if (navigator.serviceWorker?.controller || /(?<!\.(?:css|woff2?|[ot]tf))\?/i.test(address)) return false;
  const again = (await attempt(address, 'omit', 'no-store'))?.bytes;
  return again?.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
}

async function attempt(
  address: string,
  credentials: RequestCredentials,
  cache: RequestCache,
): Promise<Attempt> {
  try {
    const answer = await fetch(address, { credentials, cache });
    if (!answer.ok) return answer.status === 401 || answer.status === 403 ? undefined : null;
    if (cache === 'no-store' && /private|no-store/i.test(answer.headers.get('cache-control') ?? ''))
      return null;
    if (Number(answer.headers.get('content-length') ?? 0) > limits.assetBytes) return null;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > limits.assetBytes) return null;
    const type = answer.headers.get('content-type') ?? '';
    // A sign-in page in place of what was asked for.
    if (/^text\/html\b/i.test(type)) return undefined;
    return { type: type.split(';')[0]!.trim() || 'application/octet-stream', bytes };
  } catch {
    return null;
  }
}

/** Read by hand, since a content security policy may forbid to fetch what it allows to show. */
function dataAddress(address: string): Fetched | undefined {
  const parts = /^data:([^,]*?)(;\s*base64)?,(.*)$/is.exec(address.replace(/#[^"'<>]*$/, ''));
  if (!parts) return undefined;
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
