/** How well the connection carries a live view. */
export type Quality =
  | { readonly type: 'unknown' }
  | { readonly type: 'good' | 'fair' | 'poor'; readonly milliseconds: number }
  /** The last question has had no answer for seconds. */
  | { readonly type: 'silent' };

const remembered = 7;
const goodBelow = 150;
const fairBelow = 400;

/** The middle of the last few round trips: one hiccup does not alarm anyone. */
export function middle(samples: readonly number[]): number | undefined {
  if (samples.length === 0) return undefined;
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

export function remember(samples: readonly number[], sample: number): readonly number[] {
  return [...samples, sample].slice(-remembered);
}

export function qualityOf(samples: readonly number[]): Quality {
  const milliseconds = middle(samples);
  if (milliseconds === undefined) return { type: 'unknown' };
  const type = milliseconds < goodBelow ? 'good' : milliseconds < fairBelow ? 'fair' : 'poor';
  return { type, milliseconds: Math.round(milliseconds) };
}
