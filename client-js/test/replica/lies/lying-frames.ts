import { random } from '../../protocol/random-ops.ts';

/** Frames of a real page, spoilt by a seed: bytes flipped, cut, joined, repeated, in another order, with other heads. */
export function spoilt(frames: readonly Uint8Array[], seed: number): Uint8Array[] {
  const next = random(seed);
  const all = frames.map((frame) => frame.slice());
  const any = () => all[next(all.length)]!;
  const ways: (() => void)[] = [
    () => {
      const frame = any();
      for (let i = 0; i <= next(6); i++) frame[16 + next(Math.max(1, frame.length - 16))] = next(256);
    },
    () => {
      const frame = any();
      frame[next(16)] = next(256);
    },
    () => {
      const at = next(all.length);
      all[at] = all[at]!.slice(0, 16 + next(Math.max(1, all[at]!.length - 16)));
    },
    () => {
      const at = next(all.length);
      const from = 16 + next(Math.max(1, any().length - 16));
      all[at] = Uint8Array.of(...all[at]!.slice(0, 16 + next(40)), ...any().slice(from));
    },
    () => void all.splice(next(all.length), 0, any().slice()),
    () => {
      const [one, other] = [next(all.length), next(all.length)];
      [all[one], all[other]] = [all[other]!, all[one]!];
    },
    () => {
      if (all.length > 1) all.splice(next(all.length), 1);
    },
    () => {
      const frame = any();
      const at = 16 + next(Math.max(1, frame.length - 20));
      frame.set([0xff, 0xff, 0xff, 0x7f].slice(0, Math.max(0, frame.length - at)), at);
    },
  ];
  for (let i = 0; i <= next(5); i++) ways[next(ways.length)]!();
  return all;
}
