import { describe, expect, test } from 'vitest';
import { bodyPart } from '../../src/protocol/body-format.ts';
import { BodyReader } from '../../src/protocol/body-reader.ts';
import { BodyWriter } from '../../src/protocol/body-writer.ts';
import { DecodeError } from '../../src/protocol/decode-error.ts';
import type { Op } from '../../src/protocol/op.ts';
import { random, randomOps } from './random-ops.ts';
import { writeOp } from './write-op.ts';

function bodyOf(writer: BodyWriter, ops: readonly Op[], keyframe = false): Uint8Array {
  writer.begin(keyframe);
  for (const op of ops) writeOp(writer, op);
  return writer.finish(0);
}

describe('a body', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => [seed]))('of random ops reads back (seed %i)', (seed) => {
    const writer = new BodyWriter();
    const reader = new BodyReader();
    for (let frame = 0; frame < 12; frame++) {
      const ops = randomOps(seed * 100 + frame, 80);
      const keyframe = frame % 5 === 0;
      expect(reader.read(bodyOf(writer, ops, keyframe), keyframe)).toEqual(ops);
    }
  });

  test('can be read from its keyframe on by a reader that saw nothing before', () => {
    const writer = new BodyWriter();
    bodyOf(writer, randomOps(1, 200), true);
    bodyOf(writer, randomOps(2, 200));
    const keyframe = randomOps(3, 200);
    const update = randomOps(4, 200);
    const first = bodyOf(writer, keyframe, true);
    const second = bodyOf(writer, update);
    const late = new BodyReader();
    expect(late.read(first, true)).toEqual(keyframe);
    expect(late.read(second, false)).toEqual(update);
  });

  test('keeps lone surrogates, NUL and a byte order mark', () => {
    const data = '\ufeffa\ud83d\0\ude00\ud83d';
    const ops: Op[] = [
      { op: 'text', id: 1, data },
      { op: 'text', id: 2, data: '\ude00' },
    ];
    expect(new BodyReader().read(bodyOf(new BodyWriter(), ops, true), true)).toEqual(ops);
  });

  test('says a thousand additions to one text in little more than the text', () => {
    const writer = new BodyWriter();
    const reader = new BodyReader();
    let data = '';
    let bytes = 0;
    for (let i = 0; i < 1000; i++) {
      data += `line ${i} of a log that only grows\n`;
      const body = bodyOf(writer, [{ op: 'data', node: 7, data }], i === 0);
      bytes += body.length;
      expect(reader.read(body, i === 0)).toEqual([{ op: 'data', node: 7, data }]);
    }
    expect(bytes).toBeLessThan(data.length * 1.4);
  });

  test('says a reversed list of 2,000 nodes in a few bytes', () => {
    const ops: Op[] = [
      { op: 'at', parent: 5, after: 0 },
      { op: 'placeRun', first: 2006, count: 2000, step: -1 },
    ];
    expect(bodyOf(new BodyWriter(), ops, true).length).toBeLessThan(16);
  });

  test('takes a table row in few bytes once its shape is known', () => {
    const writer = new BodyWriter();
    const row = (id: number): Op => ({
      op: 'element',
      id,
      namespace: 'html',
      name: 'td',
      attributes: [
        ['class', 'cell amount'],
        ['role', 'gridcell'],
      ],
    });
    bodyOf(writer, [row(1)], true);
    expect(bodyOf(writer, [row(2)]).length).toBeLessThanOrEqual(7);
  });

  describe('of a list', () => {
    const row = (i: number, word: string): Op[] => [
      { op: 'element', id: 10 + i * 3, namespace: 'html', name: 'li', attributes: [['data-id', `row-${i}`]] },
      { op: 'element', id: 11 + i * 3, namespace: 'html', name: 'a', attributes: [['href', `/list/${i}`]] },
      { op: 'text', id: 12 + i * 3, data: `${word} number ${i} of this list` },
      { op: 'up' },
      { op: 'up' },
    ];
    const list = (word: string) => Array.from({ length: 50 }, (_, i) => row(i, word)).flat();
    const written = (writer: BodyWriter, reader: BodyReader, ops: readonly Op[], keyframe = false) => {
      const body = bodyOf(writer, ops, keyframe);
      expect(reader.read(body, keyframe)).toEqual(ops);
      return body.length;
    };

    test('says of a row what is other than in the last one', () => {
      expect(written(new BodyWriter(), new BodyReader(), list('Line'), true)).toBeLessThan(50 * 24);
    });

    test('that comes again says no text of it', () => {
      const [writer, reader] = [new BodyWriter(), new BodyReader()];
      written(writer, reader, list('Line'), true);
      expect(written(writer, reader, list('Line'))).toBeLessThan(50 * 11);
    });

    test('names places in the table to and fro', () => {
      const [writer, reader] = [new BodyWriter(), new BodyReader()];
      written(writer, reader, list('Line'), true);
      written(writer, reader, list('Line').reverse());
    });
  });

  test('says rules that are inserted one behind the other by what is other', () => {
    const ops = Array.from(
      { length: 100 },
      (_, i): Op => ({ op: 'ruleInsert', sheet: 4, path: [], index: i, text: `.name-of-rule-${i}{order:1}` }),
    );
    const body = bodyOf(new BodyWriter(), ops, true);
    expect(new BodyReader().read(body, true)).toEqual(ops);
    expect(body.length).toBeLessThan(100 * 10);
  });
});

describe('a body in parts', () => {
  const ops = randomOps(21, 300);
  const parts = (size: number): Uint8Array[] => {
    const body = bodyOf(new BodyWriter(), ops, true);
    return Array.from({ length: Math.ceil(body.length / size) }, (_, i) => {
      const kind = (i + 1) * size < body.length ? bodyPart.more : bodyPart.last;
      return Uint8Array.from([kind, ...body.subarray(i * size, (i + 1) * size)]);
    });
  };

  test.each([1, 7, 1000, 1 << 20])('of %i bytes each reads back behind the last', (size) => {
    const reader = new BodyReader();
    const read = parts(size).map((part, i) => reader.read(part, i === 0));
    expect(read.slice(0, -1).flat()).toEqual([]);
    expect(read.at(-1)).toEqual(ops);
    expect(reader.read(bodyOf(new BodyWriter(), ops, true), true)).toEqual(ops);
  });

  test('that is cut off is damage, and forgotten with the next keyframe', () => {
    const reader = new BodyReader();
    reader.read(parts(1000)[0]!, true);
    expect(() => reader.read(bodyOf(new BodyWriter(), ops), false)).toThrow(DecodeError);
    expect(reader.read(bodyOf(new BodyWriter(), ops, true), true)).toEqual(ops);
  });

  test('that never ends is refused before it fills the memory', () => {
    const reader = new BodyReader();
    const part = new Uint8Array(8 << 20);
    part[0] = bodyPart.more;
    for (let i = 0; i < 3; i++) expect(reader.read(part, i === 0)).toEqual([]);
    expect(() => reader.read(part, false)).toThrow('body too long');
    const empty = Uint8Array.of(bodyPart.more);
    reader.read(empty, true);
    expect(() => {
      for (let i = 0; i < 1 << 20; i++) reader.read(empty, false);
    }).toThrow('body too long');
  });
});

describe('what no body may hold', () => {
  test('is cut, and what comes behind it is whole', () => {
    const data = 'x'.repeat(9 << 20);
    const read = new BodyReader().read(
      bodyOf(
        new BodyWriter(),
        [
          { op: 'text', id: 1, data },
          { op: 'data', node: 1, data: `${data}!` },
          { op: 'up' },
          { op: 'comment', id: 2, data: 'short' },
        ],
        true,
      ),
      true,
    );
    expect(read).toMatchObject([{ op: 'text' }, { op: 'data' }, { op: 'up' }, { data: 'short' }]);
    expect(data.startsWith((read[0] as { data: string }).data)).toBe(true);
  });

  test('an element of more attributes than a reader takes is made with those it takes', () => {
    const attributes = Array.from({ length: 5000 }, (_, i) => [`a${i}`, `${i}`] as const);
    const element: Op = { op: 'element', id: 1, namespace: 'html', name: 'p', attributes };
    const read = new BodyReader().read(bodyOf(new BodyWriter(), [element, element], true), true);
    const taken = { ...element, attributes: attributes.slice(0, 4096) };
    expect(read).toEqual([taken, taken]);
  });
});

describe('hostile bodies', () => {
  const settle = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      expect(error).toBeInstanceOf(DecodeError);
    }
  };

  test('cut anywhere end in a DecodeError or in fewer ops', () => {
    const body = bodyOf(new BodyWriter(), randomOps(11, 60), true);
    for (let end = 0; end < body.length; end++)
      settle(() => new BodyReader().read(body.subarray(0, end), true));
    expect(() => new BodyReader().read(body.subarray(0, 1), true)).toThrow(DecodeError);
  });

  test('with flipped bytes end in a DecodeError or in other ops', () => {
    const next = random(5);
    const body = bodyOf(new BodyWriter(), randomOps(12, 60), true);
    for (let i = 0; i < 3000; i++) {
      const damaged = body.slice();
      damaged[next(body.length)] = next(256);
      settle(() => new BodyReader().read(damaged, true));
    }
    expect(new BodyReader().read(body, true)).toHaveLength(60);
  });

  test('of random bytes end in a DecodeError or in ops', () => {
    const next = random(6);
    let failed = 0;
    for (let i = 0; i < 3000; i++) {
      const bytes = Uint8Array.from({ length: 2 + next(200) }, () => next(256));
      bytes[0] = 0;
      bytes[1] = bytes.length > 127 ? 100 : bytes.length - 2;
      settle(() => {
        failed++;
        new BodyReader().read(bytes, true);
        failed--;
      });
    }
    expect(failed).toBeGreaterThan(0);
  });

  test('a list longer than its bytes is refused before it is made', () => {
    const writer = new BodyWriter();
    const body = bodyOf(writer, [{ op: 'adopted', root: 1, sheets: [] }], true);
    const lying = Uint8Array.from([0, 7, ...body.subarray(2, 3), 0xff, 0xff, 0xff, 0xff, 0x0f, 1]);
    expect(() => new BodyReader().read(lying, true)).toThrow(DecodeError);
  });
});
