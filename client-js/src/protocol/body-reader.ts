import { bodyPart, mostBodyBytes, smallBody } from './body-format.ts';
import { BodyUnpacker } from './body-unpacker.ts';
import { ByteSource } from './byte-source.ts';
import { DecodeError } from './decode-error.ts';
import { decodeStrings } from './decoded-strings.ts';
import { joined } from './inflate.ts';
import type { Op } from './op.ts';
import { OpReader } from './op-reader.ts';
import { opcode } from './protocol.gen.ts';
import { ReadTables } from './read-tables.ts';

/**
 * Decodes the bodies of one epoch, in order. The layout is told in body-format.ts.
 *
 * Hostile bytes end in a {@link DecodeError} and in nothing else; nothing is allocated by a length that the bytes do
 * not bear out. After an error only a keyframe can go on.
 */
export class BodyReader {
  readonly #tables = new ReadTables();
  #unpacker = new BodyUnpacker();
  /** The parts so far of a body that takes several frames. */
  #parts: Uint8Array[] = [];
  #held = 0;

  /** The ops of a frame's body; none while parts of it are missing. */
  read(part: Uint8Array, keyframe: boolean): Op[] {
    if (keyframe) {
      this.#tables.clear();
      this.#unpacker = new BodyUnpacker();
      this.#forgetParts();
    }
    const body = this.#whole(part);
    return body === undefined ? [] : this.#read(body);
  }

  #whole(part: Uint8Array): Uint8Array | undefined {
    const more = part[0] === bodyPart.more;
    if (!more && part[0] !== bodyPart.last) {
      if (this.#held > 0) throw new DecodeError('part of a body is missing');
      return this.#unpacked(part);
    }
    this.#parts.push(part.slice(1));
    // Empty parts cost memory as well.
    this.#held += part.length + 64;
    if (this.#held > mostBodyBytes) throw new DecodeError('body too long');
    if (more) return undefined;
    const body = joined(this.#parts);
    this.#forgetParts();
    return body;
  }

  #unpacked(body: Uint8Array): Uint8Array {
    const head = new ByteSource(body);
    const length = head.varint() - bodyPart.packed;
    if (length < 0) return body;
    if (length > smallBody) throw new DecodeError('packed too tightly');
    return this.#unpacker.unpack(body.subarray(head.position), length);
  }

  #forgetParts(): void {
    this.#parts = [];
    this.#held = 0;
  }

  #read(body: Uint8Array): Op[] {
    const head = new ByteSource(body);
    const encoding = head.byte();
    const length = head.count();
    const end = head.position + length;
    this.#tables.strings.begin(decodeStrings(encoding, body.subarray(end)));
    const source = new ByteSource(body, head.position, end);
    const reader = new OpReader(source, this.#tables);
    const ops: Op[] = [];
    while (source.left > 0) ops.push(readOp(reader, source.byte()));
    return ops;
  }
}

function readOp(r: OpReader, first: number): Op {
  const code = first & 0x3f;
  switch (code) {
    case opcode.document:
      return { op: 'document', id: r.id(first), host: r.plainId(), mode: r.mode() };
    case opcode.shadow: {
      const id = r.id(first);
      const host = r.plainId();
      const bits = r.source.byte();
      const mode = (bits & 1) !== 0 ? 'closed' : 'open';
      return {
        op: 'shadow',
        id,
        host,
        mode,
        delegatesFocus: (bits & 2) !== 0,
        manualSlots: (bits & 4) !== 0,
      };
    }
    case opcode.template:
      return { op: 'template', id: r.id(first), host: r.plainId() };
    case opcode.at: {
      const parent = r.id(first);
      return { op: 'at', parent, after: r.after(parent) };
    }
    case opcode.remove:
      return { op: 'remove', count: r.source.varint() };
    case opcode.element:
      return r.element(r.id(first));
    case opcode.text:
      return r.text(r.id(first));
    case opcode.cdata:
      return { op: 'cdata', id: r.id(first), data: r.literal() };
    case opcode.comment:
      return { op: 'comment', id: r.id(first), data: r.literal() };
    case opcode.doctype:
      return { op: 'doctype', id: r.id(first), name: r.string(), publicId: r.string(), systemId: r.string() };
    case opcode.up:
      return { op: 'up' };
    case opcode.place:
      return { op: 'place', id: r.id(first) };
    case opcode.placeRun: {
      const start = r.id(first);
      return { op: 'placeRun', first: start, ...r.run(start) };
    }
    case opcode.attribute:
    case opcode.attributeDelta:
      return r.attribute(r.id(first), code === opcode.attributeDelta);
    case opcode.data:
    case opcode.dataDelta:
      return r.data(r.id(first), code === opcode.dataDelta);
    case opcode.property:
      return r.property(r.id(first));
    case opcode.scroll:
      return { op: 'scroll', node: r.id(first), x: r.source.zigzag(), y: r.source.zigzag() };
    case opcode.box:
      return {
        op: 'box',
        node: r.id(first),
        width: r.source.varint(),
        height: r.source.varint(),
        label: r.flag() ? 'unreadable' : 'blocked',
      };
    case opcode.hash:
      return { op: 'hash', node: r.id(first), count: r.source.varint(), hash: r.source.varint() | 0 };
    case opcode.canvas:
      return {
        op: 'canvas',
        node: r.id(first),
        hash: r.literal(),
        width: r.source.varint(),
        height: r.source.varint(),
      };
    case opcode.animation:
      return { op: 'animations', node: r.id(first), animations: r.literals() };
    case opcode.media: {
      const node = r.id(first);
      const bits = r.source.byte();
      const rest = { time: r.number(), rate: r.number(), volume: r.number() };
      return { op: 'media', node, paused: (bits & 1) !== 0, muted: (bits & 2) !== 0, ...rest };
    }
    default:
      return readStyleOp(r, first, code);
  }
}

function readStyleOp(r: OpReader, first: number, code: number): Op {
  switch (code) {
    case opcode.sheet:
      return { op: 'sheet', sheet: r.id(first), text: r.literal(), media: r.string(), disabled: r.flag() };
    case opcode.sheetText:
      return { op: 'sheetText', sheet: r.id(first), text: r.literal() };
    case opcode.sheetRules:
      return { op: 'sheetRules', sheet: r.id(first), path: r.path(), rules: r.literals() };
    case opcode.ruleInsert:
      return { op: 'ruleInsert', sheet: r.id(first), path: r.path(), ...r.rule() };
    case opcode.ruleDelete:
      return { op: 'ruleDelete', sheet: r.id(first), path: r.path(), index: r.source.varint() };
    case opcode.ruleText:
      return { op: 'ruleText', sheet: r.id(first), path: r.path(), text: r.literal() };
    case opcode.declaration:
      return {
        op: 'declaration',
        sheet: r.id(first),
        path: r.path(),
        property: r.string(),
        value: r.optional(),
        important: r.flag(),
      };
    case opcode.sheetState:
      return { op: 'sheetState', sheet: r.id(first), disabled: r.flag(), media: r.string() };
    case opcode.adopted:
      return { op: 'adopted', root: r.id(first), sheets: r.ids() };
    default:
      return readPresenceOp(r, first, code);
  }
}

function readPresenceOp(r: OpReader, first: number, code: number): Op {
  switch (code) {
    case opcode.viewport:
      return {
        op: 'viewport',
        width: r.source.varint(),
        height: r.source.varint(),
        scale: r.number(),
        offsetX: r.source.zigzag(),
        offsetY: r.source.zigzag(),
      };
    case opcode.pointer:
      return { op: 'pointer', points: r.points() };
    case opcode.click:
      return { op: 'click', ...r.point() };
    case opcode.focus:
      return { op: 'focus', node: r.id(first), visible: r.flag() };
    case opcode.hover:
      return { op: 'hover', node: r.id(first) };
    case opcode.active:
      return { op: 'active', node: r.id(first) };
    case opcode.target:
      return { op: 'target', node: r.id(first) };
    case opcode.selection:
      return {
        op: 'selection',
        anchor: r.id(first),
        anchorOffset: r.source.varint(),
        focus: r.near(),
        focusOffset: r.source.varint(),
      };
    case opcode.inputSelection:
      return { op: 'inputSelection', node: r.id(first), start: r.source.varint(), end: r.source.varint() };
    case opcode.colorScheme:
      return { op: 'colorScheme', dark: r.flag() };
    default:
      throw new DecodeError('unknown op');
  }
}
