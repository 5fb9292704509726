import type { CustomerHub } from '../connection/customer-hub.ts';
import { element } from '../consent/element.ts';
import type { Surface } from '../consent/index.ts';
import type { CustomerProposals } from '../propose/customer-proposals.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { decodeGuidance, type GuidanceAnchor } from '../protocol/guidance.ts';
import { hueOf } from '../protocol/hues.ts';
import type { LiveCapture } from '../session/live-capture.ts';
import { type WhenNeeded, whenNeeded } from '../session/when-needed.ts';
import { AgentHand } from './agent-hand.ts';
import { anchoredPoint } from './anchored-point.ts';
import type { SpokenDrawings } from './spoken-drawings.ts';

/** An agent as their hand shows. `hue` is the number of the colour. */
export interface GuidingAgent {
  readonly name: string;
  readonly hue: number;
}

/** What the guidance needs of the session. */
export interface GuidanceDelegate {
  /** Knows the live element that a node id means, and what the policy grants on it. */
  readonly live: Pick<LiveCapture, 'element' | 'epoch' | 'accepts'>;
  readonly hub: Pick<CustomerHub, 'invoke'>;
  readonly surface: Pick<Surface, 'layer' | 'strings'>;
  /** Who a participant is, or undefined where they may not point. */
  agentOf(participantId: string): GuidingAgent | undefined;
}

const forgotten = 30_000;

/** Draws agents' pointers and click marks over the page. They are pictures: nothing on the page is touched. */
export class AgentGuidance {
  readonly #hands = new Map<string, { hand: AgentHand; heard: number }>();
  #frame = 0;
  readonly #drawings: WhenNeeded<SpokenDrawings> = whenNeeded(async () => {
    const { SpokenDrawings } = await import('./spoken-drawings.ts');
    return new SpokenDrawings(this.#layer, {
      locate: (node) => this.#delegate.live.element(node),
      top: window,
    });
  });
  readonly #proposals: WhenNeeded<CustomerProposals> = whenNeeded(async () => {
    const { CustomerProposals } = await import('../propose/customer-proposals.ts');
    return new CustomerProposals(this.#delegate);
  });
  readonly #layer: HTMLElement;
  readonly #delegate: GuidanceDelegate;

  constructor(layer: HTMLElement, delegate: GuidanceDelegate) {
    this.#layer = layer;
    this.#delegate = delegate;
  }

  /** Takes a guidance body from the node. Bytes that are none are ignored. */
  receive(participantId: string, body: Uint8Array): void {
    const guidance = decodeGuidance(body);
    const agent = this.#delegate.agentOf(participantId);
    if (!guidance || !agent) return;
    switch (guidance.type) {
      case 'hide':
        this.#forget(participantId);
        return;
      case 'pointer':
        this.#point(participantId, agent, guidance.anchor);
        return;
      case 'click':
        this.#point(participantId, agent, guidance.anchor);
        this.#mark(participantId, guidance.anchor);
        return;
      default:
        guidance satisfies never;
    }
  }

  /** Takes a drawing from the node; what draws is fetched with the first. */
  annotate(participantId: string, body: Uint8Array, label: string | null): void {
    this.#drawings((drawings) => {
      // Sharing may have stopped while it was fetched.
      const agent = this.#delegate.agentOf(participantId);
      if (agent) drawings.receive({ id: participantId, hue: hueOf(agent.hue) }, agent.name, body, label);
    });
  }

  /** Takes news of values that agents propose; what shows them is fetched with the first. */
  propose(target: string, args: readonly unknown[]): void {
    this.#proposals((proposals) => proposals.receive(target, args));
  }

  remove(participantId: string): void {
    this.#drawings((drawings) => drawings.remove(participantId), true);
    this.#proposals((proposals) => proposals.remove(participantId), true);
    this.#forget(participantId);
  }

  #forget(participantId: string): void {
    this.#hands.get(participantId)?.hand.element.remove();
    this.#hands.delete(participantId);
  }

  /** Takes everything away. */
  clear(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    for (const id of [...this.#hands.keys()]) this.#forget(id);
    this.#drawings((drawings) => drawings.clear(), true);
    this.#proposals((proposals) => proposals.remove(), true);
    this.#layer.replaceChildren();
  }

  #point(id: string, agent: GuidingAgent, anchor: GuidanceAnchor): void {
    const entry = getOrMake(this.#hands, id, () => ({
      hand: new AgentHand(agent.name, hueOf(agent.hue)),
      heard: 0,
    }));
    if (!entry.hand.element.isConnected) this.#layer.append(entry.hand.element);
    entry.heard = performance.now();
    entry.hand.move(anchor, this.#where(anchor), !matchMedia('(prefers-reduced-motion: reduce)').matches);
    if (!this.#frame) this.#frame = requestAnimationFrame(this.#draw);
  }

  #mark(id: string, anchor: GuidanceAnchor): void {
    const to = this.#where(anchor);
    const hue = this.#hands.get(id)?.hand.element.style.getPropertyValue('--hue');
    if (!to || !hue) return;
    const ripple = element('div', { class: 'ripple' }, [element('i')]);
    ripple.style.setProperty('--hue', hue);
    ripple.style.transform = `translate(${to.x}px,${to.y}px)`;
    this.#layer.append(ripple);
    setTimeout(() => ripple.remove(), 900);
  }

  #where(anchor: GuidanceAnchor) {
    return anchoredPoint(anchor, (node) => this.#delegate.live.element(node));
  }

  /** Each frame while a hand shows, since the page may scroll or move under it. */
  readonly #draw = (now: number): void => {
    for (const [id, { hand, heard }] of [...this.#hands]) {
      if (now - heard > forgotten) this.#forget(id);
      else if (hand.anchor) hand.draw(this.#where(hand.anchor));
    }
    this.#frame = this.#hands.size > 0 ? requestAnimationFrame(this.#draw) : 0;
  };
}
