import type { Gate } from '../masking/gate.ts';
import { animationState } from './animation-state.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import { tried } from './tried.ts';

/** Brings to replicas the animations that script made or changed, and where those of style sheets are. */
export class AnimationCapture {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #gate: Gate;
  readonly #changed = new Set<Element>();
  readonly #animated = new WeakSet<Element>();

  constructor(ids: NodeIds, nodes: NodeWriter, gate: Gate) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#gate = gate;
  }

  changed(element: Element): void {
    this.#changed.add(element);
    this.#animated.add(element);
  }

  written(element: Element): void {
    if (this.#animated.has(element)) this.#changed.add(element);
  }

  /** Late replicas begin style sheets' animations when they come. */
  changedIn(roots: Iterable<Document | ShadowRoot>): void {
    for (const root of roots) {
      for (const animation of tried(() => root.getAnimations()) ?? []) {
        const { target } = animation.effect as KeyframeEffect;
        if (target && !isTransition(animation)) this.changed(target);
      }
    }
  }

  flush(): void {
    for (const element of this.#changed) {
      const id = this.#ids.of(element);
      if (id) this.#nodes.writer.animations(id, this.#states(element));
    }
    this.#changed.clear();
  }

  #states(element: Element): string[] {
    const all = element.getAnimations({ subtree: true }) as CSSAnimation[];
    return all
      .filter((each) => (each.effect as KeyframeEffect).target === element && !isTransition(each))
      .map((each) => animationState(each, this.#gate));
  }
}

const isTransition = (animation: Animation) => 'transitionProperty' in animation;
