/**
 * Tells CoBrowse who is signed in, or null for nobody: help that one customer asked for is no business of the next.
 * @param {string | null} customer
 */
export function tellWhoIsSignedIn(customer) {
  // Its script may still be on the way, and then takes what is queued.
  globalThis.CoBrowse ??= { q: [] };
  const { CoBrowse } = globalThis;
  if (CoBrowse.identify) CoBrowse.identify(customer);
  else CoBrowse.q?.push(['identify', customer]);
}
