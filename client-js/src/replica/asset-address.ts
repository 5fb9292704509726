import { type AssetSource, assetScheme } from '../protocol/index.ts';

const assetAddress = new RegExp(`^${assetScheme}([0-9a-f]{64})(#[^\\s"'<>]*)?$`);
const inlineImage =
  /^data:(image\/(?:png|jpeg|jpg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)|font\/[\w.+-]+|application\/(?:x-)?font[\w.+-]*|application\/octet-stream)[;,]/i;
const inlineMedia = /^data:(audio|video)\//i;
const linkScheme = /^(https?|mailto|tel|sms|ftp):/i;

/** The hash that an asset address names. */
export function assetHash(address: string): string | undefined {
  return assetAddress.exec(address.trim())?.[1];
}

/** Decides which addresses of a page may stand in a replica. */
export class AssetAddresses {
  readonly #assets: AssetSource;

  constructor(assets: AssetSource) {
    this.#assets = assets;
  }

  /** What an image, font or other passive resource may load; undefined for anything foreign. */
  resource(authored: string): string | undefined {
    const address = authored.trim();
    const asset = assetAddress.exec(address);
    if (asset) return this.#assets.url(asset[1]!) + (asset[2] ?? '');
    if (address.startsWith('#')) return address;
    return inlineImage.test(address) ? address : undefined;
  }

  /** What a media element may load. */
  media(authored: string): string | undefined {
    return this.resource(authored) ?? (inlineMedia.test(authored.trim()) ? authored.trim() : undefined);
  }

  /** The candidates of a `srcset` that may load. */
  sourceSet(authored: string): string | undefined {
    const kept: string[] = [];
    // A candidate is an address without spaces, then descriptors up to a comma.
    for (const [, address, descriptor] of authored.matchAll(/([^\s,]\S*[^\s,]|[^\s,])\s*([^,]*)(?:,|$)/g)) {
      const allowed = this.resource(address!);
      if (allowed !== undefined) kept.push(`${allowed.replace(/ /g, '%20')} ${descriptor!.trim()}`.trim());
    }
    return kept.length > 0 ? kept.join(', ') : undefined;
  }

  /** What a link may say; it is never followed. */
  link(authored: string): string | undefined {
    const address = authored.replace(/[\0-\x20]+/g, '');
    if (assetAddress.test(address)) return undefined;
    return linkScheme.test(address) || !/^[^/?#]*:/.test(address) ? authored : undefined;
  }

  /**
   * Sources for a Content-Security-Policy under which every asset loads, and nothing of other origins. Addresses carry
   * a capability that is renewed while a document shows, so their folder is not the last.
   */
  policySources(): string {
    let sources = 'data: blob:';
    try {
      const probe = new URL(this.#assets.url('0'.repeat(64)));
      if (probe.protocol === 'http:' || probe.protocol === 'https:') sources += ` ${probe.origin}`;
    } catch {
      // An address that is no URL loads nothing.
    }
    return sources;
  }
}
