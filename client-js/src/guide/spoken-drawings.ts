import { AgentDrawings, type Hand } from './agent-drawings.ts';
import type { Canvas } from './drawn.ts';
import { spokenName } from './spoken-name.ts';

/** Drawings that screen readers hear of: who points, and at what. */
export class SpokenDrawings {
  readonly #drawings: AgentDrawings;
  readonly #voice = document.createElement('div');
  readonly #layer: HTMLElement;

  constructor(layer: HTMLElement, canvas: Canvas) {
    this.#drawings = new AgentDrawings(layer, canvas);
    this.#layer = layer;
    this.#voice.setAttribute('role', 'status');
    this.#voice.style.cssText =
      'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
  }

  /** Takes a drawing of `hand`, whom the customer knows as `name`. */
  receive(hand: Hand, name: string, body: Uint8Array, label: string | null): void {
    const element = this.#drawings.receive(hand, body, label);
    // Pictures are hidden from screen readers; their words stand beside the layer.
    if (!this.#voice.isConnected) this.#layer.after(this.#voice);
    const said = element && [label, spokenName(element)].filter(Boolean).join(': ');
    if (said) this.#voice.textContent = `${name}: ${said}`;
  }

  remove(handId: string): void {
    this.#drawings.remove(handId);
  }

  /** Takes everything away. */
  clear(): void {
    this.#drawings.clear();
    this.#voice.remove();
    this.#voice.textContent = '';
  }
}
