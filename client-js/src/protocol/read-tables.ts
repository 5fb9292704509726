import { RecentValues } from './recent-values.ts';
import { type Shape, ShapeTrie } from './shape-trie.ts';
import { StringReader } from './string-reader.ts';

export interface ReadShape {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly namespace: string | null;
    readonly slot: Shape;
  }[];
  readonly shape: Shape;
}

/** What lives on from body to body, until a keyframe begins. */
export class ReadTables {
  readonly strings = new StringReader();
  readonly recent = new RecentValues();
  readonly shapes: ReadShape[] = [];
  /** Names of elements and attributes in all descriptions of shapes. */
  described = 0;
  slots = new ShapeTrie();
  /** The shape of the last element. */
  shape = this.slots.none;
  point = { x: 0, y: 0 };

  clear(): void {
    this.strings.clear();
    this.recent.clear();
    this.shapes.length = 0;
    this.described = 0;
    this.slots = new ShapeTrie();
    this.shape = this.slots.none;
    this.point = { x: 0, y: 0 };
  }
}
