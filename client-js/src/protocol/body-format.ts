/**
 * A frame body, behind the header and inflated:
 *
 * ```
 * encoding of the strings (byte: 0 UTF-8, 1 UTF-16LE) · length of the ops section (varint) · ops · strings
 * ```
 *
 * An op is a byte, the opcode in its low six bits, then its fields. Where an op has a primary node id, the two high
 * bits say how it stands to the last id: 0 a zigzag difference follows, 1 the next, 2 the same. The last id is 0
 * where a body begins. Integers are varints, signed ones zigzag.
 *
 * A literal string is its length in UTF-16 units; the characters are next in the string section. A difference is how
 * many units at the start and at the end are those of a former string, and a literal for what is between. A table
 * string is 0 and a literal, 1 and a literal that both sides add to the table, 2 and a difference (added as well if it
 * is short enough), or 3 + the step (zigzag) to its index there. A shape (namespace, name, ordered attribute names) is 0
 * and its description, which both sides add, or its index from 1.
 *
 * What a string is other than, and from which index it steps, is told by where the last one stood in its slot, long ones
 * apart. Attributes of new elements have slots by the shape up to them, texts by the shape of the last element,
 * attributes that change by their name; all others have one slot.
 *
 * A body that no frame has room for travels in parts, one a frame: 2 where more follow and 3 at the last one, then
 * the part's bytes, which joined are the body. Nothing comes between the parts of a body.
 *
 * A small body is packed: 4 + its length (varint), then what body-packer.ts makes of it by all that it packed since the
 * keyframe began.
 *
 * A body of a class that not everybody may see begins with empty tables and leaves none behind.
 */
export const stringTable = {
  literal: 0,
  added: 1,
  difference: 2,
  known: 3,
  longest: 96,
  entries: 1 << 15,
  /** A difference of so many common units is no shorter. */
  worthwhile: 2,
} as const;

export const bodyPart = { more: 2, last: 3, packed: 4 } as const;

/** A body shorter than this is packed, any other deflated. */
export const smallBody = 1024;

export const nearness = { next: 0x40, same: 0x80 } as const;

export const namespaceCode = ['html', 'svg', 'mathml'] as const;

export const documentMode = ['no-quirks', 'limited-quirks', 'quirks'] as const;

export const valueKind = { false: 0, true: 1, string: 2, number: 3, strings: 4, ids: 5 } as const;

/** Most shapes that a table holds; later ones travel as descriptions. */
export const shapeEntries = 1 << 14;

/** Most attributes that an element is created with. */
export const mostAttributes = 4096;

/** Most bytes of a body, inflated and joined. */
export const mostBodyBytes = 32 << 20;

/** Most characters of a body's strings: in any encoding fewer bytes than a body may have. */
export const mostBodyText = 1 << 23;
