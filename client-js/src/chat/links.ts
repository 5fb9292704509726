/** An address in a text that may be opened, once somebody has said so. */
export interface Link {
  readonly href: string;
  /** Where it leads, as browsers spell it: letters that only look like others show as `xn--`. */
  readonly host: string;
  readonly origin: string;
}

const candidate = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi;
const most = 5;

/** The addresses in a text. Those with a name or password in them pretend to be of another host, and are none. */
export function linksIn(text: string): Link[] {
  const found = new Map<string, Link>();
  for (const [match] of text.matchAll(candidate)) {
    if (found.size === most) break;
    const link = linkOf(match.replace(/[.,;:!?)\]]+$/, ''));
    if (link) found.set(link.href, link);
  }
  return [...found.values()];
}

function linkOf(text: string): Link | undefined {
  try {
    const { href, host, origin, protocol, username, password } = new URL(text);
    if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || host === '') return undefined;
    return { href, host, origin };
  } catch {
    return undefined;
  }
}
