// What came from a recorder, counted: raw, compressed, and for ours what was compressed already.
import { gzipSync, inflateRawSync } from 'node:zlib';

const headerBytes = 16;
const deflated = 4;
const packed = 4;
const hashBytes = 66;

const gz = (bytes) => (bytes.length === 0 ? 0 : gzipSync(bytes, { level: 6 }).length);

/** Sums up what the site has taken from one recorder. */
export function countBytes(taken) {
  const bodies = (what) => taken.filter((part) => part.what === what);
  const asked = bodies('frames').reduce((sum, part) => sum + Number(part.query.get('asked') ?? 0), 0);
  const frames = bodies('frames').flatMap(({ body }) => [...split(body)]);
  if (frames.length > 0 || bodies('asset').length > 0) return ours(frames, bodies('asset'), asked);
  const body = Buffer.concat(taken.map((part) => part.body));
  return { raw: body.length, gz: gz(body), messages: messagesIn(taken) };
}

function ours(frames, assets, asked) {
  const css = assets.filter((part) => part.query.get('type').startsWith('text/css'));
  const rest = assets.filter((part) => !css.includes(part));
  const sum = (parts, size) => parts.reduce((all, part) => all + size(part), 0);
  return {
    raw: sum(frames, (frame) => unpacked(frame)),
    // As it goes over the wire: the questions for assets, too.
    gz: sum(frames, (frame) => frame.length) + asked * hashBytes,
    messages: frames.length,
    css: sum(css, (part) => part.body.length),
    cssGz: sum(css, (part) => gz(part.body)),
    rest: sum(rest, (part) => part.body.length),
  };
}

function* split(body) {
  for (let at = 0; at < body.length; ) {
    const length = body.readUInt32LE(at);
    yield body.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
}

/** A frame's length before it was deflated, or packed as client-js/src/protocol/body-format.ts tells. */
function unpacked(frame) {
  if ((frame[1] & deflated) !== 0) return headerBytes + inflateRawSync(frame.subarray(headerBytes)).length;
  const [low, high] = frame.subarray(headerBytes);
  const length = low < 128 ? low : (low & 127) + high * 128;
  return length < packed ? frame.length : headerBytes + length - packed;
}

const messagesIn = (taken) =>
  taken.reduce(
    (sum, { what, body }) => sum + (what === 'events' ? body.toString().split('\n').length : 1),
    0,
  );
