import { useId } from 'react';
import { useNow } from '../clock/use-now.ts';
import { useLanguage } from '../words/language-context.tsx';
import styles from './stage.module.css';

/** Who looks, and when, faintly all over what a customer shows: it is on every picture that somebody takes of it. */
export function Watermark({ name }: { readonly name: string }) {
  const { code } = useLanguage();
  const now = useNow(30_000);
  const pattern = useId();
  const text = `${name} · ${new Intl.DateTimeFormat(code, { dateStyle: 'short', timeStyle: 'short' }).format(now)}`;
  const width = 60 + text.length * 8;
  return (
    <svg className={styles['watermark']} aria-hidden="true" data-testid="watermark">
      <defs>
        <pattern
          id={pattern}
          width={width}
          height={150}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x={0} y={40}>
            {text}
          </text>
          <text x={-width / 2} y={115}>
            {text}
          </text>
          <text x={width / 2} y={115}>
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}
