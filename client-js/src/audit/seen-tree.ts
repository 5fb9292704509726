import type { Attribute, NodeId, Op } from '../protocol/op.ts';

/** A node as frames say it. */
export interface SeenNode {
  readonly id: NodeId;
  readonly parent: SeenNode | undefined;
  /** Local name; of a text empty, of roots what they are. */
  readonly name: string;
  attributes: Map<string, string>;
  text: string;
}

/** What a page's frames say of its nodes: enough of a replica to know what stands where. */
export class SeenTree {
  readonly #nodes = new Map<NodeId, SeenNode>();
  #at: SeenNode | undefined;

  take(op: Op): void {
    switch (op.op) {
      case 'document':
      case 'shadow':
      case 'template':
        this.#enter(op.id, op.op === 'document' ? '' : op.op, this.#nodes.get(op.host));
        break;
      case 'at':
        this.#at = this.#nodes.get(op.parent);
        break;
      case 'up':
        this.#at = this.#at?.parent;
        break;
      case 'element':
        this.#enter(op.id, op.name.toLowerCase(), this.#at).attributes = named(op.attributes);
        break;
      case 'text':
      case 'cdata':
      case 'comment':
        this.#add(op.id, '', this.#at).text = op.data;
        break;
      case 'data': {
        const node = this.#nodes.get(op.node);
        if (node) node.text = op.data;
        break;
      }
      case 'attribute':
        if (op.value === null) this.#nodes.get(op.node)?.attributes.delete(op.name);
        else this.#nodes.get(op.node)?.attributes.set(op.name, op.value);
    }
  }

  nodes(): Iterable<SeenNode> {
    return this.#nodes.values();
  }

  node(id: NodeId): SeenNode | undefined {
    return this.#nodes.get(id);
  }

  #enter(id: NodeId, name: string, parent: SeenNode | undefined): SeenNode {
    const node = this.#add(id, name, parent);
    this.#at = node;
    return node;
  }

  #add(id: NodeId, name: string, parent: SeenNode | undefined): SeenNode {
    const node: SeenNode = { id, parent, name, attributes: new Map(), text: '' };
    this.#nodes.set(id, node);
    return node;
  }
}

const named = (attributes: readonly Attribute[]): Map<string, string> =>
  new Map(attributes.map(([name, value]) => [name, value]));
