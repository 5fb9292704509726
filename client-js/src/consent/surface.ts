import type { ConsentRequest } from '../protocol/protocol.gen.ts';
import { card } from './cards.ts';
import { ConsentDialog } from './consent-dialog.ts';
import { element } from './element.ts';
import { SessionBar } from './session-bar.ts';
import type { Strings } from './strings.ts';
import { UiHost } from './ui-host.ts';
import type { SurfaceDelegate, View } from './view.ts';

/** All that the customer sees of the snippet while a session lasts, in one host element. */
export class Surface {
  /** Agents' pointers are drawn here, below the controls. */
  readonly guide = element('div', { class: 'guide', attributes: { 'aria-hidden': 'true' } });
  readonly #host: UiHost;
  readonly strings: Strings;
  readonly #edge = element('div', { class: 'edge', attributes: { 'aria-hidden': 'true' } });
  readonly #bar: SessionBar;
  #card: HTMLElement | undefined;
  #shown = '';
  /** Whether the portal shows its own bar. */
  barElsewhere = false;
  /** The words of questions that are about more than viewing. */
  askedWords: Strings | undefined;
  readonly #questions = new Map<string, ConsentDialog>();
  readonly #delegate: SurfaceDelegate;

  constructor(strings: Strings, delegate: SurfaceDelegate) {
    this.#delegate = delegate;
    this.strings = strings;
    this.#host = new UiHost(this.strings.language, this.strings.direction);
    this.#bar = new SessionBar(this.strings, delegate);
    this.#edge.hidden = true;
    this.#bar.element.hidden = true;
    this.#host.layer.append(this.#edge, this.guide, this.#bar.element);
  }

  /** Shows `view`. A card that opens takes the focus only where the customer has just asked for it. */
  show(view: View, focus = false): void {
    const key = JSON.stringify(view) + this.barElsewhere;
    if (key === this.#shown && this.#host.mounted) return;
    this.#shown = key;
    const held = this.#host.focused !== null && this.#questions.size === 0;
    this.#card?.remove();
    this.#card = undefined;
    const live = view.type === 'sharing' || view.type === 'reconnecting';
    // How control is taken back, no portal can leave out.
    this.#bar.element.hidden = !live || (this.barElsewhere && !('control' in view));
    if (!live) this.#bar.outline(false);
    this.#edge.hidden =
      view.type !== 'sharing' || view.paused || view.withheld || !view.agents.some((agent) => agent.sees);
    if (this.#edge.hidden) this.guide.replaceChildren();
    if (view.type === 'sharing' || view.type === 'reconnecting') this.#bar.update(view);
    else if (view.type !== 'nothing') {
      this.#card = card(view, this.strings, this.#delegate);
      this.#host.layer.append(this.#card);
    }
    if (view.type === 'nothing' && this.#questions.size === 0) this.#host.unmount();
    else this.#host.mount();
    if (focus || held) this.#card?.focus();
  }

  /** Where outlines are drawn, below all else. */
  get layer(): HTMLElement {
    return this.#host.layer;
  }

  /** Opens the chat, which writes how much is unread into it. */
  get chatButton(): HTMLButtonElement {
    return this.#bar.chat;
  }

  /** Asks; several questions may be open, the newest in front. */
  ask(request: ConsentRequest, words?: string | null): void {
    if (this.#questions.has(request.RequestId)) return;
    const answered = (granted: boolean) => {
      this.#settled(request.RequestId);
      this.#delegate.answered(request, granted);
    };
    const strings = request.Grants.includes('View') ? this.strings : (this.askedWords ?? this.strings);
    const dialog = new ConsentDialog(request, strings, answered, undefined, words);
    this.#questions.set(request.RequestId, dialog);
    this.#host.layer.append(dialog.dialog);
    this.#host.layer.classList.add('asking');
    this.#host.mount();
    dialog.show();
  }

  /** Takes a question away; all of them without an id. */
  unask(requestId?: string): void {
    for (const [id, dialog] of [...this.#questions])
      if (requestId === undefined || id === requestId) {
        this.#settled(id);
        dialog.close();
      }
  }

  #settled(requestId: string): void {
    this.#questions.delete(requestId);
    this.#host.layer.classList.toggle('asking', this.#questions.size > 0);
  }

  dispose(): void {
    this.unask();
    this.#bar.outline(false);
    this.#host.unmount();
  }
}
