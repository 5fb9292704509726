import type { AssetSource } from '../protocol/asset-store.ts';
import type { DocumentMode, NodeId, Op } from '../protocol/op.ts';

/** What {@link createReplica} is given. */
export interface ReplicaOptions {
  /** Holds the replica's iframe. Its document must stay the owner. */
  readonly container: HTMLElement;
  readonly assets: AssetSource;
  /** Sends bytes to `capture.receive`. */
  readonly onRequest?: (bytes: Uint8Array) => void;
  /** The customer's pointer, clicks, focus and viewport, for overlays. */
  readonly onPresence?: (op: PresenceOp) => void;
  /** A new document shows (first keyframe, page load, resync). */
  readonly onDocument?: (document: Document) => void;
  /** The replica cannot go on without a keyframe (a gap, damage, a decoding error). Never throws instead. */
  readonly onLost?: (reason: string) => void;
  /** Addresses of served shell documents by mode, for consoles with a strict CSP; written in place if omitted. */
  readonly shell?: (mode: DocumentMode) => string;
}

export type PresenceOp = Extract<Op, { op: 'viewport' | 'pointer' | 'click' | 'focus' | 'scroll' }>;

/** A point tied to a node: fractions of its border box, which survive scroll, zoom and reflow. */
export interface Anchor {
  readonly node: NodeId;
  readonly x: number;
  readonly y: number;
}

export interface Replica {
  /** Applies one frame; frames come in the order in which they were sent. Never throws. */
  apply(frame: Uint8Array): void;
  /** The replica's document, once the first keyframe is in. */
  readonly document: Document;
  /** Names the capture that the node ids of the shown document are of; undefined before the first keyframe. */
  readonly epoch: number | undefined;
  /** Size of the customer's viewport in CSS pixels; 0 × 0 before the first frame. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** Resolves when all that was applied shows, assets included. */
  settled(): Promise<void>;
  /** The anchor under a point of the replica's viewport, in CSS pixels. */
  anchor(x: number, y: number): Anchor | undefined;
  /** The element of a node id. */
  element(id: NodeId): Element | undefined;
  /** The node id of an element of the replica. */
  nodeOf(element: Element): NodeId | undefined;
  dispose(): void;
}
