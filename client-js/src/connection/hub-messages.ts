import { limits } from '../protocol/protocol.gen.ts';
import { joined, type Packed, pack, unpack } from './message-pack.ts';

/** What a hub connection receives, of the messages that this client understands. */
export type HubMessage =
  | { readonly type: 'invocation'; readonly target: string; readonly args: readonly unknown[] }
  | { readonly type: 'completion'; readonly id: string; readonly error?: string; readonly result?: unknown }
  | { readonly type: 'close' };

const invocation = 1;
const completion = 3;
const ping = 6;
const close = 7;

/** The JSON handshake of a SignalR connection, whatever its protocol. */
export const handshake = '{"protocol":"messagepack","version":2}\u001e';

/** A call of a hub method; with an id where an answer is wanted. */
export function encodeInvocation(target: string, args: readonly Packed[], id: string | null): Uint8Array {
  return framed([invocation, {}, id, target, args]);
}

export function encodePing(): Uint8Array {
  return framed([ping]);
}

function framed(message: Packed): Uint8Array {
  const parts = pack(message);
  let rest = parts.reduce((length, part) => length + part.length, 0);
  const prefix: number[] = [];
  do {
    prefix.push(rest > 127 ? (rest & 127) | 128 : rest);
    rest >>>= 7;
  } while (rest > 0);
  return joined([Uint8Array.from(prefix), ...parts]);
}

/** The messages in one payload; unknown ones and pings are left out. Throws on damaged bytes. */
export function* decodeMessages(payload: Uint8Array): Generator<HubMessage> {
  let at = 0;
  while (at < payload.length) {
    let length = 0;
    let shift = 0;
    let byte: number;
    do {
      if (at >= payload.length || shift > 28) throw new RangeError('bad length');
      byte = payload[at++]!;
      length += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    if (at + length > payload.length) throw new RangeError('truncated');
    const message = understood(unpack(payload.subarray(at, at + length), limits.nestingDepth));
    if (message) yield message;
    at += length;
  }
}

function understood(parts: unknown): HubMessage | undefined {
  if (!Array.isArray(parts)) throw new RangeError('no message');
  switch (parts[0]) {
    case invocation:
      return typeof parts[3] === 'string' && Array.isArray(parts[4])
        ? { type: 'invocation', target: parts[3], args: parts[4] }
        : undefined;
    case completion: {
      if (typeof parts[2] !== 'string') return undefined;
      const done = { type: 'completion', id: parts[2] } as const;
      return parts[3] === 1 ? { ...done, error: String(parts[4]) } : { ...done, result: parts[4] };
    }
    case close:
      return { type: 'close' };
    default:
      return undefined;
  }
}
