export type { AssetSink, AssetSource, AssetStore } from './asset-store.ts';
export { type FrameHeader, type FrameKind, readFrameHeader, writeFrameHeader } from './frame-header.ts';
export { decodeGuidance, encodeGuidance, type Guidance, type GuidanceAnchor } from './guidance.ts';
export type { DocumentMode, NodeId, Op } from './op.ts';
export { assetScheme } from './op.ts';
export * from './protocol.gen.ts';
