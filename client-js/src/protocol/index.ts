export { type Action, type Aim, encodeAction, type Key } from './action.ts';
export type { AssetSink, AssetSource, AssetStore } from './asset-store.ts';
export { DecodeError } from './decode-error.ts';
export { type DecodedFrame, FrameDecoder } from './frame-decoder.ts';
export { type FrameHeader, type FrameKind, readFrameHeader, writeFrameHeader } from './frame-header.ts';
export { decodeGuidance, encodeGuidance, type Guidance, type GuidanceAnchor } from './guidance.ts';
export { hueOf } from './hues.ts';
export type {
  AnimationState,
  Attribute,
  DocumentMode,
  Namespace,
  NodeId,
  Op,
  PropertyName,
  PropertyValue,
  RulePath,
} from './op.ts';
export { assetScheme } from './op.ts';
export * from './protocol.gen.ts';
