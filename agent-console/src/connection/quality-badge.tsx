import { Tooltip } from '@mantine/core';
import styles from './quality-badge.module.css';
import type { Quality } from './round-trip.ts';

const bars = { unknown: 0, silent: 0, poor: 1, fair: 2, good: 3 } as const;

function qualityWords(quality: Quality): { short: string; long: string } {
  switch (quality.type) {
    case 'unknown':
      return { short: 'Measuring', long: 'Measuring the connection…' };
    case 'silent':
      return { short: 'No answer', long: 'The server has not answered for some seconds.' };
    case 'good':
      return { short: 'Good', long: `Good connection: ${quality.milliseconds} ms there and back.` };
    case 'fair':
      return {
        short: 'Fair',
        long: `Fair connection: ${quality.milliseconds} ms there and back. Pointing lags a little.`,
      };
    case 'poor':
      return {
        short: 'Poor',
        long: `Poor connection: ${quality.milliseconds} ms there and back. What you see is late; point slowly.`,
      };
    default:
      return quality satisfies never;
  }
}

/** The connection to the node, in one glance. */
export function QualityBadge({ quality }: { readonly quality: Quality }) {
  const { short, long } = qualityWords(quality);
  const filled = bars[quality.type];
  return (
    <Tooltip label={long}>
      <button
        type="button"
        className={styles['badge']}
        data-quality={quality.type}
        aria-label={`Connection: ${long}`}
      >
        <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
          {[0, 1, 2].map((bar) => (
            <rect
              key={bar}
              x={bar * 5.5}
              y={8 - bar * 4}
              width="4"
              height={6 + bar * 4}
              rx="1.2"
              data-filled={bar < filled || undefined}
            />
          ))}
        </svg>
        <span className="numbers">{'milliseconds' in quality ? `${quality.milliseconds} ms` : short}</span>
      </button>
    </Tooltip>
  );
}
