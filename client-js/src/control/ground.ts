import type { NodeId } from '../protocol/op.ts';

/** The page under control, as the capture and the session know it. */
export interface Ground {
  /** The epoch in which the capture's node ids count now. */
  epoch(): number | undefined;
  locate(node: NodeId): Element | undefined;
  /** Whether the policy lets agents control this field. */
  accepts(field: Element): boolean;
  /** Whether agents do not see what stands there, or that it is there. */
  hides(element: Element): boolean;
}
