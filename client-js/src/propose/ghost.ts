import { button, element } from '../consent/element.ts';
import type { Box } from '../guide/element-box.ts';
import type { ProposalWords } from './words.ts';

export interface GhostDelegate {
  accept(): void;
  decline(): void;
  /** The customer has read what became of it. */
  close(): void;
}

/** How long what is to be pressed must have stood where it stands, in milliseconds. */
const moment = 400;
const near = 12;
const gap = 6;

/** One proposed value at its field: a line around the field, the value, and what to do with it. All of it is ours. */
export class Ghost {
  readonly element: HTMLElement;
  readonly #line = element('div', { class: 'field' });
  readonly #card: HTMLElement;
  readonly #words: ProposalWords;
  readonly #delegate: GhostDelegate;
  #at = { x: Number.NaN, y: Number.NaN };
  #since = 0;

  constructor(name: string, value: string, words: ProposalWords, delegate: GhostDelegate) {
    this.#words = words;
    this.#delegate = delegate;
    const decide = (act: () => void) => () => performance.now() - this.#since >= moment && act();
    this.#card = element(
      'section',
      { class: 'proposal', attributes: { role: 'group', 'aria-label': words.proposes(name) } },
      [
        element('p', { class: 'who', text: words.proposes(name), attributes: { dir: 'auto' } }),
        element('p', { class: 'value', text: value, attributes: { dir: 'auto', tabindex: '0' } }),
        element('div', { class: 'actions' }, [
          button(words.decline, 'plain', () => delegate.decline()),
          // A press that was meant for the page, before the card came under the finger, decides nothing.
          button(
            words.accept,
            'primary',
            decide(() => delegate.accept()),
          ),
        ]),
      ],
    );
    this.element = element('div', { class: 'ghost' }, [this.#line, this.#card]);
  }

  /** It is settled: says what became of it, until it is closed. */
  settle(text: string): void {
    const close = button(this.#words.close, 'plain', () => this.#delegate.close());
    const held = this.#card.contains((this.#card.getRootNode() as ShadowRoot).activeElement);
    this.#line.hidden = true;
    this.#card.replaceChildren(
      element('p', { class: 'who', text, attributes: { dir: 'auto' } }),
      element('div', { class: 'actions' }, [close]),
    );
    if (held) close.focus();
  }

  /** Stands at `box`, and in sight of the customer wherever that is; without one it stays where it was. */
  place(box: Box | undefined, now: number): void {
    this.#line.hidden ||= !box;
    if (!box) {
      if (Number.isNaN(this.#at.x)) this.#move({ x: gap, y: gap }, now);
      return;
    }
    this.#line.hidden = false;
    this.#line.style.cssText = `translate:${box.x - 3}px ${box.y - 3}px;width:${box.width + 6}px;height:${box.height + 6}px`;
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const below = box.y + box.height + gap;
    const y = below + height <= innerHeight ? below : box.y - height - gap;
    this.#move({ x: within(box.x, innerWidth - width - gap), y: within(y, innerHeight - height - gap) }, now);
  }

  #move(to: { x: number; y: number }, now: number): void {
    if (!(Math.abs(to.x - this.#at.x) < near && Math.abs(to.y - this.#at.y) < near)) {
      this.#since = now;
      this.#at = to;
    }
    this.#card.style.translate = `${to.x.toFixed(1)}px ${to.y.toFixed(1)}px`;
  }
}

const within = (value: number, most: number): number => Math.max(gap, Math.min(value, most));
