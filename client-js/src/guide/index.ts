export { fieldKind } from '../propose/field-kind.ts';
export { type Drawing, decodeDrawing, encodeDrawing, mostPoints, type Spot } from '../protocol/drawing.ts';
export { AgentDrawings, type Hand } from './agent-drawings.ts';
export { type Box, boxOf } from './element-box.ts';
export { spokenName } from './spoken-name.ts';
