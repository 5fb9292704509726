/** What `work` returns, or undefined where it throws: what the page or its browser does not let us do. */
export function tried<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
