export type Zoom = 'fit' | 'true-size';

/** The scale at which a viewport shows; never above its true size, where text would blur. */
export function stageScale(
  zoom: Zoom,
  viewport: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): number {
  if (zoom === 'true-size' || viewport.width <= 0 || viewport.height <= 0) return 1;
  if (room.width <= 0 || room.height <= 0) return 1;
  return Math.min(1, room.width / viewport.width, room.height / viewport.height);
}
