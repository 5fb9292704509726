/**
 * Tells CoBrowse, where it is on the page, that something failed for the customer.
 * @param {string} name what failed
 * @param {Record<string, string>} details never what the customer typed
 */
export function report(name, details) {
  globalThis.CoBrowse?.report?.(name, details);
}
