import { button, drawings, element, icon } from './element.ts';
import type { Strings } from './strings.ts';
import type { SurfaceDelegate, View } from './view.ts';

type BarView = Extract<View, { type: 'sharing' | 'reconnecting' }>;

/** What stays in sight while a page is shared: who sees it, pause, stop. It updates in place and keeps the focus. */
export class SessionBar {
  readonly element: HTMLElement;
  private readonly dot = element('span', { class: 'dot', attributes: { 'aria-hidden': 'true' } });
  private readonly status = element('span', { attributes: { role: 'status', dir: 'auto' } });
  private readonly pause: HTMLButtonElement;
  private readonly people = element('div', { class: 'people' });
  private paused = false;
  private readonly strings: Strings;
  private readonly delegate: SurfaceDelegate;

  constructor(strings: Strings, delegate: SurfaceDelegate) {
    this.strings = strings;
    this.delegate = delegate;
    this.pause = button(strings.pause, 'plain', () =>
      this.paused ? delegate.resumePressed() : delegate.pausePressed(),
    );
    const stop = button(strings.stop, 'stop', () => delegate.stopPressed());
    this.element = element(
      'div',
      { class: 'bar', attributes: { role: 'region', 'aria-label': strings.barLabel } },
      [element('div', { class: 'who' }, [this.dot, this.status]), this.pause, stop, this.people],
    );
  }

  update(view: BarView): void {
    const shown = this.describe(view);
    this.dot.className = `dot ${shown.dot}`;
    if (this.status.textContent !== shown.status) this.status.textContent = shown.status;
    this.paused = view.type === 'sharing' && view.paused;
    this.pause.textContent = this.paused ? this.strings.resume : this.strings.pause;
    this.pause.hidden = view.type === 'reconnecting';
    const several = view.type === 'sharing' && view.agents.length > 1 ? view.agents : [];
    this.people.hidden = several.length === 0;
    this.people.replaceChildren(...several.map((agent) => this.person(agent.id, agent.name)));
  }

  private describe(view: BarView): { status: string; dot: '' | 'still' | 'lost' } {
    if (view.type === 'reconnecting') return { status: this.strings.reconnecting, dot: 'lost' };
    if (view.paused) return { status: this.strings.paused, dot: 'still' };
    const seeing = view.agents.filter((agent) => agent.sees).map((agent) => agent.name);
    return seeing.length > 0
      ? { status: this.strings.sees(seeing), dot: '' }
      : { status: this.strings.away(view.agents.map((agent) => agent.name)), dot: 'still' };
  }

  private person(id: string, name: string): HTMLElement {
    const remove = button('', 'bare', () => this.delegate.removePressed(id));
    remove.setAttribute('aria-label', this.strings.remove(name));
    remove.append(icon(drawings.cross));
    return element('span', { class: 'person' }, [element('bdi', { text: name }), remove]);
  }
}
