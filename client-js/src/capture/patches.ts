import { apply, guarded, takeAll } from './guard.ts';

// A page may replace these later.
const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Object;

/** `descriptor` without what the page gave all objects: an inherited `get` beside a value is no descriptor. */
const bare = (descriptor: PropertyDescriptor): PropertyDescriptor => setPrototypeOf(descriptor, null);

function ownDescriptor(holder: object, name: string): PropertyDescriptor | undefined {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  return descriptor && bare(descriptor);
}

type Part = 'value' | 'get' | 'set';
type Call = (self: unknown, args: unknown[]) => unknown;
/** What was used, with what arguments, and what came of it. */
type Told = (self: never, args: never[], result: never) => void;

/** Methods and accessors of objects, so that `new` fails on them as it does on native ones. */
const standIns = (name: string, call: Call): Record<Part, object> => ({
  value: {
    [name](...args: unknown[]) {
      return call(this, args);
    },
  },
  get: {
    get [name]() {
      return call(this, []);
    },
  },
  set: {
    set [name](value: unknown) {
      call(this, [value]);
    },
  },
});

/** A window's realm: a window that goes to another document keeps its identity, but not what was patched in it. */
export const realmOf = (window: Window): object => (window as Window & typeof globalThis).Node;

/** Methods and accessors of the page's prototypes that tell us when they were used, until taken back. */
export class Patches {
  readonly #undo: (() => void)[] = [];
  #active = true;

  /** Calls `after` behind each call of a method (`value`), or each read or write of an accessor. */
  part(part: Part, holder: object | undefined, name: string, after: Told): void {
    const descriptor = holder && ownDescriptor(holder, name);
    const native = descriptor?.[part];
    if (!holder || typeof native !== 'function' || !descriptor?.configurable) return;
    const tell = guarded(after as (...all: unknown[]) => void);
    const call: Call = (self, args) => {
      const result: unknown = apply(native, self, args);
      if (this.#active) tell(self, args, result);
      return result;
    };
    const patched = getOwnPropertyDescriptor(standIns(name, call)[part], name)![part] as object;
    defineProperty(patched, 'length', bare({ value: native.length, configurable: true }));
    this.#replace(holder, name, descriptor, { ...descriptor, [part]: patched });
  }

  /** Calls `after` behind each `new`, with its arguments. */
  construct(holder: object, name: string, after: (args: readonly unknown[]) => void): void {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    if (!descriptor?.value) return;
    const tell = guarded(after);
    const value = new Proxy(descriptor.value as new () => object, {
      construct: (native, args: unknown[], target) => {
        if (this.#active) tell(args);
        return Reflect.construct(native, args, target) as object;
      },
    });
    this.#replace(holder, name, descriptor, { ...descriptor, value });
  }

  /** Calls `after` behind each call of a method or write of an accessor, with what it was done to. */
  use(holder: object | undefined, names: string, after: Told): void {
    for (const name of names.split(' ')) {
      this.part('value', holder, name, after);
      this.part('set', holder, name, after);
    }
  }

  #replace(holder: object, name: string, native: PropertyDescriptor, patched: PropertyDescriptor): void {
    // Noted first: what was done can be taken back then, whatever fails.
    this.#undo[this.#undo.length] = () => {
      const now = ownDescriptor(holder, name);
      // Somebody patched it after us: ours stays below theirs and only passes on.
      if (now?.value !== patched.value || now?.get !== patched.get || now?.set !== patched.set) return;
      defineProperty(holder, name, native);
    };
    defineProperty(holder, name, bare(patched));
  }

  undo(): void {
    this.#active = false;
    takeAll(this.#undo);
  }
}
