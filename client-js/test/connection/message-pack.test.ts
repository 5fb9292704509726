import { decode, encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { joined, type Packed, pack, unpack } from '../../src/connection/message-pack.ts';

const values: Packed[] = [
  null,
  true,
  false,
  0,
  1,
  127,
  128,
  255,
  256,
  65_535,
  65_536,
  4_294_967_295,
  4_294_967_296,
  -1,
  -32,
  -33,
  -129,
  -40_000,
  -3_000_000_000,
  1_700_000_000_000,
  0.5,
  -1e300,
  '',
  'a',
  'ü€😀',
  'x'.repeat(31),
  'x'.repeat(32),
  'x'.repeat(300),
  'x'.repeat(70_000),
  new Uint8Array(0),
  new Uint8Array([1, 2, 3]),
  new Uint8Array(300).fill(7),
  new Uint8Array(70_000).fill(9),
  [],
  [1, 'b', null],
  Array.from({ length: 20 }, (_, i) => i),
  Array.from({ length: 70_000 }, () => 1),
  {},
  { Refusal: null, Session: { State: 'Active', Participants: [{ Name: 'Ana', Present: true }] } },
  Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, i])),
];

function written(value: Packed): Uint8Array {
  return joined(pack(value));
}

/** Our maps have no prototype. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value instanceof Uint8Array ? [...value] : value));

describe('against the reference library', () => {
  it.each(values.map((value, i) => [i, value] as const))('value %i is read by it', (_, value) => {
    expect(plain(decode(written(value)))).toEqual(plain(value));
  });

  it.each(values.map((value, i) => [i, value] as const))(
    'value %i is understood when it wrote it',
    (_, value) => {
      expect(plain(unpack(encode(value), 16))).toEqual(plain(value));
    },
  );
});

describe('hostile bytes', () => {
  it.each([
    ['a string longer than the message', [0xdb, 0xff, 0xff, 0xff, 0xff, 65]],
    ['bytes longer than the message', [0xc6, 0xff, 0xff, 0xff, 0xff, 1]],
    ['an array of four billion', [0xdd, 0xff, 0xff, 0xff, 0xff]],
    ['a map of four billion', [0xdf, 0xff, 0xff, 0xff, 0xff, 1]],
    ['a number cut off', [0xcf, 1, 2]],
    ['nothing', []],
    ['a code that does not exist', [0xc1]],
    ['deep nesting', Array.from({ length: 100_000 }, () => 0x91)],
  ])('%s throws a RangeError', (_, bytes) => {
    expect(() => unpack(Uint8Array.from(bytes), 16)).toThrow(RangeError);
  });

  it('extensions are skipped', () => {
    expect(unpack(Uint8Array.of(0x92, 0xd4, 1, 2, 5), 16)).toEqual([undefined, 5]);
  });
});
