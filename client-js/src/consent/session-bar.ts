import { hueOf } from '../protocol/hues.ts';
import { button, drawings, element, icon } from './element.ts';
import type { Strings } from './strings.ts';
import type { SeenAgent, SurfaceDelegate, View } from './view.ts';

type BarView = Extract<View, { type: 'sharing' | 'reconnecting' }>;

/** What stays in sight while a page is shared: who sees it, pause, stop. It updates in place and keeps the focus. */
export class SessionBar {
  readonly element: HTMLElement;
  readonly #dot = element('span', { class: 'dot', attributes: { 'aria-hidden': 'true' } });
  readonly #status = element('span', { attributes: { role: 'status', dir: 'auto' } });
  readonly #pause: HTMLButtonElement;
  /** Shows on the page what agents cannot see. */
  readonly #hidden: HTMLButtonElement;
  readonly chat: HTMLButtonElement;
  readonly #release: HTMLButtonElement;
  readonly #people = element('div', { class: 'people' });
  #paused = false;
  #outlined = false;
  readonly #strings: Strings;
  readonly #delegate: SurfaceDelegate;

  constructor(strings: Strings, delegate: SurfaceDelegate) {
    this.#strings = strings;
    this.#delegate = delegate;
    this.#pause = button(strings.pause, 'plain', () =>
      this.#paused ? delegate.resumePressed() : delegate.pausePressed(),
    );
    this.#release = button('', 'stop', () => delegate.controlStopPressed());
    this.#hidden = button(strings.consentHidden, 'plain', () => this.outline(!this.#outlined));
    this.#hidden.setAttribute('aria-pressed', 'false');
    this.chat = button(strings.chat, 'plain', () => delegate.chatPressed());
    const stop = button(strings.stop, 'stop', () => delegate.stopPressed());
    this.element = element(
      'div',
      { class: 'bar', attributes: { role: 'region', 'aria-label': strings.barLabel } },
      [
        element('div', { class: 'who' }, [this.#dot, this.#status]),
        this.#release,
        this.#hidden,
        this.chat,
        this.#pause,
        stop,
        this.#people,
      ],
    );
  }

  outline(on: boolean): void {
    if (on !== this.#outlined) this.#delegate.hiddenPressed(on);
    this.#outlined = on;
    this.#hidden.setAttribute('aria-pressed', `${on}`);
  }

  update(view: BarView): void {
    this.#hidden.hidden = view.type === 'reconnecting' || view.paused || !!view.withheld;
    if (this.#hidden.hidden) this.outline(false);
    const control = view.type === 'sharing' ? view.control : undefined;
    this.#release.hidden = !control;
    this.#release.textContent = control?.stop ?? '';
    const shown =
      control && !('paused' in view && view.paused)
        ? { status: control.says, dot: 'acts' }
        : this.#describe(view);
    this.#dot.className = `dot ${shown.dot}`;
    if (this.#status.textContent !== shown.status) this.#status.textContent = shown.status;
    this.#paused = view.type === 'sharing' && view.paused;
    this.#pause.textContent = this.#paused ? this.#strings.resume : this.#strings.pause;
    this.#pause.hidden = view.type === 'reconnecting';
    const several = view.type === 'sharing' && view.agents.length > 1 ? view.agents : [];
    this.#people.hidden = several.length === 0;
    this.#people.replaceChildren(...several.map((agent) => this.#person(agent)));
  }

  #describe(view: BarView): { status: string; dot: '' | 'still' | 'lost' } {
    if (view.type === 'reconnecting') return { status: this.#strings.reconnecting, dot: 'lost' };
    if (view.withheld) return { status: this.#strings.withheld, dot: 'still' };
    if (view.paused) return { status: this.#strings.paused, dot: 'still' };
    const strings = this.#strings;
    const seeing = view.agents.filter((agent) => agent.sees);
    if (seeing.length > 0) {
      const sees = strings.sees(listed(seeing, strings.language), seeing.length > 1);
      return { status: view.words ? `${sees} · ${view.words}` : sees, dot: '' };
    }
    const away =
      view.agents.length > 0 ? strings.away(listed(view.agents, strings.language)) : strings.nobody;
    return { status: away, dot: 'still' };
  }

  #person({ id, name, hue }: SeenAgent): HTMLElement {
    const remove = button('', 'bare', () => this.#delegate.removePressed(id));
    remove.setAttribute('aria-label', this.#strings.remove(name));
    remove.append(icon(drawings.cross));
    const person = element('span', { class: 'person' }, [element('bdi', { text: name }), remove]);
    person.style.setProperty('--hue', hueOf(hue));
    return person;
  }
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cem". */
function listed(agents: readonly SeenAgent[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(agents.map(({ name }) => name));
}
