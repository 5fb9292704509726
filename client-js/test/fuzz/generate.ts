import { Draw } from './operations/draw.ts';
import { groups } from './operations/index.ts';
import { startLines, startNames } from './start-page.ts';

/** Where the page gives way: what follows comes in another microtask, task or animation frame. */
const pauses = [
  'await 0',
  'await turn()',
  'await turn()',
  'await rendered()',
  'await rendered(); await turn()',
];
const later = ['queueMicrotask', 'requestAnimationFrame', 'setTimeout'];
const longestBurst = 9;

/** The lines of one run: operations in bursts, keyframes and a joining agent among them. */
export function generate(seed: number, operations: number): string[] {
  const draw = new Draw(seed, startNames);
  const lines = [...startLines];
  const all = Object.values(groups);
  let burst = 1;
  let joined = false;
  for (let i = 0; i < operations; i++) {
    const at = draw.often(all);
    const line = draw.often(at)(draw);
    lines.push(draw.below(12) === 0 ? `${draw.one(later)}(() => attempt(() => { ${line} }))` : line);
    if (--burst > 0) continue;
    burst = 1 + draw.below(longestBurst);
    lines.push(draw.one(pauses));
    if (draw.below(12) === 0) lines.push(draw.below(3) === 0 ? 'await keyframe()' : 'keyframe()');
    if (joined || draw.below(25) !== 0) continue;
    joined = true;
    lines.push('join()');
  }
  return lines;
}
