import type { FieldRight, Policy } from '../masking/policy.ts';
import type { AssetSink } from '../protocol/asset-store.ts';
import type { NodeId } from '../protocol/op.ts';

/** What {@link startCapture} is given. */
export interface CaptureOptions {
  /** The document to capture; the global one if omitted. */
  readonly document?: Document;
  readonly policy: Policy;
  /** Receives every frame, in order. Its errors are caught. */
  readonly onFrame: (frame: Uint8Array) => void;
  readonly assets: AssetSink;
  /**
   * Whether much of what `onFrame` received has not left yet. While it says so, changes wait and become one; only the
   * pointer goes on.
   */
  readonly congested?: () => boolean;
  /** How often canvases are looked at, in milliseconds; false leaves them out. */
  readonly canvas?: number | false;
  /** How often a stretch of the page is compared with replicas, in milliseconds (500 if omitted); false: never. */
  readonly integrity?: number | false;
}

/** A running capture of one document and its same-origin iframes. */
export interface Capture {
  /** Resolves when the first keyframe is complete. */
  readonly ready: Promise<void>;
  /** Resolves when all that happened on the page so far has been given to `onFrame` and `put`. */
  flush(): Promise<void>;
  /** Sends a keyframe: a snapshot from which a new replica can start. */
  keyframe(): Promise<void>;
  /** Takes a replica's request. Hostile bytes are ignored. */
  receive(bytes: Uint8Array): void;
  /** The live element with this id, if it is still in the page. */
  element(id: NodeId): Element | undefined;
  /** Whether the policy grants this on a field, or on the one with this id. */
  accepts(field: NodeId | Element, right: FieldRight): boolean;
  /** Whether a rule masks this element, whatever stands in it. */
  masks(element: Element): boolean;
  /** Whether replicas do not show what stands in this element. */
  hides(element: Element): boolean;
  /** Ends the capture and leaves the page as it was: listeners, patches, nodes. */
  stop(): void;
}
