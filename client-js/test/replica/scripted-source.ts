import { BodyWriter } from '../../src/protocol/body-writer.ts';
import type { Attribute, Op } from '../../src/protocol/index.ts';
import { type FrameKind, writeFrameHeader } from '../../src/protocol/index.ts';
import { frameHeaderBytes } from '../../src/protocol/protocol.gen.ts';
import { writeOp } from '../protocol/write-op.ts';

interface FrameShape {
  readonly kind?: FrameKind;
  readonly keyframe?: boolean;
  readonly last?: boolean;
}

/** A form hides its own properties behind the names of its controls. */
const read = <T>({ prototype }: { prototype: object }, name: string, of: Node): T =>
  Object.getOwnPropertyDescriptor(prototype, name)!.get!.call(of);

/** A customer's side that sends exactly the ops a test says, in real frames. */
export class ScriptedSource {
  readonly #writer = new BodyWriter();
  #sequence = 0;
  #id = 0;
  epoch = 1;

  frame(ops: readonly Op[], shape: FrameShape = {}): Uint8Array {
    this.#writer.begin(shape.keyframe ?? false);
    for (const op of ops) writeOp(this.#writer, op);
    const frame = this.#writer.finish(frameHeaderBytes);
    writeFrameHeader(frame, {
      kind: shape.kind ?? 'update',
      keyframe: shape.keyframe ?? false,
      last: shape.last ?? false,
      deflated: false,
      class: 0,
      stream: 0,
      epoch: this.epoch,
      sequence: this.#sequence++,
      time: 0,
    });
    return frame;
  }

  /** One frame that is a whole keyframe. */
  keyframe(ops: readonly Op[]): Uint8Array {
    return this.frame(ops, { kind: 'snapshot', keyframe: true, last: true });
  }

  /** Leaves a gap in the sequence. */
  skip(): void {
    this.#sequence++;
  }

  nextEpoch(): void {
    this.epoch++;
    this.#sequence = 0;
  }

  newId(): number {
    return ++this.#id;
  }

  /** A document with these ops inside its body: ids 1 document, 2 html, 3 head, 4 body. */
  page(body: readonly Op[], mode: 'no-quirks' | 'limited-quirks' | 'quirks' = 'no-quirks'): Op[] {
    this.#id = Math.max(this.#id, 4);
    return [
      { op: 'document', id: 1, host: 0, mode },
      element(2, 'html'),
      element(3, 'head'),
      { op: 'up' },
      element(4, 'body'),
      ...body,
      { op: 'up' },
      { op: 'up' },
      { op: 'viewport', width: 800, height: 600, scale: 1, offsetX: 0, offsetY: 0 },
    ];
  }

  /** What builds a copy of `node` and all below it, its shadow roots and templates included. */
  copy(node: Node): Op[] {
    const id = this.newId();
    const type = read<number>(Node, 'nodeType', node);
    if (type === 3) return [{ op: 'text', id, data: (node as Text).data }];
    if (type === 8) return [{ op: 'comment', id, data: (node as Comment).data }];
    if (type !== 1) return [];
    const source = node as Element;
    const attributes = Array.from(
      read<NamedNodeMap>(Element, 'attributes', source),
      (each): Attribute =>
        each.namespaceURI ? [each.name, each.value, each.namespaceURI] : [each.name, each.value],
    );
    const uri = read<string | null>(Element, 'namespaceURI', source) ?? '';
    const name = read<string>(Element, 'localName', source);
    const namespace = { 'http://www.w3.org/1999/xhtml': 'html', 'http://www.w3.org/2000/svg': 'svg' }[uri];
    const ops: Op[] = [
      {
        op: 'element',
        id,
        namespace: namespace ?? uri,
        name,
        attributes,
      },
    ];
    const shadow = read<ShadowRoot | null>(Element, 'shadowRoot', source);
    if (shadow) {
      const root: Op = {
        op: 'shadow',
        id: this.newId(),
        host: id,
        mode: 'open',
        delegatesFocus: false,
        manualSlots: false,
      };
      ops.push(root, ...this.#children(shadow), { op: 'up' });
    }
    if (name === 'template' && 'content' in source) {
      const content: Op = { op: 'template', id: this.newId(), host: id };
      ops.push(content, ...this.#children(source.content as DocumentFragment), { op: 'up' });
    }
    return [...ops, ...this.#children(source), { op: 'up' }];
  }

  #children(node: Node): Op[] {
    return Array.from(read<NodeListOf<ChildNode>>(Node, 'childNodes', node)).flatMap((child) =>
      this.copy(child),
    );
  }
}

export const element = (id: number, name: string, attributes: readonly Attribute[] = []): Op => ({
  op: 'element',
  id,
  namespace: 'html',
  name,
  attributes,
});

export const text = (id: number, data: string): Op => ({ op: 'text', id, data });
export const up: Op = { op: 'up' };
