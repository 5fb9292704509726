import type { ConsentRequest } from '../protocol/protocol.gen.ts';
import { button, drawings, element, icon } from './element.ts';
import type { Strings } from './strings.ts';

const lookEvery = 100;
const moment = 500;

/**
 * The question. A native modal dialog: the page behind it is inert, the focus stays inside and goes back after.
 * Deny has the first focus, and everything but a press on Allow is a no: Escape, closing, silence. Allow takes a press
 * only once it has been within reach, in one place, for a moment: a press that was on its way to the page, or to a
 * dialog of the page that gave way, decides nothing.
 */
export class ConsentDialog {
  readonly dialog: HTMLDialogElement;
  readonly #left: HTMLElement;
  readonly #track = element('i');
  readonly #deny: HTMLButtonElement;
  readonly #allow: HTMLButtonElement;
  readonly #asked: number;
  #ticking: ReturnType<typeof setInterval> | undefined;
  /** Where Allow is within reach, since when. */
  #place = '';
  #since = 0;
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
    words?: string | null,
  ) {
    this.request = request;
    this.#strings = strings;
    this.#answered = answered;
    this.#now = now;
    this.#asked = now();
    this.#deny = button(strings.deny, 'plain', () => this.#answer(false));
    this.#allow = button(strings.allow, 'primary', () => this.#look() && this.#answer(true));
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
          text: strings.consentTitle(request.AgentName, request.WithSupervisors),
          attributes: { id: 'ask', dir: 'auto' },
        }),
        request.HandedOverBy
          ? element('p', {
              text: strings.handover(request.HandedOverBy, request.AgentName),
              attributes: { dir: 'auto' },
            })
          : null,
        request.AgentTitle ? element('p', { class: 'title', text: request.AgentTitle }) : null,
        element('div', { attributes: { id: 'about' } }, [
          element('div', { class: 'about' }, [
            about(strings.consentSees, strings.consentSeesItems, drawings.eye),
            about(strings.consentHidden, strings.consentHiddenItems, drawings.hidden),
          ]),
          words ? element('p', { text: strings.consentWords }, [element('b', { text: words })]) : null,
          element('p', { class: 'fine', text: strings.consentStop }),
          element('p', { class: 'unseen', text: strings.consentSilence(request.ExpiresIn) }),
        ]),
        element('div', { class: 'actions' }, [this.#deny, this.#allow]),
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
    this.#ticking = setInterval(() => this.#tick(), lookEvery);
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

  /** Whether Allow has been within reach long enough. */
  #look(): boolean {
    const { x, y, width, height } = this.#allow.getBoundingClientRect();
    const seen = (this.#allow.getRootNode() as ShadowRoot).elementFromPoint(x + width / 2, y + height / 2);
    const place = seen === this.#allow && document.visibilityState === 'visible' ? `${x} ${y}` : '';
    if (place !== this.#place) this.#since = this.#now();
    this.#place = place;
    const ready = place !== '' && this.#now() - this.#since >= moment;
    // Not `disabled`: the focus must be able to rest on it, and a screen reader to say it.
    this.#allow.setAttribute('aria-disabled', `${!ready}`);
    return ready;
  }

  #tick(): void {
    this.#look();
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
