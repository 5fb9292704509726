import type { Gate } from '../masking/gate.ts';
import { type CssomDelegate, CssomObserver } from './cssom-observer.ts';
import { takeAll } from './guard.ts';
import { type LoadDelegate, LoadObserver } from './load-observer.ts';
import { type PresenceDelegate, PresenceObserver } from './presence-observer.ts';
import { type PropertyDelegate, PropertyObserver } from './property-observer.ts';

/** Everything that listens to or patches a captured window. */
export class WindowObservers {
  readonly #presence: PresenceObserver;
  readonly #properties: PropertyObserver;
  readonly #loads: LoadObserver;
  readonly #cssom: CssomObserver;

  constructor(
    top: Window,
    presence: PresenceDelegate,
    styles: CssomDelegate,
    elements: PropertyDelegate & LoadDelegate,
    gate: Gate,
  ) {
    this.#presence = new PresenceObserver(top, presence);
    this.#properties = new PropertyObserver(elements, gate);
    this.#loads = new LoadObserver(elements);
    this.#cssom = new CssomObserver(styles);
  }

  /** Starts, or starts to listen again where `document.open` took the listeners away. */
  start(window: Window): void {
    this.#presence.start(window);
    this.#properties.start(window);
    this.#loads.start(window.document);
    this.#cssom.start(window);
  }

  /** Starts with what events tell inside a shadow root only. */
  startRoot(root: ShadowRoot): void {
    this.#presence.startRoot(root);
    this.#properties.startRoot(root);
    this.#loads.start(root);
  }

  /** Looks for changes that nothing tells of; whether more may come. */
  compare(): boolean {
    return this.#cssom.compare();
  }

  stop(): void {
    takeAll([
      () => this.#presence.stop(),
      () => this.#properties.stop(),
      () => this.#loads.stop(),
      () => this.#cssom.stop(),
    ]);
  }
}
