import { connect } from '../../Shared/contract/case.mjs';

const kinds = { snapshot: 1, update: 2, presence: 3 };

/** A frame as a snippet would send it, with `body` bytes that follow from its sequence. */
export function frame(kind, sequence, { keyframe = false, last = false, body = 20, epoch = 1, of = 0 } = {}) {
  const bytes = new Uint8Array(16 + body);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 0x10 | kinds[kind]);
  view.setUint8(1, (keyframe ? 1 : 0) | (last ? 2 : 0));
  view.setUint32(4, epoch, true);
  view.setUint32(8, ((sequence & 0xffffff) | (of << 24)) >>> 0, true);
  for (let i = 0; i < body; i++) bytes[16 + i] = (sequence * 7 + i) & 255;
  return bytes;
}

export const sequenceOf = (bytes) =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true) & 0xffffff;

/** A keyframe of `chunks` frames from `first` on. */
export function keyframe(first, chunks, body = 20, epoch = 1) {
  return Array.from({ length: chunks }, (_, i) =>
    frame('snapshot', first + i, { keyframe: i === 0, last: i === chunks - 1, body, epoch }),
  );
}

let next = 0;

/** A customer and its channel, which flows. */
export async function customer(scope, server, options = {}) {
  const channel = `channel-${next++}`;
  const hub = await connect(scope, `${server}${options.path ?? '/hub'}?channel=${channel}`, options);
  await hub.invoke('Open', channel);
  await hub.invoke('BeCustomer', channel);
  return { hub, channel, send: (bytes) => hub.send('f', bytes) };
}

/** An agent of that channel, with every frame that it got. */
export async function agent(scope, server, channel, options = {}) {
  const frames = [];
  const hub = await connect(scope, `${server}/hub`, {
    ...options,
    prepare: (c) => c.on('f', (bytes) => frames.push(bytes)),
  });
  await hub.invoke('BeAgent', channel);
  return { hub, frames };
}

export const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
