import type { Op } from '../../protocol/index.ts';

/** Brings a media element to the customer's state. */
export function applyMedia(element: HTMLMediaElement, op: Extract<Op, { op: 'media' }>): void {
  if (typeof element.pause !== 'function') return;
  element.defaultPlaybackRate = element.playbackRate = Math.min(16, Math.max(0.0625, op.rate || 1));
  element.volume = Math.min(1, Math.max(0, op.volume));
  element.muted = op.muted;
  if (Number.isFinite(op.time) && Math.abs(element.currentTime - op.time) > (op.paused ? 0.01 : 0.3)) {
    element.currentTime = op.time;
  }
  if (op.paused) element.pause();
  else if (element.paused) element.play().catch(() => {});
}
