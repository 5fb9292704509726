import { frameHeaderBytes, frameKind, frameMark } from './protocol.gen.ts';

export type FrameKind = keyof typeof frameKind;

/**
 * The fixed head of every frame, 16 bytes, little-endian:
 *
 * ```
 * 0      version (high 4 bits) and kind (low 4 bits)
 * 1      flags
 * 2..3   stream: a tab or cross-origin iframe of the session
 * 4..7   epoch
 * 8..11  sequence (low 24 bits) and class (high 8 bits): who may see it; class 0 is everybody
 * 12..15 source time
 * ```
 */
export interface FrameHeader {
  readonly kind: FrameKind;
  /** First chunk of a keyframe: from here anyone can start. String and shape tables begin anew. */
  readonly keyframe: boolean;
  /** Last chunk of a keyframe. */
  readonly last: boolean;
  /** The body is deflate-raw. */
  readonly deflated: boolean;
  readonly class: number;
  /** A tab or cross-origin iframe of the session. */
  readonly stream: number;
  /** Random 32 bits, one per document and capture. */
  readonly epoch: number;
  /** Counts from 0 per epoch, stream and class, without gaps; 24 bits. */
  readonly sequence: number;
  /** Milliseconds since the epoch began. */
  readonly time: number;
}

const version = 1;

/** Writes `header` into the first 16 bytes of `frame`. */
export function writeFrameHeader(frame: Uint8Array, header: FrameHeader): void {
  const view = new DataView(frame.buffer, frame.byteOffset, frameHeaderBytes);
  view.setUint8(0, (version << 4) | frameKind[header.kind]);
  view.setUint8(
    1,
    (header.keyframe ? frameMark.keyframe : 0) |
      (header.last ? frameMark.last : 0) |
      (header.deflated ? frameMark.deflated : 0),
  );
  view.setUint16(2, header.stream, true);
  view.setUint32(4, header.epoch, true);
  view.setUint32(8, ((header.class << 24) | (header.sequence & 0xffffff)) >>> 0, true);
  view.setUint32(12, header.time, true);
}

/** The header of `frame`, or undefined where it is no frame of this version. */
export function readFrameHeader(frame: Uint8Array): FrameHeader | undefined {
  if (frame.byteLength < frameHeaderBytes) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frameHeaderBytes);
  const first = view.getUint8(0);
  const kind = (Object.keys(frameKind) as FrameKind[]).find((each) => frameKind[each] === (first & 15));
  if (first >> 4 !== version || kind === undefined) return undefined;
  const flags = view.getUint8(1);
  const counted = view.getUint32(8, true);
  return {
    kind,
    keyframe: (flags & frameMark.keyframe) !== 0,
    last: (flags & frameMark.last) !== 0,
    deflated: (flags & frameMark.deflated) !== 0,
    class: counted >>> 24,
    stream: view.getUint16(2, true),
    epoch: view.getUint32(4, true),
    sequence: counted & 0xffffff,
    time: view.getUint32(12, true),
  };
}
