import {
  type Action,
  type ActionKind,
  type ActionOutcome,
  encodeAction,
  type Refusal,
} from '@cobrowse/client/protocol';

export type SendAction = (action: number, kind: ActionKind, body: Uint8Array) => Promise<Refusal | null>;

/** Why the last action came to nothing. */
export type ActionProblem =
  | { readonly kind: ActionKind; readonly outcome: ActionOutcome }
  | { readonly kind: ActionKind; readonly refusal: Refusal };

/** How long keys, letters and the wheel are gathered, in milliseconds. */
const gathered = 80;
/** How often the page hears of where the agent points. */
const pointed = 200;
const longestText = 500;
const mostKeys = 40;

/** Sends what an agent does on the customer's page, in order, and hears what became of it. */
export class ControlDesk {
  readonly #send: SendAction;
  readonly #epoch: () => number | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #kinds = new Map<number, ActionKind>();
  #number: number;
  #waiting: Action | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #problem: ActionProblem | undefined;

  /** `first`: numbers must rise over one grant, also after the console was loaded anew. */
  constructor(
    send: SendAction,
    epoch: () => number | undefined,
    first = Math.floor(Date.now() / 1000) % 2 ** 30,
  ) {
    this.#send = send;
    this.#epoch = epoch;
    this.#number = first;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly problem = (): ActionProblem | undefined => this.#problem;

  /** What waits is what comes together; anything else goes at once, after it. */
  readonly act = (action: Action): void => {
    const joined = this.#waiting && together(this.#waiting, action);
    if (joined) {
      this.#waiting = joined;
      return;
    }
    this.flush();
    if (!/^(?:Type|Keys|Scroll|Hover)$/.test(action.type) || (action.type === 'Type' && action.whole)) {
      this.#tell(action);
      return;
    }
    this.#waiting = action;
    this.#timer = setTimeout(() => this.flush(), action.type === 'Hover' ? pointed : gathered);
  };

  flush(): void {
    clearTimeout(this.#timer);
    const action = this.#waiting;
    this.#waiting = undefined;
    if (action) this.#tell(action);
  }

  /** What was begun is not sent any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.#kinds.clear();
    this.#say(undefined);
  }

  readonly heard = (action: number, outcome: ActionOutcome): void => {
    const kind = this.#kinds.get(action);
    this.#kinds.delete(action);
    // Whoever only points or scrolls past something need not hear that it may not be touched.
    if (kind === undefined || kind === 'Hover' || (kind === 'Scroll' && outcome !== 'Paused')) return;
    this.#say(outcome === 'Done' ? undefined : { kind, outcome });
  };

  #tell(action: Action): void {
    const epoch = this.#epoch();
    if (epoch === undefined) return;
    const number = ++this.#number;
    this.#kinds.set(number, action.type);
    void this.#send(number, action.type, encodeAction(epoch, action)).then((refusal) => {
      if (refusal === null) return;
      this.#kinds.delete(number);
      if (action.type !== 'Hover') this.#say({ kind: action.type, refusal });
    });
  }

  #say(problem: ActionProblem | undefined): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    for (const listener of this.#listeners) listener();
  }
}

/** Two actions as one, where they are. */
function together(one: Action, other: Action): Action | undefined {
  if (one.type === 'Hover' && other.type === 'Hover') return other;
  if (one.type === 'Type' && other.type === 'Type' && !one.whole && !other.whole && one.node === other.node)
    return one.text.length < longestText ? { ...one, text: one.text + other.text } : undefined;
  if (one.type === 'Keys' && other.type === 'Keys' && one.node === other.node)
    return one.keys.length < mostKeys ? { ...one, keys: [...one.keys, ...other.keys] } : undefined;
  if (one.type === 'Scroll' && other.type === 'Scroll' && one.at.node === other.at.node)
    return { ...one, dx: one.dx + other.dx, dy: one.dy + other.dy };
  return undefined;
}
