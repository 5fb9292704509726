const kept = /^(?:https?:)?\/\/|^[^:?#]*(?:[?#]|$)/i;

/** An address without what may tell of a person: query, fragment, and whatever follows a scheme that is not the web's. */
export function plainAddress(address: string): string {
  const trimmed = address.trim();
  if (trimmed.startsWith('#')) return '#';
  if (!kept.test(trimmed)) {
    const scheme = /^(mailto|tel|sms):/i.exec(trimmed);
    return scheme ? scheme[0] : '#';
  }
  if (!/[?#@]/.test(trimmed)) return trimmed;
  return trimmed.replace(/[?#].*$/s, '').replace(/^((?:https?:)?\/\/)[^/]*@/i, '$1');
}
