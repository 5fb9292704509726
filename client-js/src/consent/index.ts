export { type Failure, loadStrings, type Strings } from './strings.ts';
export { Surface } from './surface.ts';
export type { SeenAgent, SurfaceDelegate, View } from './view.ts';
