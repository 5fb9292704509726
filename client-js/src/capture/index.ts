import type { Capture, CaptureOptions } from './capture-contract.ts';
import { PageCapture } from './page-capture.ts';

export { isPage } from '../masking/page-rules.ts';
export { type FieldRight, type Policy, policy, type TextMode } from '../masking/policy.ts';
export type { AssetSink } from '../protocol/asset-store.ts';
export type { Capture, CaptureOptions } from './capture-contract.ts';

/**
 * Begins to capture a document and its same-origin iframes.
 *
 * @example
 * ```ts
 * const capture = startCapture({ policy: policy.standard(), assets, onFrame: (frame) => connection.send('f', frame) });
 * await capture.ready;
 * capture.stop();
 * ```
 */
export function startCapture(options: CaptureOptions): Capture {
  return new PageCapture(options);
}
