import type { DocumentMode } from '../../protocol/index.ts';
import { makeInert } from '../stage/inert-events.ts';
import { writeShell } from '../stage/shell.ts';
import { isQuirks } from './document-methods.ts';
import { firstChildOf, insertBefore, localNameOf } from './dom-order.ts';
import type { NodeMap } from './node-map.ts';

/** The documents of a page's iframes. */
export class NestedDocuments {
  readonly #nodes: NodeMap;
  readonly #sources: string;

  /** `sources` are those that the policy of a document allows. */
  constructor(nodes: NodeMap, sources: string) {
    this.#nodes = nodes;
    this.#sources = sources;
  }

  /** An empty document in an iframe or frame, for its content to follow. */
  open(host: Element, mode: DocumentMode): Document | undefined {
    const document = (host as HTMLIFrameElement).contentDocument;
    if (!document || (localNameOf(host) !== 'iframe' && localNameOf(host) !== 'frame')) return undefined;
    this.#prepare(document, mode);
    return document;
  }

  #prepare(document: Document, mode: DocumentMode): void {
    writeShell(document, mode, this.#sources);
    makeInert(document);
  }

  /** An iframe that was taken out and put in again has lost its document: what was in it moves to the new one. */
  reinserted(node: Node): void {
    this.#nodes.walk(node, (each) => {
      const former = this.#nodes.nested(each);
      const fresh = former && (each as HTMLIFrameElement).contentDocument;
      if (!fresh || fresh === former) return;
      const id = this.#nodes.id(former);
      this.#prepare(fresh, isQuirks(former) ? 'quirks' : 'no-quirks');
      for (let child = firstChildOf(former); child; child = firstChildOf(former))
        insertBefore(fresh, child, null);
      if (id !== undefined) this.#nodes.define(id, fresh);
      this.#nodes.setNested(each, fresh);
    });
  }
}
