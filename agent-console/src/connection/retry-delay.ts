const steps = [0, 500, 1000, 2000, 4000, 8000];
const longest = 10_000;

/**
 * How long to wait before try number `attempt`, counted from 0, in milliseconds. There is no last try. The spread
 * keeps a hundred consoles from coming back to a restarted node in the same instant.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const step = steps[attempt] ?? longest;
  return Math.round(step * (0.75 + random() * 0.5));
}
