/** An origin as people say it: without the scheme where that is the usual one. */
export function originWords(origin: string): string {
  return origin.replace(/^https:\/\//u, '');
}
