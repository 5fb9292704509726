import { dress } from '../consent/dress.ts';
import { button, drawings, element, icon } from '../consent/element.ts';
import { limits } from '../protocol/protocol.gen.ts';
import { type MessageDelegate, messageItem } from './message-item.ts';
import { chatStyles } from './styles.ts';
import type { Entry } from './thread.ts';
import type { ChatWords } from './words.ts';

export interface PanelDelegate extends Omit<MessageDelegate, 'words'> {
  /** The customer wants to send this; answers what stays in the field. */
  submitted(text: string): string;
  typed(text: string): void;
  closed(): void;
}

/** The chat as the customer sees it, in the snippet's own layer. It never takes the focus by itself. */
export class ChatPanel {
  readonly #panel: HTMLElement;
  readonly #log: HTMLElement;
  readonly #list: HTMLElement;
  readonly #news = element('div', { class: 'news', attributes: { role: 'status', dir: 'auto' } });
  readonly #warning = element('p', { class: 'warn', attributes: { role: 'alert' } });
  readonly #voice = element('div', { class: 'unseen', attributes: { role: 'status' } });
  readonly #field: HTMLTextAreaElement;
  readonly #layer: HTMLElement;
  readonly #delegate: MessageDelegate;
  readonly #items = new Map<string, { readonly key: string; readonly item: HTMLElement }>();

  constructor(layer: HTMLElement, words: ChatWords, delegate: PanelDelegate) {
    this.#layer = layer;
    this.#delegate = {
      words,
      retry: delegate.retry,
      open: delegate.open,
      isOurs: delegate.isOurs,
    };
    dress(layer, chatStyles);
    const close = button('', 'bare', () => delegate.closed());
    close.setAttribute('aria-label', words.close);
    close.append(icon(drawings.cross));
    this.#list = element('ol');
    this.#log = element(
      'div',
      { class: 'talk', attributes: { role: 'log', 'aria-label': words.title, tabindex: '0' } },
      [this.#list],
    );
    this.#field = element('textarea', {
      attributes: {
        rows: '1',
        'aria-label': words.field,
        'aria-describedby': 'chat-hint',
        placeholder: words.field,
        maxlength: `${limits.chatTextLength}`,
        dir: 'auto',
        autocomplete: 'off',
        enterkeyhint: 'send',
      },
    });
    const submit = () => {
      this.#field.value = delegate.submitted(this.#field.value);
    };
    this.#field.addEventListener('keydown', (event) => {
      if (!event.isTrusted || event.isComposing || event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      submit();
    });
    this.#field.addEventListener('input', (event) => event.isTrusted && delegate.typed(this.#field.value));
    const form = element('form', {}, [this.#field, button(words.send, 'primary', submit)]);
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#panel = element(
      'section',
      { class: 'chat', attributes: { role: 'region', 'aria-label': words.title } },
      [
        element('header', {}, [element('h2', { text: words.title }), close]),
        this.#log,
        this.#news,
        this.#warning,
        form,
        element('p', { class: 'unseen', text: words.hint, attributes: { id: 'chat-hint' } }),
      ],
    );
    this.#panel.addEventListener('keydown', (event) => {
      if (event.isTrusted && event.key === 'Escape' && !event.isComposing) delegate.closed();
    });
    this.#panel.hidden = true;
    this.#warning.hidden = true;
    layer.append(this.#panel, this.#voice);
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }

  /** `focus`: the customer has asked for it just now. */
  open(focus: boolean): void {
    this.#panel.hidden = false;
    this.#voice.textContent = '';
    this.place();
    addEventListener('resize', this.place);
    visualViewport?.addEventListener('resize', this.place);
    visualViewport?.addEventListener('scroll', this.place);
    this.#log.scrollTop = this.#log.scrollHeight;
    if (focus) this.#field.focus({ preventScroll: true });
  }

  close(): void {
    this.#panel.hidden = true;
    removeEventListener('resize', this.place);
    visualViewport?.removeEventListener('resize', this.place);
    visualViewport?.removeEventListener('scroll', this.place);
  }

  show(entries: readonly Entry[]): void {
    const atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 40;
    const { words } = this.#delegate;
    const shown = entries.map((entry) => this.#item(entry));
    const empty = element('li', { class: 'empty', text: words.empty });
    const wanted = shown.length > 0 ? shown : [empty];
    // What is there already stays: a screen reader reads out what is added, and a question about a link goes on.
    for (const old of Array.from(this.#list.children)) if (!wanted.includes(old as HTMLElement)) old.remove();
    wanted.forEach((item, at) => {
      if (this.#list.children[at] !== item) this.#list.insertBefore(item, this.#list.children[at] ?? null);
    });
    if (atEnd || entries.at(-1)?.own) this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** What is said of the others: somebody is writing, or nothing. */
  news(text: string): void {
    if (this.#news.textContent !== text) this.#news.textContent = text;
  }

  /** What is wrong with the text in the field; empty: nothing. */
  warn(text: string): void {
    this.#warning.hidden = text === '';
    if (this.#warning.textContent !== text) this.#warning.textContent = text;
  }

  /** For who does not see the badge. */
  say(text: string): void {
    this.#voice.textContent = text;
  }

  remove(): void {
    this.close();
    this.#panel.remove();
    this.#voice.remove();
  }

  #item(entry: Entry): HTMLElement {
    const id = `${entry.from} ${entry.id}`;
    const key = `${entry.own} ${entry.progress} ${entry.refusal} ${entry.at}`;
    const known = this.#items.get(id);
    if (known?.key === key) return known.item;
    const item = messageItem(entry, this.#delegate);
    this.#items.set(id, { key, item });
    return item;
  }

  /** Above the bar, or above the keyboard of a phone, and never higher than what shows. */
  readonly place = (): void => {
    const seen = visualViewport;
    const keyboard = seen ? innerHeight - seen.height - seen.offsetTop : 0;
    // By its layout: it may still be on its way up.
    const bar = this.#layer.querySelector<HTMLElement>('.bar')?.offsetHeight;
    const below = keyboard > 80 || !bar ? Math.max(8, keyboard + 8) : bar + 24;
    const room = (seen?.height ?? innerHeight) - 16 - Math.max(0, below - Math.max(0, keyboard));
    this.#panel.style.bottom = `${Math.ceil(below)}px`;
    this.#panel.style.height = `${Math.round(Math.max(160, Math.min(520, room)))}px`;
  };
}
