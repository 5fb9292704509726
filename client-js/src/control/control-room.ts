import type { Strings } from '../consent/strings.ts';
import type { ControlView } from '../consent/view.ts';
import type {
  ActionKind,
  ActionOutcome,
  ConsentRequest,
  ControlRules,
  SessionView,
} from '../protocol/protocol.gen.ts';
import { PageControl } from './page-control.ts';
import { askedWords, type ControlWords, controlWords } from './words.ts';

/** What control of a page stands on: the session's own parts. */
export interface ControlGround {
  readonly strings: Strings;
  readonly hub: {
    invoke(method: 'YieldControl', yields: boolean): Promise<unknown>;
    invoke(method: 'Acted', action: number, outcome: ActionOutcome): Promise<unknown>;
  };
  readonly live: {
    readonly running: boolean;
    readonly epoch: number | undefined;
    element(node: number): Element | undefined;
    accepts(field: Element, right: 'control'): boolean;
    conceals(element: Element): boolean;
  };
  readonly guidance: { receive(participantId: string, body: Uint8Array): void };
  /** Where pictures are drawn, and where the words of questions about more than viewing are kept. */
  readonly surface: { readonly guide: HTMLElement; askedWords: Strings | undefined };
  /** What asks the customer. */
  readonly face: { ask(request: ConsentRequest, words?: string | null): void; readonly asking?: boolean };
}

/** An agent's control of this page, as the node and the customer say it stands. */
export class ControlRoom {
  #running: { readonly id: string; readonly control: PageControl } | undefined;
  /** The customer has stopped it, whatever the node knows by now. */
  #stopped = false;
  readonly #ground: ControlGround;
  readonly #words: ControlWords;

  constructor(ground: ControlGround) {
    this.#ground = ground;
    this.#words = controlWords(ground.strings.language);
    ground.surface.askedWords = askedWords(ground.strings);
  }

  ask(request: ConsentRequest, words?: string | null): void {
    this.#ground.face.ask(request, words);
  }

  /** Makes the page agree with what the node says; answers what the customer is shown of it. */
  update(session: SessionView, rules: ControlRules | null): ControlView | undefined {
    const holder = session.Participants.find(({ Control }) => Control === 'Held' || Control === 'Yielded');
    if (!holder) this.#stopped = false;
    const whole = Array.isArray(rules?.Blocked) && Array.isArray(rules.Origins);
    if (!holder || !rules || !whole || this.#stopped) {
      this.#end();
      return undefined;
    }
    const { ParticipantId: agentId, Name: name, Control } = holder;
    if (this.#running?.id !== agentId) {
      this.#end();
      this.#running = { id: agentId, control: this.#begin(agentId, rules) };
    }
    const { stop } = this.#words;
    return { name, stop, says: Control === 'Yielded' ? this.#words.waits(name) : this.#words.controls(name) };
  }

  act(participantId: string, action: number, kind: ActionKind, body: Uint8Array): void {
    if (this.#running?.id === participantId) this.#running.control.act(action, kind, body);
  }

  /** The customer takes it back, or nobody shares any more. */
  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  #begin(agentId: string, rules: ControlRules): PageControl {
    const { hub, live, guidance, surface, face } = this.#ground;
    // What cannot be told now, a node that comes back does not ask for.
    const told = (work: Promise<unknown>) => void work.catch(() => undefined);
    return new PageControl(rules, surface.guide, this.#words, {
      epoch: () => live.epoch,
      locate: (node) => live.element(node),
      accepts: (field) => live.accepts(field, 'control'),
      hides: (element) => live.conceals(element),
      // Questions to the customer are the customer's to answer, and a portal's stand in its own page.
      paused: () => !live.running || face.asking === true,
      point: (body) => guidance.receive(agentId, body),
      yielded: (yields) => told(hub.invoke('YieldControl', yields)),
      answered: (action, outcome) => told(hub.invoke('Acted', action, outcome)),
    });
  }

  #end(): void {
    this.#running?.control.stop();
    this.#running = undefined;
  }
}
