import type { AnimationState } from '../../protocol/index.ts';
import type { SafeCss } from '../style/safe-css.ts';

interface Wanted {
  readonly states: readonly AnimationState[];
  readonly at: number;
}

/** How long a style sheet's animation may take to begin. */
const patience = 5000;
const notStyles = new Set(['offset', 'easing', 'composite']);

/** Brings elements' animations to the customer's: script's are made anew, style sheets' own are taken to their place. */
export class Animations {
  readonly #css: SafeCss;
  readonly #wanted = new Map<Element, Wanted>();
  readonly #made = new WeakMap<Element, Animation[]>();

  constructor(css: SafeCss) {
    this.#css = css;
  }

  set(element: Element, animations: readonly string[]): void {
    const at = performance.now();
    this.#wanted.set(element, { states: animations.map((each) => JSON.parse(each)), at });
  }

  removed(element: Element): void {
    this.#wanted.delete(element);
  }

  /** Style sheets' animations begin with the first layout. */
  apply(): void {
    for (const [element, wanted] of this.#wanted) {
      if (this.#brought(element, wanted) || performance.now() - wanted.at > patience)
        this.#wanted.delete(element);
    }
  }

  /** What no browser can do is not tried again. */
  #brought(element: Element, wanted: Wanted): boolean {
    try {
      return this.#bring(element, wanted);
    } catch {
      return true;
    }
  }

  #bring(element: Element, { states, at }: Wanted): boolean {
    for (const made of this.#made.get(element) ?? []) made.cancel();
    this.#made.delete(element);
    const own = element.getAnimations({ subtree: true }) as CSSAnimation[];
    const made: Animation[] = [];
    let whole = true;
    for (const state of states) {
      const pseudo = state.pseudo ?? null;
      const index = own.findIndex(({ animationName, effect }) => {
        const { target, pseudoElement } = effect as KeyframeEffect;
        return animationName === state.name && target === element && pseudoElement === pseudo;
      });
      const animation =
        state.name === undefined ? this.#make(element, state) : own.splice(index, index < 0 ? 0 : 1)[0];
      if (!animation) whole = false;
      else {
        if (state.name === undefined) made.push(animation);
        steer(animation, state, at);
      }
    }
    if (made.length > 0) this.#made.set(element, made);
    return whole;
  }

  #make(element: Element, { keyframes = [], timing = {}, pseudo }: AnimationState): Animation {
    const safe = keyframes.map((keyframe) =>
      Object.fromEntries(
        Object.entries(keyframe).map(([name, value]) => [
          name,
          // A list would be read as text as well.
          typeof value === 'number' || notStyles.has(name) ? value : this.#css.value(String(value)),
        ]),
      ),
    );
    // Numbers without an end have no JSON.
    const options = Object.fromEntries(
      Object.entries(timing).map(([name, value]) => [name, value ?? Infinity]),
    );
    return Element.prototype.animate.call(element, safe as Keyframe[], {
      ...options,
      pseudoElement: pseudo ?? null,
    });
  }
}

function steer(animation: Animation, { time, state, rate }: AnimationState, at: number): void {
  if (animation.playbackRate !== rate) animation.playbackRate = rate;
  if (state === 'paused' && animation.playState !== 'paused') animation.pause();
  if (state === 'running' && animation.playState === 'paused') animation.play();
  // One that goes with a scroll has no time of its own.
  if (typeof time !== 'number') return;
  animation.currentTime = state === 'running' ? time + (performance.now() - at) * rate : time;
}
