const moving = /~(-?[\d.]+)~/g;
/** Seconds by which what goes on while it is looked at may be apart. */
const tolerance = 0.25;

/** Writes a number that goes on by itself. */
export const movingNumber = (value: number): string => `~${value.toFixed(3)}~`;

/** Whether two texts say the same, numbers that go on by themselves within a tolerance. */
export function sameWithin(source: string, replica: string): boolean {
  if (source === replica) return true;
  if (source.replace(moving, '~') !== replica.replace(moving, '~')) return false;
  const [one, two] = [numbers(source), numbers(replica)];
  return one.every((value, index) => Math.abs(value - two[index]!) <= tolerance);
}

const numbers = (text: string) => [...text.matchAll(moving)].map((match) => Number(match[1]));
