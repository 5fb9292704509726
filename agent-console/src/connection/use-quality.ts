import { useEffect, useState } from 'react';
import { type Quality, qualityOf, remember } from './round-trip.ts';

const every = 2000;
const silentAfter = 5000;

/** Measures the round trip while `ping` is given and the component shows. */
export function useQuality(ping: (() => Promise<unknown>) | undefined): Quality {
  const [quality, setQuality] = useState<Quality>({ type: 'unknown' });
  useEffect(() => {
    setQuality({ type: 'unknown' });
    if (!ping) return;
    let samples: readonly number[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const measure = async () => {
      const asked = performance.now();
      const silence = setTimeout(() => !stopped && setQuality({ type: 'silent' }), silentAfter);
      try {
        await ping();
        samples = remember(samples, performance.now() - asked);
        if (!stopped) setQuality(qualityOf(samples));
      } catch {
        if (!stopped) setQuality({ type: 'silent' });
      }
      clearTimeout(silence);
      if (!stopped) timer = setTimeout(measure, every);
    };
    void measure();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [ping]);
  return quality;
}
