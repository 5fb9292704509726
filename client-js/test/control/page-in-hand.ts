import { Bounds } from '../../src/control/bounds.ts';
import { Executor } from '../../src/control/executor.ts';
import type { Ground } from '../../src/control/ground.ts';
import type { Action, Aim } from '../../src/protocol/action.ts';
import type { ControlRules } from '../../src/protocol/index.ts';

/** A page whose elements an agent sees where they are. */
export class PageInHand {
  readonly #numbered: Element[] = [document.documentElement];
  readonly ground: Ground = {
    epoch: () => 7,
    locate: (node) => this.#numbered[node],
    accepts: (field) => field.matches(this.accepting),
    hides: (element) => element.matches('[data-masked]'),
  };
  accepting = '*';
  waits = false;
  readonly executor: Executor;

  constructor(rules: Partial<ControlRules> = {}) {
    const bounds = new Bounds({ Blocked: [], AllowSubmit: false, Origins: [], ...rules }, this.ground);
    this.executor = new Executor(this.ground, bounds, {
      waits: () => this.waits,
      acting: () => undefined,
      pause: (milliseconds) => new Promise((go) => setTimeout(go, Math.min(milliseconds, 5))),
    });
  }

  node(element: Element): number {
    if (!this.#numbered.includes(element)) this.#numbered.push(element);
    return this.#numbered.indexOf(element);
  }

  aim(element: Element, x = 0.5, y = 0.5): Aim {
    const box = element.getBoundingClientRect();
    const seen = { x: box.x, y: box.y, width: box.width, height: box.height };
    return { node: this.node(element), x, y, seen };
  }

  run(action: Action) {
    return this.executor.run(7, action);
  }

  async click(element: Element) {
    await this.run({ type: 'Hover', at: this.aim(element) });
    return this.run({ type: 'Click', at: this.aim(element) });
  }

  type(element: Element, text: string) {
    return this.run({ type: 'Type', node: this.node(element), text, whole: false });
  }

  press(element: Element, ...keys: string[]) {
    return this.run({ type: 'Keys', node: this.node(element), keys: keys.map((key) => ({ key })) });
  }
}
