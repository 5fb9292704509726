import type { FieldWriter } from './field-writer.ts';
import type { NodeId } from './op.ts';
import { opcode } from './protocol.gen.ts';

/** Encodes what the customer does and looks at. */
export class ViewWriter {
  readonly #to: FieldWriter;
  /** The last point since the keyframe began. */
  #x = 0;
  #y = 0;

  constructor(to: FieldWriter) {
    this.#to = to;
  }

  /** A keyframe begins. */
  forget(): void {
    this.#x = this.#y = 0;
  }

  scroll(node: NodeId, x: number, y: number): void {
    this.#to.code(opcode.scroll, node);
    this.#to.zigzag(Math.round(x));
    this.#to.zigzag(Math.round(y));
  }

  viewport(width: number, height: number, scale: number, offsetX: number, offsetY: number): void {
    this.#to.byte(opcode.viewport);
    this.#to.varint(Math.round(width));
    this.#to.varint(Math.round(height));
    this.#to.double(scale);
    this.#to.zigzag(Math.round(offsetX));
    this.#to.zigzag(Math.round(offsetY));
  }

  /** Points as x, y, milliseconds behind the frame's time, one after another. */
  pointer(points: readonly number[]): void {
    this.#to.byte(opcode.pointer);
    this.#to.varint(points.length / 3);
    for (let i = 0; i < points.length; i += 3) {
      this.#point(points[i]!, points[i + 1]!);
      this.#to.varint(points[i + 2]!);
    }
  }

  click(x: number, y: number): void {
    this.#to.byte(opcode.click);
    this.#point(x, y);
  }

  #point(x: number, y: number): void {
    this.#to.zigzag(x - this.#x);
    this.#to.zigzag(y - this.#y);
    this.#x = x;
    this.#y = y;
  }

  focus(node: NodeId, visible: boolean): void {
    this.#to.code(opcode.focus, node);
    this.#to.byte(visible ? 1 : 0);
  }

  hover(node: NodeId): void {
    this.#to.code(opcode.hover, node);
  }

  active(node: NodeId): void {
    this.#to.code(opcode.active, node);
  }

  target(node: NodeId): void {
    this.#to.code(opcode.target, node);
  }

  selection(anchor: NodeId, anchorOffset: number, focus: NodeId, focusOffset: number): void {
    this.#to.code(opcode.selection, anchor);
    this.#to.varint(anchorOffset);
    this.#to.near(focus);
    this.#to.varint(focusOffset);
  }

  inputSelection(node: NodeId, start: number, end: number): void {
    this.#to.code(opcode.inputSelection, node);
    this.#to.varint(start);
    this.#to.varint(end);
  }

  /** The colour scheme that the customer prefers. */
  colorScheme(dark: boolean): void {
    this.#to.byte(opcode.colorScheme);
    this.#to.byte(dark ? 1 : 0);
  }
}
