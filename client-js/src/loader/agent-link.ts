/**
 * Takes the token of an agent's link out of the address, so that neither the page's own scripts nor its history keep it:
 * where this script comes first in the page, nothing has read it.
 */
export function takeLink(): string | undefined {
  const token = /^#cobrowse=([\w-]{43})$/.exec(location.hash)?.[1];
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
