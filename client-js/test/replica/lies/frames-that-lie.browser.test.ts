import { describe, expect, it } from 'vitest';
import { deflate } from '../../../src/protocol/deflate.ts';
import { type Op, writeFrameHeader } from '../../../src/protocol/index.ts';
import { opcode } from '../../../src/protocol/protocol.gen.ts';
import { start } from '../scripted-replica.ts';
import { element, text, up } from '../scripted-source.ts';

const before: Op[] = [element(5, 'p'), text(6, 'before'), up];

/** Elements inside one another. */
const tower = (first: number, height: number): Op[] => [
  ...Array.from({ length: height }, (_, i) => element(first + i, 'div')),
  ...Array.from({ length: height }, () => up),
];

async function shown() {
  const customer = start();
  await customer.page(...before);
  return customer;
}

type Customer = Awaited<ReturnType<typeof shown>>;

/** What shows stays, a keyframe is asked for once, and with it all goes on. */
async function goesOn({ replica, source, page, asked }: Customer): Promise<void> {
  expect(replica.document.body.textContent).toContain('before');
  expect(asked).toEqual([{ type: 'keyframe' }]);
  source.nextEpoch();
  await page(element(5, 'p'), text(6, 'again'), up);
  expect(replica.document.body.textContent).toBe('again');
}

describe('a frame that lies ends the view with a message until the next keyframe:', () => {
  it.each<[string, string, Op[]]>([
    [
      'a tree that is too deep',
      'The page is too deep.',
      [{ op: 'at', parent: 4, after: 5 }, ...tower(100, 700)],
    ],
    [
      'shadow roots inside one another',
      'The page is too deep.',
      [
        { op: 'at', parent: 4, after: 5 },
        ...Array.from({ length: 700 }, (_, i): Op[] => [
          element(100 + 2 * i, 'div'),
          {
            op: 'shadow',
            id: 101 + 2 * i,
            host: 100 + 2 * i,
            mode: 'open',
            delegatesFocus: false,
            manualSlots: false,
          },
        ]).flat(),
      ],
    ],
    [
      'two towers, one put on the other',
      'The page is too deep.',
      [
        { op: 'at', parent: 4, after: 5 },
        ...tower(100, 400),
        ...tower(1000, 400),
        { op: 'at', parent: 499, after: 0 },
        { op: 'place', id: 1000 },
      ],
    ],
    [
      'more moves than nodes',
      'More nodes are moved than there are.',
      [
        { op: 'at', parent: 4, after: 5 },
        { op: 'placeRun', first: 6, count: 1_000_000, step: 0 },
      ],
    ],
    [
      'more comparisons than a capture asks for',
      'More is to be compared than can be.',
      Array.from({ length: 17 }, (): Op => ({ op: 'hash', node: 1, count: 9_000_000, hash: 7 })),
    ],
  ])('%s', async (_, reason, ops) => {
    const customer = await shown();
    await customer.send(...ops);
    expect(customer.lost).toEqual([reason]);
    await customer.send({ op: 'data', node: 6, data: 'not this' });
    await goesOn(customer);
  });

  const raw = (sequence: number, body: Uint8Array, deflated = false) => {
    const frame = new Uint8Array(16 + body.length);
    const head = {
      kind: 'update',
      keyframe: false,
      last: false,
      class: 0,
      stream: 0,
      epoch: 1,
      time: 0,
    } as const;
    writeFrameHeader(frame, { ...head, deflated, sequence });
    frame.set(body, 16);
    return frame;
  };
  /** A body of these ops section bytes, with no strings. */
  const body = (...ops: number[]) => Uint8Array.of(0, ops.length, ...ops);
  const hundredMillion = [0x80, 0xc2, 0xd7, 0x2f];

  it.each([
    ['an op that nobody knows', 'unknown op', async () => body(0x3f)],
    ['a string of 100 MB', 'string past the end', async () => body(opcode.comment, 20, ...hundredMillion)],
    ['100 million rules', 'count too large', async () => body(opcode.sheetRules, 20, 0, ...hundredMillion)],
    ['100 million ops', 'count too large', async () => Uint8Array.of(0, ...hundredMillion)],
    ['an id below zero', 'no such id', async () => body(opcode.text, 1, 0)],
    ['an unknown shape', 'unknown shape', async () => body(opcode.element, 20, 99)],
    ['a packed body of 100 MB', 'packed too tightly', async () => Uint8Array.of(...hundredMillion)],
    ['nothing at all', 'truncated', async () => new Uint8Array()],
  ] as const)('%s', async (_, reason, bytes) => {
    const customer = await shown();
    customer.replica.apply(raw(1, await bytes()));
    await customer.replica.settled();
    expect(customer.lost).toEqual([reason]);
    await goesOn(customer);
  });

  it('what inflates to far more than it may', async () => {
    const customer = await shown();
    const bomb = await deflate(new Uint8Array(40 << 20));
    expect(bomb.length).toBeLessThan(200_000);
    customer.replica.apply(raw(1, bomb, true));
    await customer.replica.settled();
    expect(customer.lost).toEqual(['inflates too far']);
    await goesOn(customer);
  });

  it.each([
    ['a frame that is missing', 'gap', (customer: Customer): void => customer.source.skip()],
    ['another document out of nowhere', 'epoch', (customer: Customer): void => void customer.source.epoch++],
  ] as const)('%s', async (_, reason, lie) => {
    const customer = await shown();
    lie(customer);
    await customer.send({ op: 'data', node: 6, data: 'not this' });
    expect(customer.lost).toEqual([reason]);
    await goesOn(customer);
  });

  it('too many parts of a body that never ends', async () => {
    const customer = await shown();
    const part = new Uint8Array(200_000).fill(2);
    for (let i = 1; customer.lost.length === 0 && i < 400; i++) customer.replica.apply(raw(i, part));
    expect(customer.lost).toEqual(['body too long']);
    await goesOn(customer);
  });
});
