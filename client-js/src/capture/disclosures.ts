import { isTextAttribute } from '../masking/attribute-rules.ts';
import { type Context, context, type Gate } from '../masking/gate.ts';
import { attributeMask } from '../masking/mask-text.ts';
import { ViewerClasses } from '../masking/viewer-classes.ts';
import type { BodyWriter } from '../protocol/body-writer.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { propertyCode } from '../protocol/protocol.gen.ts';
import { fieldState } from './field-state.ts';
import type { FrameSender } from './frame-sender.ts';
import type { NodeIds } from './node-ids.ts';

const entered: readonly number[] = [propertyCode.value, propertyCode.checked, propertyCode.indeterminate];

type Say = (writer: BodyWriter, id: number) => void;

/** Says to some classes of viewers what is masked for everybody else, in frames of their own. */
export class Disclosures {
  readonly #ids: NodeIds;
  readonly #gate: Gate;
  readonly #sender: FrameSender;
  #nodes = new Set<Node>();

  constructor(ids: NodeIds, gate: Gate, sender: FrameSender) {
    this.#ids = ids;
    this.#gate = gate;
    this.#sender = sender;
    sender.onBody = () => this.#flush();
    sender.waiting = () => this.#nodes.size > 0;
  }

  /** Replicas got only the mask of what `node` says. What it says follows that. */
  withheld(node: Node): void {
    this.#nodes.add(node);
  }

  /** What is in fields has no mask to follow. */
  turnEnded(): void {
    if (!this.#sender.pending()) this.#flush();
  }

  #flush(): void {
    if (this.#nodes.size === 0) return;
    const nodes = this.#nodes;
    this.#nodes = new Set();
    this.send(nodes);
  }

  /** Sends what these nodes say to those who may see it. Replicas have got the masks. */
  send(nodes: Iterable<Node>): void {
    const classes = new ViewerClasses(this.#gate.classRules);
    const byClass = new Map<number, Map<Node, Say[]>>();
    const tell = (node: Node, viewers: Iterable<number>, say: Say) => {
      for (const each of viewers)
        getOrMake(
          getOrMake(byClass, each, () => new Map<Node, Say[]>()),
          node,
          () => [],
        ).push(say);
    };
    for (const node of nodes) {
      const isRestricted = this.#gate.isRestricted(node);
      if (isRestricted) tell(node, classes.of(node), this.#masked(node));
      if (node.nodeType !== 1) continue;
      const viewers = this.#gate.viewersOf(node as Element);
      if (viewers.length === 0) continue;
      const around = isRestricted ? classes.of(node) : undefined;
      const allowed = around ? viewers.filter((each) => around.has(each)) : viewers;
      tell(node, allowed, (writer, id) => this.#entered(writer, id, node as Element));
    }
    for (const [viewers, said] of byClass) {
      this.#sender.sendTo(viewers, said.keys(), (writer, node) => {
        const id = this.#ids.of(node);
        if (id) for (const say of said.get(node)!) say(writer, id);
      });
    }
  }

  #masked(node: Node): Say {
    if (node.nodeType !== 1) return (writer, id) => writer.data(id, (node as CharacterData).data);
    const element = node as Element;
    return (writer, id) => {
      for (const name of element.getAttributeNames()) {
        const value = element.getAttribute(name);
        if (value !== null && this.#withholds(element, name, value)) writer.attribute(id, name, null, value);
      }
    };
  }

  /** Whether this attribute of a restricted element is masked only because not every viewer may see it. */
  #withholds(element: Element, name: string, value: string): boolean {
    const leaves = (held: Context) => this.#gate.attribute(element, name, value, held);
    return (
      isTextAttribute(name) &&
      leaves(context.allowed) === value &&
      leaves(context.restricted) === attributeMask
    );
  }

  /** What somebody entered into a field. */
  #entered(writer: BodyWriter, id: number, field: Element): void {
    fieldState(field, (element, code, value) => {
      if (element === field && entered.includes(code) && !this.#gate.detects(`${value}`))
        writer.property(id, code, value);
    });
  }
}
