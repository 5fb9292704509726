import { expect, it } from 'vitest';
import { recordedFrames, survives } from './fuzz-page.ts';
import { spoilt } from './lying-frames.ts';

// More of them: npm run fuzz:frames -w client-js -- --seed 1000 --runs 5000
it('no spoilt frame keeps a replica from showing the next keyframe', async () => {
  const frames = await recordedFrames();
  expect(frames.length).toBeGreaterThan(8);
  expect(spoilt(frames, 3)).not.toEqual(frames);
  for (let seed = 0; seed < 25; seed++) expect([seed, await survives(frames, seed)]).toEqual([seed, []]);
});
