/** The value below which `share` of the numbers lie; NaN of none. */
export function quantile(numbers, share) {
  if (numbers.length === 0) return Number.NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (numbers) => quantile(numbers, 0.5);

export const milliseconds = (number) => (Number.isNaN(number) ? '–' : number.toFixed(1));

export const kilobytes = (bytes) =>
  bytes === undefined ? '–' : (bytes / 1000).toFixed(bytes < 99_950 ? 1 : 0);

export const ratio = (number) =>
  Number.isFinite(number) ? `${number.toFixed(number < 0.095 ? 3 : 2)}×` : '–';

export const geometricMean = (numbers) =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

/** The median, and in brackets the least and the most. */
export function spread(numbers, digits = 1) {
  const [middle, least, most] = [median(numbers), Math.min(...numbers), Math.max(...numbers)];
  return numbers.length < 2
    ? middle.toFixed(digits)
    : `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** A Markdown table, so that results can be pasted as they are. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Deterministic numbers from 0 to 1, so that both sides get the same pauses. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
