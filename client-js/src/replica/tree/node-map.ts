import type { NodeId } from '../../protocol/index.ts';
import { firstChildOf, localNameOf, nextOf, typeOf } from './dom-order.ts';

/** Which node has which id, and which roots hang below elements without being their children. */
export class NodeMap {
  readonly #nodes = new Map<NodeId, Node>();
  readonly #ids = new WeakMap<Node, NodeId>();
  readonly #shadows = new WeakMap<Node, ShadowRoot>();
  readonly #documents = new WeakMap<Node, Document>();

  node(id: NodeId): Node | undefined {
    return this.#nodes.get(id);
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** Characters of all texts and attributes. */
  characters(): number {
    let all = 0;
    for (const node of this.#nodes.values()) all += charactersOf(node);
    return all;
  }

  element(id: NodeId): Element | undefined {
    const node = this.#nodes.get(id);
    return node && typeOf(node) === 1 ? (node as Element) : undefined;
  }

  id(node: Node): NodeId | undefined {
    return this.#ids.get(node);
  }

  define(id: NodeId, node: Node): void {
    this.#nodes.set(id, node);
    this.#ids.set(node, id);
  }

  shadow(host: Node): ShadowRoot | undefined {
    return this.#shadows.get(host);
  }

  setShadow(host: Node, root: ShadowRoot): void {
    this.#shadows.set(host, root);
  }

  /** The document that was built in an iframe element. */
  nested(host: Node): Document | undefined {
    return this.#documents.get(host);
  }

  setNested(host: Node, document: Document): void {
    this.#documents.set(host, document);
  }

  /** Forgets a node and all below it, shadow trees, templates and iframes included. */
  forget(node: Node): void {
    this.walk(node, (each) => {
      const id = this.#ids.get(each);
      if (id !== undefined && this.#nodes.get(id) === each) this.#nodes.delete(id);
    });
  }

  /** Documents and shadow roots that are in the page. */
  roots(): (Document | ShadowRoot)[] {
    const roots: (Document | ShadowRoot)[] = [];
    for (const node of this.#nodes.values()) {
      if (typeOf(node) === 9) roots.push(node as Document);
      else if (typeOf(node) === 11 && (node as ShadowRoot).host?.isConnected) roots.push(node as ShadowRoot);
    }
    return roots;
  }

  /** Visits a node and all below it, in document order. */
  walk(node: Node, visit: (node: Node) => void): void {
    visit(node);
    for (let child = firstChildOf(node); child; child = nextOf(child)) this.walk(child, visit);
    if (typeOf(node) !== 1) return;
    const shadow = this.#shadows.get(node);
    if (shadow) this.walk(shadow, visit);
    const nested = this.#documents.get(node);
    if (nested) this.walk(nested, visit);
    if (localNameOf(node) === 'template') {
      const { content } = node as HTMLTemplateElement;
      if (content) this.walk(content, visit);
    }
  }
}

const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')!.get!;

function charactersOf(node: Node): number {
  if (typeOf(node) !== 1) return 'data' in node ? (node as CharacterData).length : 0;
  let all = 0;
  for (const { value } of attributesOf.call(node) as NamedNodeMap) all += value.length;
  return all;
}
