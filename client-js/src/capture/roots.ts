import type { Gate } from '../masking/gate.ts';
import type { DocumentMode, NodeId } from '../protocol/op.ts';
import { modeOf } from './document-mode.ts';
import { tried } from './tried.ts';

export interface RootsDelegate {
  /** A document, shadow root or template content will be captured from now on. */
  rootOpened(root: Node, host: Element): void;
  rootWritten(root: Node, id: NodeId): void;
}

/** What stands below an element beside its children: a shadow root, an iframe's document, a template's content. */
export class Roots {
  readonly #delegate: RootsDelegate;
  readonly #closed = new WeakMap<Element, ShadowRoot>();
  readonly #gate: Gate;
  #someClosed = false;
  readonly #modes = new WeakMap<Node, DocumentMode>();

  constructor(delegate: RootsDelegate, gate: Gate) {
    this.#delegate = delegate;
    this.#gate = gate;
  }

  /** Remembers a shadow root that its element does not tell of. */
  remember(host: Element, root: ShadowRoot): void {
    this.#closed.set(host, root);
    this.#someClosed = true;
  }

  of(element: Element): Document | ShadowRoot | DocumentFragment | undefined {
    const shadow = element.shadowRoot ?? (this.#someClosed ? this.#closed.get(element) : null);
    if (shadow) return shadow;
    switch (element.localName) {
      case 'iframe':
      case 'frame':
        return sameOriginDocument(element as HTMLIFrameElement);
      case 'template':
        return this.#gate.unmasked ? ((element as HTMLTemplateElement).content ?? undefined) : undefined;
      default:
        return undefined;
    }
  }

  opened(root: Node, host: Element): void {
    this.#delegate.rootOpened(root, host);
  }

  /** Whether a document that was written has become one of another mode: `document.open` does that. */
  hasOtherMode(document: Node): boolean {
    return this.#modes.has(document) && this.#modes.get(document) !== modeOf(document as Document);
  }

  written(root: Node, id: NodeId): void {
    if (root.nodeType === 9) this.#modes.set(root, modeOf(root as Document));
    this.#delegate.rootWritten(root, id);
  }
}

// The window first: a document that is asked for before its window takes nodes into the realm of who asks.
const sameOriginDocument = (iframe: HTMLIFrameElement): Document | undefined =>
  tried(() => iframe.contentWindow?.document) ?? undefined;
