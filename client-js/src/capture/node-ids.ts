import type { Context } from '../masking/gate.ts';
import type { NodeId } from '../protocol/op.ts';
import { Mirror } from './mirror.ts';

/** Which node has which id, and what replicas have of it. */
export class NodeIds extends Mirror {
  readonly #ids = new WeakMap<object, NodeId>();
  /** The number of the latest keyframe. */
  keyframe = 0;
  /** A keyframe is being walked: what it has not said yet, a replica may not have. */
  walking = false;

  /** The id of a node that replicas have, else 0. */
  of(node: object | null): NodeId {
    if (!node) return 0;
    const id = this.#ids.get(node);
    return id !== undefined && this.alive(id) ? id : 0;
  }

  /** What holds for the text below it. */
  held(id: NodeId): Context {
    return (this.marks(id) & 3) as Context;
  }

  give(node: object, said: number, marks: number): NodeId {
    const id = this.add(said, marks);
    this.#ids.set(node, id);
    return id;
  }

  /** Whether a replica that started with the keyframe in progress has the node. */
  said(id: NodeId): boolean {
    return !this.walking || this.saidIn(id) === this.keyframe;
  }
}
