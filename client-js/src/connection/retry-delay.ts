const first = 250;
const longest = 20_000;

/**
 * How long to wait before attempt `attempt` (from 0), in milliseconds: at once, then doubling, with a jitter of
 * half so that a node's customers do not come back in one wave.
 */
export function retryDelay(attempt: number, random: () => number): number {
  if (attempt === 0) return 0;
  const full = Math.min(longest, first * 2 ** attempt);
  return full / 2 + (full / 2) * random();
}
