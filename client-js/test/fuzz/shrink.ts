/**
 * The fewest `lines` that still fail, in their order: leaves out halves, then quarters, down to single lines, until no
 * line can go (delta debugging). `fails` runs what is left; it is asked about each list once.
 */
export async function shrink(
  lines: readonly string[],
  fails: (lines: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  const asked = new Map<string, boolean>();
  const stillFails = async (some: readonly string[]) => {
    const key = some.join('\n');
    const known = asked.get(key) ?? (await fails(some));
    asked.set(key, known);
    return known;
  };
  let left = [...lines];
  let size = Math.ceil(left.length / 2);
  for (;;) {
    let shrunk = false;
    // From the end: what comes last hangs on what came first.
    for (let end = left.length; end > 0; end -= size) {
      const without = left.toSpliced(Math.max(0, end - size), Math.min(size, end));
      if (!(await stillFails(without))) continue;
      left = without;
      shrunk = true;
    }
    if (size === 1 && !shrunk) return left;
    size = Math.max(1, Math.floor(size / 2));
  }
}
