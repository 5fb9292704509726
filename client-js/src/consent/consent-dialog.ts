import type { ConsentRequest } from '../protocol/protocol.gen.ts';
import { button, drawings, element, icon } from './element.ts';
import type { Strings } from './strings.ts';

/**
 * The question. A native modal dialog: the page behind it is inert, the focus stays inside and goes back after.
 * Deny has the first focus, and everything but a press on Allow is a no: Escape, closing, silence.
 */
export class ConsentDialog {
  readonly dialog: HTMLDialogElement;
  readonly #left: HTMLElement;
  readonly #track = element('i');
  readonly #deny: HTMLButtonElement;
  readonly #asked: number;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #open = true;

  readonly request: ConsentRequest;
  readonly #strings: Strings;
  readonly #answered: (granted: boolean) => void;
  readonly #now: () => number;

  constructor(
    request: ConsentRequest,
    strings: Strings,
    answered: (granted: boolean) => void,
    now: () => number = () => performance.now(),
  ) {
    this.request = request;
    this.#strings = strings;
    this.#answered = answered;
    this.#now = now;
    this.#asked = now();
    this.#deny = button(strings.deny, 'plain', () => this.#answer(false));
    this.#left = element('p', { class: 'left', attributes: { 'aria-hidden': 'true' } });
    this.dialog = element(
      'dialog',
      {
        class: 'dialog',
        attributes: {
          role: 'dialog',
          'aria-modal': 'true',
          'aria-labelledby': 'ask',
          'aria-describedby': 'about',
        },
      },
      [
        element('h2', {
          text: strings.consentTitle(request.AgentName),
          attributes: { id: 'ask', dir: 'auto' },
        }),
        request.AgentTitle ? element('p', { class: 'title', text: request.AgentTitle }) : null,
        element('div', { attributes: { id: 'about' } }, [
          element('div', { class: 'about' }, [
            about(strings.consentSees, strings.consentSeesItems, drawings.eye),
            about(strings.consentHidden, strings.consentHiddenItems, drawings.hidden),
          ]),
          element('p', { class: 'fine', text: strings.consentStop }),
          element('p', { class: 'unseen', text: strings.consentSilence(request.ExpiresIn) }),
        ]),
        element('div', { class: 'actions' }, [
          this.#deny,
          button(strings.allow, 'primary', () => this.#answer(true)),
        ]),
        this.#left,
        element('div', { class: 'track', attributes: { 'aria-hidden': 'true' } }, [this.#track]),
      ],
    );
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.#answer(false);
    });
    this.dialog.addEventListener('close', () => this.#answer(false));
    this.dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#answer(false);
    });
  }

  /** Shows the question; the dialog is in the document by now. */
  show(): void {
    this.dialog.showModal();
    this.#deny.focus();
    this.#tick();
    this.#ticking = setInterval(() => this.#tick(), 1000);
  }

  /** Takes the question away without an answer: it was withdrawn, or somebody else decided. */
  close(): void {
    this.#open = false;
    clearInterval(this.#ticking);
    if (this.dialog.open) this.dialog.close();
    this.dialog.remove();
  }

  #answer(granted: boolean): void {
    if (!this.#open) return;
    this.close();
    this.#answered(granted);
  }

  #tick(): void {
    const left = this.request.ExpiresIn - (this.#now() - this.#asked) / 1000;
    // The node's clock decides that silence was a no; here the question only goes.
    if (left <= 0) {
      this.close();
      return;
    }
    this.#left.textContent = this.#strings.consentCountdown(Math.ceil(left));
    this.#track.style.transform = `scaleX(${left / this.request.ExpiresIn})`;
  }
}

function about(title: string, items: readonly string[], drawing: readonly string[]): HTMLElement {
  return element('section', {}, [
    element('h3', {}, [icon(drawing), element('span', { text: title })]),
    element(
      'ul',
      {},
      items.map((text) => element('li', { text })),
    ),
  ]);
}
