import { pause } from '../capture/waiting.ts';
import { boxOf } from '../guide/element-box.ts';
import { type Action, decodeAction } from '../protocol/action.ts';
import { encodeGuidance } from '../protocol/guidance.ts';
import type { ActionKind, ActionOutcome, ControlRules } from '../protocol/protocol.gen.ts';
import { AgentMark } from './agent-mark.ts';
import { Bounds } from './bounds.ts';
import { CustomerHands } from './customer-hands.ts';
import { Executor } from './executor.ts';
import type { Ground } from './ground.ts';
import type { ControlWords } from './words.ts';

/** What control of a page needs of the session. */
export interface PageControlDelegate extends Ground {
  /** Whether nothing may happen now: sharing is paused. */
  paused(): boolean;
  /** The agent's pointer and its mark, as guidance has them. */
  point(body: Uint8Array): void;
  /** The customer's own hands come to the page, or leave it. */
  yielded(yields: boolean): void;
  answered(action: number, outcome: ActionOutcome): void;
}

/** One agent's control of this page, from its grant until it ends. */
export class PageControl {
  readonly #delegate: PageControlDelegate;
  readonly #words: ControlWords;
  readonly #hands: CustomerHands;
  readonly #mark: AgentMark;
  readonly #executor: Executor;
  #last: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(rules: ControlRules, layer: HTMLElement, words: ControlWords, delegate: PageControlDelegate) {
    this.#delegate = delegate;
    this.#words = words;
    this.#mark = new AgentMark(layer);
    this.#hands = new CustomerHands((yields) => delegate.yielded(yields));
    this.#executor = new Executor(delegate, new Bounds(rules, delegate), {
      waits: () => this.#stopped || this.#hands.onPage || delegate.paused(),
      acting: (element, action) => this.#show(element, action),
      pause,
    });
    this.#hands.start();
  }

  /** Does an action after those before it, and answers for it. */
  act(number: number, kind: ActionKind, body: Uint8Array): void {
    this.#last = this.#last.then(async () => {
      const decoded = decodeAction(kind, body);
      this.#hands.look();
      const outcome = decoded ? await this.#executor.run(decoded.epoch, decoded.action) : 'Failed';
      this.#delegate.answered(number, outcome);
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#executor.finish();
    this.#hands.stop();
    this.#mark.clear();
  }

  #show(element: Element, action: Action): void {
    if ('at' in action) {
      const { node, x, y } = action.at;
      const presses = /Click|Check|Select|Drag/.test(action.type);
      this.#delegate.point(encodeGuidance({ type: presses ? 'click' : 'pointer', anchor: { node, x, y } }));
    }
    if (action.type === 'Hover' || action.type === 'Scroll') return;
    if (boxOf(element, window)) this.#mark.show(element, this.#words.does[action.type]);
  }
}
