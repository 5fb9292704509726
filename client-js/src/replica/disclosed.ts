import { getOrMake } from '../protocol/get-or-make.ts';
import type { Op } from '../protocol/index.ts';
import { isCompared } from '../protocol/integrity.ts';
import { attributeOf, localNameOf, typeOf } from './tree/dom-order.ts';
import type { NodeMap } from './tree/node-map.ts';

interface Disclosure {
  readonly masked: string;
  readonly shown: string;
}

const isEntered = (field: Element): boolean => /^(?:input|textarea)$/.test(localNameOf(field));

/** What this viewer sees in the place of a mask that others see: texts, under an empty name, and attributes. */
export class Disclosed {
  readonly #nodes: NodeMap;
  readonly #values = new WeakMap<Node, Map<string, Disclosure>>();

  constructor(nodes: NodeMap) {
    this.#nodes = nodes;
  }

  /** Whether `op`, out of a frame for some viewers only, puts something in the place of a mask. */
  takes(op: Op): boolean {
    if (op.op === 'data') {
      const text = this.#nodes.node(op.node);
      if (!text || typeOf(text) !== 3) return false;
      return this.#set(text, '', (text as Text).data, op.data);
    }
    if (op.op === 'property') {
      const field = this.#nodes.element(op.node);
      return !!field && /^(?:value|checked|indeterminate)$/.test(op.name) && isEntered(field);
    }
    if (op.op !== 'attribute' || op.value === null || !isCompared(op.name)) return false;
    const element = this.#nodes.element(op.node);
    const present = element && attributeOf(element, op.name);
    return typeof present === 'string' && this.#set(element!, op.name, present, op.value);
  }

  /** What everybody sees, where `present` is what is there. */
  masked(node: Node, name: string, present: string): string {
    const value = this.#values.get(node)?.get(name);
    return value?.shown === present ? value.masked : present;
  }

  #set(node: Node, name: string, present: string, shown: string): boolean {
    const masked = this.masked(node, name, present);
    getOrMake(this.#values, node, () => new Map()).set(name, { masked, shown });
    return true;
  }
}
