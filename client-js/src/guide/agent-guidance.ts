import type { CustomerHub } from '../connection/customer-hub.ts';
import { element } from '../consent/element.ts';
import type { Surface } from '../consent/index.ts';
import type { CustomerProposals } from '../propose/customer-proposals.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { decodeGuidance, type GuidanceAnchor } from '../protocol/guidance.ts';
import type { LiveCapture } from '../session/live-capture.ts';
import { type WhenNeeded, whenNeeded } from '../session/when-needed.ts';
import { AgentHand } from './agent-hand.ts';
import { anchoredPoint } from './anchored-point.ts';
import type { SpokenDrawings } from './spoken-drawings.ts';

/** What the guidance needs of the session. */
export interface GuidanceDelegate {
  /** Knows the live element that a node id means, and what the policy grants on it. */
  readonly live: Pick<LiveCapture, 'element' | 'epoch' | 'accepts'>;
  readonly hub: Pick<CustomerHub, 'invoke'>;
  readonly surface: Pick<Surface, 'layer' | 'strings'>;
  /** The name of a participant, or undefined where they may not point. */
  nameOf(participantId: string): string | undefined;
}

// Dark enough for white names on them, in every theme of the page.
const hues = ['#0a58a6', '#8a3c0a', '#6a2c91', '#0b6b4f', '#a3195b'];
const forgotten = 30_000;

/** Draws agents' pointers and click marks over the page. They are pictures: nothing on the page is touched. */
export class AgentGuidance {
  readonly #hands = new Map<string, { hand: AgentHand; heard: number }>();
  #frame = 0;
  readonly #hues = new Map<string, string>();
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
    const name = this.#delegate.nameOf(participantId);
    if (!guidance || name === undefined) return;
    switch (guidance.type) {
      case 'hide':
        this.#forget(participantId);
        return;
      case 'pointer':
        this.#point(participantId, name, guidance.anchor);
        return;
      case 'click':
        this.#point(participantId, name, guidance.anchor);
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
      const name = this.#delegate.nameOf(participantId);
      if (name !== undefined)
        drawings.receive({ id: participantId, hue: this.#hueOf(participantId) }, name, body, label);
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

  #point(id: string, name: string, anchor: GuidanceAnchor): void {
    const entry = getOrMake(this.#hands, id, () => ({
      hand: new AgentHand(name, this.#hueOf(id)),
      heard: 0,
    }));
    if (!entry.hand.element.isConnected) this.#layer.append(entry.hand.element);
    entry.heard = performance.now();
    entry.hand.move(anchor, this.#where(anchor), !matchMedia('(prefers-reduced-motion: reduce)').matches);
    if (!this.#frame) this.#frame = requestAnimationFrame(this.#draw);
  }

  #hueOf(id: string): string {
    return getOrMake(this.#hues, id, () => hues[this.#hues.size % hues.length]!);
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
