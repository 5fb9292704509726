import { type Entry, Thread } from '@cobrowse/client/chat';
import type { ChatLog } from '@cobrowse/client/protocol';
import type { AgentHub } from '../connection/agent-hub.ts';
import type { Seated } from '../workspace/workspace-state.ts';

export interface ChatState {
  readonly entries: readonly Entry[];
  /** The customer's and other agents' messages that this agent has not seen. */
  readonly unread: number;
  /** Participants who are writing; null is the customer. */
  readonly typing: readonly (string | null)[];
  /** Answers that the tenant has approved. */
  readonly answers: readonly string[];
}

const stillTyping = 7000;
/** News that the agent is writing goes at this beat, in milliseconds. */
const beat = 3000;
const none: ChatState = { entries: [], unread: 0, typing: [], answers: [] };

/** The agent's side of the chat in the session where they sit, as a store that React reads. */
export class ChatDesk {
  readonly #hub: Pick<AgentHub, 'call' | 'send'>;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: ChatState = none;
  #thread: { readonly sessionId: string; readonly chat: Thread } | undefined;
  #seat: Seated | undefined;
  #shown = false;
  /** All up to this number is read. */
  #read = 0;
  #typing = new Map<string | null, ReturnType<typeof setTimeout>>();
  #answers: readonly string[] | undefined;
  #beating: ReturnType<typeof setTimeout> | undefined;

  constructor(hub: Pick<AgentHub, 'call' | 'send'>, now: () => number) {
    this.#hub = hub;
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ChatState => this.#state;

  /** The agent sits here now. The node may have handed over the chat before it said so. */
  seated(seat: Seated | undefined): void {
    const before = this.#seat;
    this.#seat = seat;
    if (!seat) {
      this.#leave();
      return;
    }
    this.#in(seat.session.SessionId);
    if (seat.joined && !before?.joined) {
      this.#thread?.chat.linked();
      void this.#askAnswers();
    }
    if (seat.participantId !== before?.participantId) this.#say();
  }

  receive(log: ChatLog): void {
    for (const { From } of this.#in(log.SessionId).receive(log)) this.#quiet(From);
  }

  hear(participantId: string | null): void {
    clearTimeout(this.#typing.get(participantId));
    this.#typing.set(
      participantId,
      setTimeout(() => this.#quiet(participantId), stillTyping),
    );
    this.#say();
  }

  readonly write = (text: string): void => {
    const written = text.trim();
    if (written !== '') this.#thread?.chat.write(written);
  };

  readonly retry = (id: string): void => this.#thread?.chat.retry(id);

  /** The agent types; what, and when each key, stays here. */
  readonly type = (): void => {
    this.#beating ??= setTimeout(() => {
      this.#beating = undefined;
      this.#hub.send('TypeChat');
    }, beat);
  };

  /** Whether the agent has the chat before them. */
  readonly show = (shown: boolean): void => {
    this.#shown = shown;
    void this.#askAnswers();
    this.#say();
  };

  #in(sessionId: string): Thread {
    if (this.#thread?.sessionId === sessionId) return this.#thread.chat;
    this.#leave();
    const chat = new Thread({
      isOwn: ({ From }) => From !== null && From === this.#seat?.participantId,
      send: (id, text) => this.#hub.call('SendChat', id, text),
      received: (number) => this.#hub.send('ReceiveChat', number),
      changed: () => this.#say(),
      now: this.#now,
      newId: () => crypto.randomUUID(),
    });
    this.#thread = { sessionId, chat };
    return chat;
  }

  #leave(): void {
    clearTimeout(this.#beating);
    this.#beating = undefined;
    for (const timer of this.#typing.values()) clearTimeout(timer);
    this.#typing.clear();
    this.#thread = undefined;
    this.#read = 0;
    this.#say();
  }

  /** Once, when the chat is before the agent and the node can be asked. */
  async #askAnswers(): Promise<void> {
    if (this.#answers || !this.#shown || !this.#seat?.joined) return;
    const answers = await this.#hub.call('GetCannedAnswers').catch(() => undefined);
    if (!answers) return;
    this.#answers = answers;
    this.#say();
  }

  #quiet(participantId: string | null): void {
    clearTimeout(this.#typing.get(participantId));
    if (this.#typing.delete(participantId)) this.#say();
  }

  #say(): void {
    const entries = this.#thread?.chat.entries ?? [];
    if (this.#shown)
      this.#read = entries.reduce((newest, { number }) => Math.max(newest, number ?? 0), this.#read);
    this.#state = {
      entries,
      unread: entries.filter(({ own, number }) => !own && number !== null && number > this.#read).length,
      typing: [...this.#typing.keys()],
      answers: this.#answers ?? [],
    };
    for (const listener of this.#listeners) listener();
  }
}
