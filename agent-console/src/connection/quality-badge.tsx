import { Tooltip } from '@mantine/core';
import type { Words } from '../words/en/index.ts';
import { useWords } from '../words/language-context.tsx';
import styles from './quality-badge.module.css';
import type { Quality } from './round-trip.ts';

const bars = { unknown: 0, silent: 0, poor: 1, fair: 2, good: 3 } as const;

function qualityWords(
  quality: Quality,
  words: Words['connection']['quality'],
): { short: string; long: string } {
  if (!('milliseconds' in quality)) return words[quality.type];
  const { type, milliseconds } = quality;
  return { short: words.milliseconds(milliseconds), long: words[type](milliseconds) };
}

/** The connection to the node, in one glance. */
export function QualityBadge({ quality }: { readonly quality: Quality }) {
  const words = useWords().connection.quality;
  const { short, long } = qualityWords(quality, words);
  const filled = bars[quality.type];
  return (
    <Tooltip label={long}>
      <button
        type="button"
        className={styles['badge']}
        data-quality={quality.type}
        aria-label={words.label(long)}
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
        <span className="numbers">{short}</span>
      </button>
    </Tooltip>
  );
}
