import { ByteSink } from './byte-sink.ts';
import { ByteSource } from './byte-source.ts';
import type { NodeId } from './op.ts';
import type { ActionKind } from './protocol.gen.ts';

/** Where an agent aims: a point of an element, and where the agent saw that element in the customer's viewport. */
export interface Aim {
  readonly node: NodeId;
  /** Fractions of the element's border box. */
  readonly x: number;
  readonly y: number;
  /** As the agent saw it, in whole CSS pixels. */
  readonly seen: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A key as a keyboard tells it. */
export interface Key {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly shift?: boolean;
  readonly control?: boolean;
  readonly alt?: boolean;
  readonly meta?: boolean;
}

/** What an agent who controls the customer's page does there. Text and keys go to what has the focus. */
export type Action =
  /** A double click is a click, and then the second press of two. */
  | { readonly type: 'Click' | 'DoubleClick' | 'Focus' | 'Hover'; readonly at: Aim }
  /** `whole`: in the place of all that stands in the field. */
  | { readonly type: 'Type'; readonly node: NodeId; readonly text: string; readonly whole: boolean }
  /** The option of a select, by its place. */
  | { readonly type: 'Select'; readonly at: Aim; readonly index: number }
  | { readonly type: 'Check'; readonly at: Aim; readonly checked: boolean }
  | { readonly type: 'Scroll'; readonly at: Aim; readonly dx: number; readonly dy: number }
  /** `node`: what the agent saw with the focus; 0 is nothing. */
  | { readonly type: 'Keys'; readonly node: NodeId; readonly keys: readonly Key[] }
  | { readonly type: 'Drag'; readonly at: Aim; readonly to: Aim }
  | { readonly type: 'Back' | 'Forward' }
  | { readonly type: 'Navigate'; readonly address: string };

const fine = 0xffff;
const mostKeys = 64;
const longestKey = 32;
const farthest = 100_000;

/**
 * An action's body: the epoch of its node ids (varint), then what its kind says, which goes beside it. An aim is the
 * node, two fractions of 16 bits, and four whole numbers; text is its length in bytes and UTF-8.
 */
export function encodeAction(epoch: number, action: Action): Uint8Array {
  const sink = new ByteSink();
  sink.varint(epoch);
  switch (action.type) {
    case 'Type':
      sink.varint(action.node);
      sink.byte(Number(action.whole));
      writeText(sink, action.text);
      break;
    case 'Keys':
      sink.varint(action.node);
      for (const key of action.keys.slice(0, mostKeys)) {
        sink.byte(bits(key));
        writeText(sink, key.key);
      }
      break;
    case 'Navigate':
      writeText(sink, action.address);
      break;
    case 'Back':
    case 'Forward':
      break;
    default:
      writeAim(sink, action.at);
  }
  switch (action.type) {
    case 'Select':
      sink.varint(action.index);
      break;
    case 'Check':
      sink.byte(Number(action.checked));
      break;
    case 'Scroll':
      sink.zigzag(Math.round(action.dx));
      sink.zigzag(Math.round(action.dy));
      break;
    case 'Drag':
      writeAim(sink, action.to);
  }
  return sink.taken();
}

/** The action of this kind in `bytes`, with its epoch, or undefined where they are none. */
export function decodeAction(
  type: ActionKind,
  bytes: Uint8Array,
): { readonly epoch: number; readonly action: Action } | undefined {
  try {
    const source = new ByteSource(bytes);
    const epoch = source.varint();
    const action = readAction(type, source);
    return action && source.left === 0 ? { epoch, action } : undefined;
  } catch {
    return undefined;
  }
}

function readAction(type: ActionKind, source: ByteSource): Action | undefined {
  switch (type) {
    case 'Click':
    case 'DoubleClick':
    case 'Focus':
    case 'Hover':
      return { type, at: readAim(source) };
    case 'Type':
      return { type, node: source.varint(), whole: source.byte() === 1, text: readText(source) };
    case 'Select':
      return { type, at: readAim(source), index: source.varint() };
    case 'Check':
      return { type, at: readAim(source), checked: source.byte() === 1 };
    case 'Scroll': {
      const [at, dx, dy] = [readAim(source), source.zigzag(), source.zigzag()];
      return Math.abs(dx) <= farthest && Math.abs(dy) <= farthest ? { type, at, dx, dy } : undefined;
    }
    case 'Keys': {
      const node = source.varint();
      const keys: Key[] = [];
      while (source.left > 0 && keys.length < mostKeys) keys.push(readKey(source));
      return keys.length > 0 && keys.every(({ key }) => key !== '' && key.length <= longestKey)
        ? { type, node, keys }
        : undefined;
    }
    case 'Drag':
      return { type, at: readAim(source), to: readAim(source) };
    case 'Back':
    case 'Forward':
      return { type };
    case 'Navigate':
      return { type, address: readText(source) };
    default:
      return type satisfies never;
  }
}

const bits = ({ shift, control, alt, meta }: Key): number =>
  Number(shift ?? false) |
  (Number(control ?? false) << 1) |
  (Number(alt ?? false) << 2) |
  (Number(meta ?? false) << 3);

function readKey(source: ByteSource): Key {
  const held = source.byte();
  return {
    key: readText(source),
    shift: (held & 1) !== 0,
    control: (held & 2) !== 0,
    alt: (held & 4) !== 0,
    meta: (held & 8) !== 0,
  };
}

function writeAim(sink: ByteSink, { node, x, y, seen }: Aim): void {
  sink.varint(node);
  sink.varint(fraction(x));
  sink.varint(fraction(y));
  for (const each of [seen.x, seen.y, seen.width, seen.height]) sink.zigzag(Math.round(each));
}

function readAim(source: ByteSource): Aim {
  return {
    node: source.varint(),
    x: Math.min(1, source.varint() / fine),
    y: Math.min(1, source.varint() / fine),
    seen: { x: source.zigzag(), y: source.zigzag(), width: source.zigzag(), height: source.zigzag() },
  };
}

function writeText(sink: ByteSink, text: string): void {
  const bytes = new TextEncoder().encode(text);
  sink.varint(bytes.length);
  sink.append(bytes);
}

function readText(source: ByteSource): string {
  const bytes = new Uint8Array(source.count());
  for (let at = 0; at < bytes.length; at++) bytes[at] = source.byte();
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

const fraction = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * fine);
