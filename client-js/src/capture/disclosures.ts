import type { Gate } from '../masking/gate.ts';
import { ViewerClasses } from '../masking/viewer-classes.ts';
import type { BodyWriter } from '../protocol/body-writer.ts';
import type { FrameSender } from './frame-sender.ts';
import type { NodeIds } from './node-ids.ts';

/** Says to some classes of viewers what is masked for everybody else, in frames of their own. */
export class Disclosures {
  readonly #ids: NodeIds;
  readonly #gate: Gate;
  readonly #sender: FrameSender;

  constructor(ids: NodeIds, gate: Gate, sender: FrameSender) {
    this.#ids = ids;
    this.#gate = gate;
    this.#sender = sender;
  }

  /** Sends what these nodes say to those who may see it. Replicas have got the masks. */
  send(nodes: Iterable<Node>): void {
    // Another page has other rules, or none.
    const { classRules } = this.#gate;
    if (classRules.length === 0) return;
    const classes = new ViewerClasses(classRules);
    const byClass = new Map<number, Node[]>();
    for (const node of nodes) {
      if (!this.#gate.isRestricted(node)) continue;
      for (const viewers of classes.of(node)) append(byClass, viewers, node);
    }
    for (const [viewers, seen] of byClass)
      this.#sender.sendTo(viewers, seen, (writer, node) => this.#write(writer, node));
  }

  #write(writer: BodyWriter, node: Node): void {
    const id = this.#ids.of(node);
    if (!id) return;
    if (node.nodeType !== 1) {
      writer.data(id, (node as CharacterData).data);
      return;
    }
    const element = node as Element;
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name);
      if (value !== null && this.#gate.withholds(element, name, value))
        writer.attribute(id, name, null, value);
    }
  }
}

function append(byClass: Map<number, Node[]>, viewers: number, node: Node): void {
  const nodes = byClass.get(viewers);
  if (nodes) nodes.push(node);
  else byClass.set(viewers, [node]);
}
