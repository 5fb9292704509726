/** An origin as people say it: without the scheme, unless that is unusual and worth a look. */
export function originWords(origin: string): string {
  return origin.replace(/^https:\/\/|^http:\/\/(?=localhost\b|127\.0\.0\.1\b)/u, '');
}
