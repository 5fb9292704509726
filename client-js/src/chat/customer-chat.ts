import type { CustomerHub } from '../connection/customer-hub.ts';
import { element } from '../consent/element.ts';
import type { Strings, View } from '../consent/index.ts';
import type { ChatLog, ChatMessage, ChatSent, Refusal } from '../protocol/protocol.gen.ts';
import type { CustomerSession } from '../session/customer-session.ts';
import { agentsOf } from '../session/session-view.ts';
import { forget, recall, remember } from './chat-memory.ts';
import { ChatPanel } from './chat-panel.ts';
import type { Link } from './links.ts';
import { OwnWords } from './own-words.ts';
import { Thread } from './thread.ts';
import { chatWords } from './words.ts';

/** What the chat needs of its session. */
export interface CustomerChatParts {
  readonly surface: {
    readonly layer: HTMLElement;
    readonly chatButton: HTMLButtonElement;
    readonly strings: Strings;
    readonly barElsewhere: boolean;
  };
  readonly hub: Pick<CustomerHub, 'invoke'>;
  readonly session: { readonly known: CustomerSession['known'] };
  readonly sessionId: string;
}

/** News that something is typed goes at this beat, whatever the keys do, in milliseconds. */
const beat = 3000;
const stillTyping = 7000;

/** The customer's side of the chat. */
export class CustomerChat {
  readonly #parts: CustomerChatParts;
  readonly #panel: ChatPanel;
  readonly #thread: Thread;
  readonly #words;
  readonly #typing = new Map<string, ReturnType<typeof setTimeout>>();
  /** All up to this number is read. */
  #read: number;
  #beating: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: CustomerChatParts) {
    this.#parts = parts;
    const { hub, surface } = parts;
    const kept = recall(parts.sessionId);
    this.#read = kept.read;
    this.#words = chatWords(surface.strings.language);
    this.#panel = new ChatPanel(surface.layer, this.#words, {
      submitted: (text) => this.#submitted(text),
      typed: (text) => this.#typed(text),
      closed: () => this.#close(),
      retry: (id) => this.#thread.retry(id),
      isOurs: ({ origin }) => origin === location.origin,
      open: (link) => openLink(link),
    });
    this.#thread = new Thread(
      {
        isOwn: (message) => message.From === null,
        send: async (id, text) => sentOf(await hub.invoke('SendChat', id, text)),
        received: (number) => void hub.invoke('ReceiveChat', number).catch(() => undefined),
        changed: () => this.#show(),
        now: Date.now,
        newId: () =>
          Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join(''),
      },
      kept.unsent,
    );
    if (kept.open) this.#panel.open(false);
    this.#show();
  }

  /** The customer pressed the button of the chat. */
  toggle(): void {
    if (this.#panel.isOpen) this.#close();
    else {
      this.#panel.open(true);
      this.#show();
    }
  }

  receive(target: string, args: readonly unknown[]): void {
    if (target === 'ChatTyping') {
      this.#hear(args[0]);
      return;
    }
    const log = logOf(args[0]);
    if (!log) return;
    const fresh = this.#thread.receive(log);
    for (const message of fresh) this.#quiet(message.From ?? '');
    const last = fresh.at(-1);
    if (!last || this.#panel.isOpen || last.Number <= this.#read) return;
    // Where the portal has a bar of its own there is no badge.
    if (this.#parts.surface.barElsewhere) {
      this.#panel.open(false);
      this.#show();
    } else this.#panel.say(this.#words.arrived(last.Name));
  }

  /** What the customer is shown by now. */
  changed({ type }: View): void {
    // The bar below may have come, or grown.
    this.#panel.place();
    if (type === 'sharing') this.#thread.linked();
    else if (type === 'ended') this.stop();
    else if (type !== 'reconnecting' && this.#panel.isOpen) {
      // There is nobody to write to.
      this.#panel.close();
      this.#show();
    }
  }

  stop(): void {
    clearTimeout(this.#beating);
    for (const timer of this.#typing.values()) clearTimeout(timer);
    forget();
    this.#panel.remove();
  }

  #close(): void {
    this.#panel.close();
    this.#show();
    this.#parts.surface.chatButton.focus();
  }

  #submitted(text: string): string {
    const written = text.trim();
    if (written === '') return '';
    const safe = this.#safe(written);
    if (safe !== written) {
      this.#panel.warn(this.#words.numberHidden);
      return safe;
    }
    this.#panel.warn('');
    this.#thread.write(written);
    return '';
  }

  #typed(text: string): void {
    this.#panel.warn(this.#safe(text) === text ? '' : this.#words.numberHere);
    // That something is typed is said at a beat of our own: when keys are pressed is nobody's business.
    this.#beating ??= setTimeout(() => {
      this.#beating = undefined;
      void this.#parts.hub.invoke('TypeChat').catch(() => undefined);
    }, beat);
  }

  #safe(text: string): string {
    const own = this.#thread.entries.filter((entry) => entry.own).map((entry) => entry.text);
    return new OwnWords(this.#parts.session.known.policy?.policy.patterns).safe(text, own.slice(-20));
  }

  #hear(participantId: unknown): void {
    if (typeof participantId !== 'string' || this.#nameOf(participantId) === undefined) return;
    clearTimeout(this.#typing.get(participantId));
    this.#typing.set(
      participantId,
      setTimeout(() => this.#quiet(participantId), stillTyping),
    );
    this.#tellTyping();
  }

  #quiet(participantId: string): void {
    clearTimeout(this.#typing.get(participantId));
    if (this.#typing.delete(participantId)) this.#tellTyping();
  }

  #tellTyping(): void {
    const names = [...this.#typing.keys()].map((id) => this.#nameOf(id)).filter((name) => name !== undefined);
    this.#panel.news(names.length > 0 ? this.#words.typing(names.join(', ')) : '');
  }

  #show(): void {
    const { entries, unsent } = this.#thread;
    const open = this.#panel.isOpen;
    if (open) this.#read = entries.reduce((newest, { number }) => Math.max(newest, number ?? 0), this.#read);
    this.#panel.show(entries);
    remember(this.#parts.sessionId, { open, read: this.#read, unsent });
    const unread = entries.filter(({ own, number }) => !own && number! > this.#read).length;
    const { chatButton, strings } = this.#parts.surface;
    const count = element('span', { class: 'count', text: `${Math.min(unread, 99)}` });
    chatButton.setAttribute('aria-expanded', `${open}`);
    chatButton.replaceChildren(strings.chat, ...(unread > 0 ? [' ', count] : []));
  }

  /** The name of an agent whom the customer has accepted. */
  #nameOf(participantId: string): string | undefined {
    const { session } = this.#parts.session.known;
    return session && agentsOf(session).find(({ id }) => id === participantId)?.name;
  }
}

function openLink({ href, origin }: Link): void {
  if (origin === location.origin) location.assign(href);
  else open(href, '_blank', 'noopener,noreferrer');
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

function messageOf(value: unknown): ChatMessage | undefined {
  const { Number: number, Id, From, Name, Text, At } = (value ?? {}) as Record<string, unknown>;
  if (!isNumber(number) || !isText(Id) || !isText(Name) || !isText(Text) || !isNumber(At)) return undefined;
  return { Number: number, Id, From: isText(From) ? From : null, Name, Text, At };
}

function logOf(value: unknown): ChatLog | undefined {
  const { SessionId, Messages, CustomerHas, AgentsHave } = (value ?? {}) as Record<string, unknown>;
  if (!Array.isArray(Messages) || !isNumber(CustomerHas) || !isNumber(AgentsHave)) return undefined;
  const messages = Messages.map(messageOf).filter((message) => message !== undefined);
  return { SessionId: isText(SessionId) ? SessionId : '', Messages: messages, CustomerHas, AgentsHave };
}

function sentOf(value: unknown): ChatSent {
  const { Refusal: refusal, Message } = (value ?? {}) as Record<string, unknown>;
  return { Refusal: isText(refusal) ? (refusal as Refusal) : null, Message: messageOf(Message) ?? null };
}
