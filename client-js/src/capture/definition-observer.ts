import { guarded } from './guard.ts';

export interface DefinitionDelegate {
  stateChanged(element: Element): void;
  /** Where custom elements stand. */
  capturedRoots(): Iterable<ParentNode>;
}

/** Waits for custom elements that the page uses and has not defined yet. */
export class DefinitionObserver {
  readonly #delegate: DefinitionDelegate;
  readonly #names = new Set<string>();

  constructor(delegate: DefinitionDelegate) {
    this.#delegate = delegate;
  }

  written(element: Element): void {
    const name = element.getAttribute('is') ?? element.localName;
    if (!name.includes('-') || this.#names.has(name) || element.matches(':defined')) return;
    const registry = element.ownerDocument.defaultView?.customElements;
    if (!registry) return;
    this.#names.add(name);
    registry.whenDefined(name).then(
      guarded(() => this.#defined(name)),
      () => {},
    );
  }

  #defined(name: string): void {
    for (const root of this.#delegate.capturedRoots()) {
      for (const element of root.querySelectorAll(`${CSS.escape(name)},[is="${CSS.escape(name)}"]`))
        this.#delegate.stateChanged(element);
    }
  }
}
