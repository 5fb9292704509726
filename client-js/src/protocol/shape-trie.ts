import { shapeEntries } from './body-format.ts';
import { getOrMake } from './get-or-make.ts';

/** Where strings stand, one after the other much alike. */
export interface Slot {
  text: string;
  known: number;
}

/** A namespace, a tag name and the attribute names so far, found by walking instead of by building a key. */
export class Shape implements Slot {
  /** Its place in the table from 1; 0 while the other side does not know it. */
  index = 0;
  /** What stood last at this place of an element, unless it was long, and where the table had the last that it had. */
  text = '';
  known = 0;
  readonly #next = new Map<string, Shape>();
  readonly #former: Shape | undefined;
  readonly #name: string;
  readonly #namespace: string;

  constructor(former: Shape | undefined, name: string, namespace: string) {
    this.#former = former;
    this.#name = name;
    this.#namespace = namespace;
  }

  /** This shape with one more attribute; without a name the text behind it. */
  next(name = '', namespace = ''): Shape {
    const key = namespace === '' ? name : `${name} ${namespace}`;
    let next = this.#next.get(key);
    if (!next) {
      next = new Shape(this, name, namespace);
      // Generated attribute names must not fill the memory.
      if (this.#next.size < 256) this.#next.set(key, next);
    }
    return next;
  }

  describe(): { namespace: string; name: string; attributes: { name: string; namespace: string }[] } {
    const attributes: { name: string; namespace: string }[] = [];
    let at: Shape = this;
    while (at.#former) {
      attributes.unshift({ name: at.#name, namespace: at.#namespace });
      at = at.#former;
    }
    return { namespace: at.#namespace, name: at.#name, attributes };
  }
}

export class ShapeTrie {
  readonly #roots = new Map<string, Map<string, Shape>>();
  #count = 0;
  /** No element's; with one attribute more the shape of an attribute wherever it is. */
  readonly none = new Shape(undefined, '', '');

  root(namespace: string, name: string): Shape {
    const roots = getOrMake(this.#roots, namespace, () => new Map<string, Shape>());
    return getOrMake(roots, name, () => new Shape(undefined, name, namespace));
  }

  /** Gives `shape` its place in the table, if there is one left. */
  add(shape: Shape): void {
    if (this.#count < shapeEntries) shape.index = ++this.#count;
  }
}
