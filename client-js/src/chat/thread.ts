import type { ChatLog, ChatMessage, ChatSent, Refusal } from '../protocol/protocol.gen.ts';

/** How far an own message has come; others are there. `failed`: the node refused it, or could not be reached. */
export type Progress = 'sending' | 'sent' | 'delivered' | 'failed';

/** One message, as one side of the chat sees it. */
export interface Entry {
  /** Its place in the chat; null while the node does not have it. */
  readonly number: number | null;
  readonly id: string;
  readonly own: boolean;
  /** The participant who wrote it; null is the customer. */
  readonly from: string | null;
  readonly name: string;
  readonly text: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly progress: Progress;
  /** Why it failed; null where the node was not reached. */
  readonly refusal: Refusal | null;
}

/** An own message that the node does not have yet. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly failed: boolean;
  readonly refusal: Refusal | null;
}

export interface ThreadParts {
  isOwn(message: ChatMessage): boolean;
  /** Rejects where the node cannot be reached. */
  send(id: string, text: string): Promise<ChatSent>;
  /** All messages up to this number have arrived here. */
  received(number: number): void;
  changed(): void;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The chat as one side sees it: what the node has, in its order, and behind it what is still on its way there. */
export class Thread {
  readonly #messages = new Map<number, ChatMessage>();
  #unsent: Unsent[];
  #customerHas = 0;
  #agentsHave = 0;
  #told = 0;
  #sending = false;
  readonly #parts: ThreadParts;

  /** `unsent`: from an earlier page. */
  constructor(parts: ThreadParts, unsent: readonly Unsent[] = []) {
    this.#parts = parts;
    this.#unsent = [...unsent];
  }

  get entries(): Entry[] {
    const { isOwn } = this.#parts;
    const there = [...this.#messages.values()].sort((one, other) => one.Number - other.Number);
    return [
      ...there.map((message): Entry => {
        const own = isOwn(message);
        const has = message.From === null ? this.#agentsHave : this.#customerHas;
        return {
          number: message.Number,
          id: message.Id,
          own,
          from: message.From,
          name: message.Name,
          text: message.Text,
          at: message.At,
          progress: message.Number <= has ? 'delivered' : 'sent',
          refusal: null,
        };
      }),
      ...this.#unsent.map(
        ({ id, text, at, failed, refusal }): Entry => ({
          number: null,
          id,
          own: true,
          from: null,
          name: '',
          text,
          at,
          progress: failed ? 'failed' : 'sending',
          refusal,
        }),
      ),
    ];
  }

  get unsent(): readonly Unsent[] {
    return this.#unsent;
  }

  /** Takes news of the node. Answers those messages of others that are new here. */
  receive(log: ChatLog): ChatMessage[] {
    const { isOwn } = this.#parts;
    const fresh = log.Messages.filter((message) => !this.#messages.has(message.Number));
    for (const message of fresh) this.#take(message);
    this.#customerHas = Math.max(this.#customerHas, log.CustomerHas);
    this.#agentsHave = Math.max(this.#agentsHave, log.AgentsHave);
    this.acknowledge();
    this.#parts.changed();
    return fresh.filter((message) => !isOwn(message));
  }

  /** Says how far the others' messages have arrived; again after a lost connection, which may have lost that. */
  acknowledge(again = false): void {
    const { isOwn, received } = this.#parts;
    let newest = 0;
    for (const message of this.#messages.values())
      if (!isOwn(message)) newest = Math.max(newest, message.Number);
    if (newest <= (again ? 0 : this.#told)) return;
    this.#told = newest;
    received(newest);
  }

  write(text: string): void {
    const { now, newId, changed } = this.#parts;
    this.#unsent.push({ id: newId(), text, at: now(), failed: false, refusal: null });
    changed();
    void this.#send();
  }

  /** Sends a message that failed once more. */
  retry(id: string): void {
    this.#mark(id, false, null);
    void this.#send();
  }

  /** There is a link again: what the node was not reached for goes now, in order. */
  linked(): void {
    this.#unsent = this.#unsent.map((each) => (each.refusal === null ? { ...each, failed: false } : each));
    this.#parts.changed();
    this.acknowledge(true);
    void this.#send();
  }

  #take(message: ChatMessage): void {
    this.#messages.set(message.Number, message);
    if (this.#parts.isOwn(message)) this.#unsent = this.#unsent.filter(({ id }) => id !== message.Id);
  }

  /** One after the other, so that they stand in the order in which they were written. */
  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#next(); next; next = this.#next()) {
      const { id, text } = next;
      const answer = await this.#parts.send(id, text).catch(() => undefined);
      if (answer?.Message) {
        this.#take(answer.Message);
        this.#parts.changed();
      } else this.#mark(id, true, answer?.Refusal ?? null);
    }
    this.#sending = false;
  }

  #next(): Unsent | undefined {
    return this.#unsent.find(({ failed }) => !failed);
  }

  #mark(id: string, failed: boolean, refusal: Refusal | null): void {
    this.#unsent = this.#unsent.map((each) => (each.id === id ? { ...each, failed, refusal } : each));
    this.#parts.changed();
  }
}
