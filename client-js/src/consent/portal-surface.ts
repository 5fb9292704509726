import { warn } from '../loader/page-events.ts';
import type { BarState, PortalHooks } from '../loader/portal-hooks.ts';
import type { ConsentRequest } from '../protocol/protocol.gen.ts';
import type { SurfaceDelegate, View } from './view.ts';

interface OwnSurface {
  /** Whether the bar is the portal's now. */
  barElsewhere: boolean;
  show(view: View, focus?: boolean): void;
  ask(request: ConsentRequest, words?: string | null): void;
  unask(requestId?: string): void;
}

const seenEnough = 0.9;

/**
 * Asks and shows in the portal's way where it has one. A hook that fails, answers nothing, or draws a bar that the
 * customer cannot see gives way to ours: nobody is shown without a bar, and no question goes unasked.
 */
export class PortalSurface {
  readonly #questions = new Map<string, AbortController>();
  #view: View = { type: 'nothing' };
  #bar: Element | undefined;
  readonly #watch: IntersectionObserver;
  readonly #own: OwnSurface;
  readonly #hooks: PortalHooks;
  readonly #delegate: SurfaceDelegate;

  constructor(own: OwnSurface, hooks: PortalHooks, delegate: SurfaceDelegate) {
    this.#own = own;
    this.#hooks = hooks;
    this.#delegate = delegate;
    this.#watch = new IntersectionObserver((entries) => this.#seen(entries.at(-1)!), {
      threshold: seenEnough,
    });
  }

  /** Whether a question of the portal's is open: nobody but the customer may act on the page. */
  get asking(): boolean {
    return this.#questions.size > 0;
  }

  show(view: View, focus?: boolean): void {
    this.#view = view;
    if (this.#hooks.renderBar) this.#draw(this.#hooks.renderBar);
    this.#own.show(view, focus);
  }

  ask(request: ConsentRequest, words?: string | null): void {
    const { RequestId: id, Grants: grants } = request;
    const hook = grants.includes('View') ? 'confirmSession' : 'confirmControl';
    const confirm = this.#hooks[hook];
    if (this.#questions.has(id)) return;
    if (!confirm) {
      this.#own.ask(request, words);
      return;
    }
    const question = new AbortController();
    this.#questions.set(id, question);
    const settled = (granted: unknown, error?: unknown) => {
      if (question.signal.aborted) return;
      this.#questions.delete(id);
      if (typeof granted === 'boolean') this.#delegate.answered(request, granted);
      else {
        report(hook, error);
        this.#own.ask(request, words);
      }
    };
    const asked = async () =>
      confirm({
        agentName: request.AgentName,
        agentTitle: request.AgentTitle,
        handedOverBy: request.HandedOverBy,
        withSupervisors: request.WithSupervisors,
        grants,
        expiresIn: request.ExpiresIn,
        words: words ?? null,
        signal: question.signal,
      });
    asked().then(settled, (error) => settled(undefined, error));
  }

  unask(requestId?: string): void {
    for (const [id, question] of [...this.#questions])
      if (requestId === undefined || requestId === id) {
        this.#questions.delete(id);
        question.abort();
      }
    this.#own.unask(requestId);
  }

  #draw(renderBar: NonNullable<PortalHooks['renderBar']>): void {
    const view = this.#view;
    const live = view.type === 'sharing' || view.type === 'reconnecting';
    let next: Element | undefined;
    try {
      const bar = renderBar(live ? this.#state(view) : null);
      if (live && !(bar instanceof Element)) throw new TypeError('It answered no element.');
      if (live) next = bar as Element;
    } catch (error) {
      report('renderBar', error);
    }
    if (next === this.#bar) return;
    this.#watch.disconnect();
    this.#own.barElsewhere = false;
    this.#bar = next;
    if (next) this.#watch.observe(next);
  }

  #state(view: Extract<View, { type: 'sharing' | 'reconnecting' }>): BarState {
    const sharing = view.type === 'sharing';
    const delegate = this.#delegate;
    return {
      agents: sharing ? view.agents.map(({ id, name, sees }) => ({ id, name, sees })) : [],
      paused: sharing && view.paused,
      reconnecting: !sharing,
      words: (sharing && view.words) || null,
      control: (sharing && view.control?.name) || null,
      stopControl: () => delegate.controlStopPressed(),
      pause: () => delegate.pausePressed(),
      resume: () => delegate.resumePressed(),
      stop: () => delegate.stopPressed(),
      remove: (agentId) => delegate.removePressed(agentId),
      chat: () => delegate.chatPressed(),
    };
  }

  /** Ours shows until the portal's is on the screen, and again whenever it is not. */
  #seen({ target, isIntersecting, intersectionRatio }: IntersectionObserverEntry): void {
    const visible =
      isIntersecting &&
      intersectionRatio >= seenEnough &&
      target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (visible === this.#own.barElsewhere) return;
    this.#own.barElsewhere = visible;
    this.#own.show(this.#view);
  }
}

const report = (hook: string, error: unknown): void =>
  warn(`${hook} did not do its part; ours takes its place.`, error);
