import { type CssomDelegate, CssomObserver } from './cssom-observer.ts';
import type { fieldChanges } from './field-changes.ts';
import { takeAll } from './guard.ts';
import { WindowListeners } from './listeners.ts';
import { hearLoads, type LoadDelegate } from './load-observer.ts';
import { Patches, realmOf } from './patches.ts';
import { type PresenceDelegate, PresenceObserver } from './presence-observer.ts';
import { type PropertyDelegate, PropertyObserver } from './property-observer.ts';

/** Everything that listens to or patches a captured window. */
export class WindowObservers {
  readonly #listeners = new WindowListeners();
  readonly #patches = new Patches();
  readonly #realms = new WeakSet<object>();
  readonly #presence: PresenceObserver;
  readonly #properties: PropertyObserver;
  readonly #cssom: CssomObserver;
  readonly #elements: LoadDelegate;

  constructor(
    top: Window,
    presence: PresenceDelegate,
    styles: CssomDelegate,
    elements: PropertyDelegate & LoadDelegate,
  ) {
    this.#presence = new PresenceObserver(top, presence);
    this.#properties = new PropertyObserver(elements, this.#patches);
    this.#cssom = new CssomObserver(styles, this.#patches);
    this.#elements = elements;
  }

  /** Starts, or starts to listen again where `document.open` took the listeners away. */
  start(window: Window): void {
    const on = this.#listeners.begin(window);
    this.#presence.listen(window, on);
    this.#properties.listen(window, on);
    hearLoads(window.document, on, this.#elements);
    const realm = realmOf(window);
    if (this.#realms.has(realm)) return;
    this.#realms.add(realm);
    this.#properties.start(window);
    this.#cssom.start(window);
  }

  /** Starts with what events tell inside a shadow root only. */
  startRoot(root: ShadowRoot): void {
    const on = this.#listeners.begin(root);
    this.#presence.listenIn(root, on);
    this.#properties.listenIn(root, on);
    hearLoads(root, on, this.#elements);
  }

  watchFields(window: Window, fields: typeof fieldChanges): void {
    this.#properties.watchFields(window, fields);
  }

  /** Looks for changes that nothing tells of; whether more may come. */
  compare(): boolean {
    return this.#cssom.compare();
  }

  stop(): void {
    takeAll([() => this.#listeners.undo(), () => this.#patches.undo()]);
  }
}
