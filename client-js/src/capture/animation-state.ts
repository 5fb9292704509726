import type { Gate } from '../masking/gate.ts';
import { isPlain } from '../masking/plain-values.ts';
import type { AnimationState } from '../protocol/op.ts';

/** As style sheets write the name of a property. */
const dashed = (name: string) => name.replace(/[A-Z]/g, '-$&').toLowerCase();

const shown = (gate: Gate, keyframe: ComputedKeyframe): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(keyframe).filter(
      ([name, value]) =>
        name !== 'computedOffset' &&
        (gate.unmasked || !(name.startsWith('--') || !isPlain(String(value), gate.names, dashed(name)))),
    ),
  );

/** An animation as it travels: the page's words for it, as JSON. */
export function animationState(animation: CSSAnimation, gate: Gate): string {
  const effect = animation.effect as KeyframeEffect;
  const { animationName: name, playState: state, playbackRate: rate } = animation;
  const told = { pseudo: effect.pseudoElement, time: animation.currentTime as number, state, rate };
  const whole: AnimationState =
    name === undefined
      ? {
          ...told,
          keyframes: effect.getKeyframes().map((each) => shown(gate, each)),
          timing: { ...effect.getTiming(), composite: effect.composite },
        }
      : { ...told, name };
  return JSON.stringify(whole);
}
