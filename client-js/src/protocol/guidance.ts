import type { NodeId } from './op.ts';

/** A point tied to a node of the customer's page: fractions of its border box. */
export interface GuidanceAnchor {
  readonly node: NodeId;
  /** 0 is the left edge, 1 the right one. */
  readonly x: number;
  /** 0 is the upper edge, 1 the lower one. */
  readonly y: number;
}

/** What an agent shows on the customer's page. It draws; it never touches the page. */
export type Guidance =
  | { readonly type: 'pointer'; readonly anchor: GuidanceAnchor }
  | { readonly type: 'hide' }
  | { readonly type: 'click'; readonly anchor: GuidanceAnchor };

const pointer = 1;
const hide = 2;
const click = 3;
const anchoredBytes = 9;
const fine = 0xffff;

/** One byte for what it is; an anchor is the node (32 bits) and two fractions (16 bits each), little-endian. */
export function encodeGuidance(guidance: Guidance): Uint8Array {
  if (guidance.type === 'hide') return Uint8Array.of(hide);
  const bytes = new Uint8Array(anchoredBytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, guidance.type === 'pointer' ? pointer : click);
  view.setUint32(1, guidance.anchor.node, true);
  view.setUint16(5, fraction(guidance.anchor.x), true);
  view.setUint16(7, fraction(guidance.anchor.y), true);
  return bytes;
}

/** The guidance in `bytes`, or undefined where they are none. */
export function decodeGuidance(bytes: Uint8Array): Guidance | undefined {
  const kind = bytes[0];
  if (kind === hide) return bytes.byteLength === 1 ? { type: 'hide' } : undefined;
  if ((kind !== pointer && kind !== click) || bytes.byteLength !== anchoredBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const anchor = {
    node: view.getUint32(1, true),
    x: view.getUint16(5, true) / fine,
    y: view.getUint16(7, true) / fine,
  };
  return { type: kind === pointer ? 'pointer' : 'click', anchor };
}

function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * fine);
}
