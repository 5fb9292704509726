import type { GuidanceAnchor } from './guidance.ts';
import type { NodeId } from './op.ts';

/** A point by the border box of an element, in fractions of its size; it may lie outside. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What an agent draws on the customer's page, each drawing under a number of that agent's choice (16 bits). */
export type Drawing =
  | { readonly type: 'spotlight'; readonly id: number; readonly node: NodeId }
  | {
      readonly type: 'arrow';
      readonly id: number;
      readonly from: GuidanceAnchor;
      readonly to: GuidanceAnchor;
    }
  | {
      readonly type: 'box';
      readonly id: number;
      readonly node: NodeId;
      readonly from: Spot;
      readonly to: Spot;
    }
  | {
      readonly type: 'ink';
      readonly id: number;
      readonly node: NodeId;
      readonly fades: boolean;
      readonly points: readonly Spot[];
    }
  /** More points of ink. */
  | { readonly type: 'more'; readonly id: number; readonly points: readonly Spot[] }
  /** Its text comes beside it: the node lets through what the tenant approved. */
  | { readonly type: 'label'; readonly id: number; readonly at: GuidanceAnchor }
  | { readonly type: 'remove'; readonly id: number }
  | { readonly type: 'clear' };

const types = ['spotlight', 'arrow', 'box', 'ink', 'more', 'label', 'remove', 'clear'] as const;
/** Most points of one message, within the limit of a body. */
export const mostPoints = 500;
const farthest = 10_000;

/** One byte for what it is, the number, and then numbers of 32 bits: nodes whole, fractions as floats; little-endian. */
export function encodeDrawing(drawing: Drawing): Uint8Array {
  const numbers: number[] = [];
  switch (drawing.type) {
    case 'spotlight':
      numbers.push(drawing.node);
      break;
    case 'arrow':
      numbers.push(drawing.from.node, drawing.from.x, drawing.from.y);
      numbers.push(drawing.to.node, drawing.to.x, drawing.to.y);
      break;
    case 'box':
      numbers.push(drawing.node, drawing.from.x, drawing.from.y, drawing.to.x, drawing.to.y);
      break;
    case 'ink':
      numbers.push(drawing.node, Number(drawing.fades));
      break;
    case 'label':
      numbers.push(drawing.at.node, drawing.at.x, drawing.at.y);
  }
  if ('points' in drawing) for (const { x, y } of drawing.points.slice(0, mostPoints)) numbers.push(x, y);
  const bytes = new Uint8Array(3 + numbers.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, types.indexOf(drawing.type) + 1);
  view.setUint16(1, 'id' in drawing ? drawing.id : 0, true);
  const whole = wholeAt(drawing.type);
  for (const [index, number] of numbers.entries())
    if (whole.includes(index)) view.setUint32(3 + index * 4, number, true);
    else view.setFloat32(3 + index * 4, number, true);
  return bytes;
}

/** The drawing in `bytes`, or undefined where they are none. */
export function decodeDrawing(bytes: Uint8Array): Drawing | undefined {
  const type = types[(bytes[0] ?? 0) - 1];
  if (!type || bytes.byteLength < 3 || (bytes.byteLength - 3) % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const id = view.getUint16(1, true);
  const whole = wholeAt(type);
  const n: number[] = [];
  for (let at = 3; at < bytes.byteLength; at += 4)
    n.push(whole.includes(n.length) ? view.getUint32(at, true) : view.getFloat32(at, true));
  // What is farther away than this many times its element is no drawing, and its line no number.
  if (!n.every((each, index) => whole.includes(index) || Math.abs(each) <= farthest)) return undefined;
  const anchor = (at: number): GuidanceAnchor => ({ node: n[at]!, x: n[at + 1]!, y: n[at + 2]! });
  const spot = (at: number): Spot => ({ x: n[at]!, y: n[at + 1]! });
  const spots = (from: number): Spot[] =>
    Array.from({ length: (n.length - from) / 2 }, (_, index) => spot(from + index * 2));
  const drawn = n.length;
  switch (type) {
    case 'spotlight':
      return drawn === 1 ? { type, id, node: n[0]! } : undefined;
    case 'arrow':
      return drawn === 6 ? { type, id, from: anchor(0), to: anchor(3) } : undefined;
    case 'box':
      return drawn === 5 ? { type, id, node: n[0]!, from: spot(1), to: spot(3) } : undefined;
    case 'ink':
      return holdsPoints(drawn - 2)
        ? { type, id, node: n[0]!, fades: n[1] !== 0, points: spots(2) }
        : undefined;
    case 'more':
      return holdsPoints(drawn) ? { type, id, points: spots(0) } : undefined;
    case 'label':
      return drawn === 3 ? { type, id, at: anchor(0) } : undefined;
    case 'remove':
      return drawn === 0 ? { type, id } : undefined;
    default:
      return drawn === 0 ? { type } : undefined;
  }
}

const holdsPoints = (numbers: number): boolean =>
  numbers > 0 && numbers % 2 === 0 && numbers <= mostPoints * 2;

/** Which numbers of a drawing are whole. */
const wholeAt = (type: Drawing['type']): readonly number[] =>
  type === 'arrow' ? [0, 3] : type === 'ink' ? [0, 1] : type === 'more' ? [] : [0];
