import { apply, guarded, takeAll } from './guard.ts';

// A page may replace these later.
const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Object;

/** `descriptor` without what the page gave all objects: an inherited `get` beside a value is no descriptor. */
const bare = (descriptor: PropertyDescriptor): PropertyDescriptor => setPrototypeOf(descriptor, null);

function ownDescriptor(holder: object, name: string): PropertyDescriptor | undefined {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  return descriptor && bare(descriptor);
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** A window's realm: a window that goes to another document keeps its identity, but not what was patched in it. */
export const realmOf = (window: Window): object => (window as Window & typeof globalThis).Node;

/** Methods and accessors of the page's prototypes that tell us when they were used, until taken back. */
export class Patches {
  readonly #undo: (() => void)[] = [];
  #active = true;

  /** Calls `after` behind each call of a method, with what it was called on, its arguments and its result. */
  method(
    holder: object | undefined,
    name: string,
    after: (self: never, args: never[], result: never) => void,
    before?: (self: never, args: never[]) => void,
  ): void {
    const descriptor = holder && ownDescriptor(holder, name);
    if (!holder || typeof descriptor?.value !== 'function' || !descriptor.configurable) return;
    const native = descriptor.value as Callable;
    const tellAfter = guarded(after as (...all: unknown[]) => void);
    const tellBefore = before && guarded(before as (...all: unknown[]) => void);
    const active = () => this.#active;
    // A method shorthand, so that `new` fails on it as it does on the native one.
    const patched = {
      [name](this: unknown, ...args: unknown[]): unknown {
        if (tellBefore && active()) tellBefore(this, args);
        const result = apply(native, this, args);
        if (active()) tellAfter(this, args, result);
        return result;
      },
    }[name]!;
    defineProperty(patched, 'length', bare({ value: native.length, configurable: true }));
    this.#replace(holder, name, descriptor, { ...descriptor, value: patched });
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

  /** Calls `after` behind each write of an accessor. */
  setter(holder: object | undefined, name: string, after: (self: never) => void): void {
    const descriptor = holder && ownDescriptor(holder, name);
    if (!holder || !descriptor?.set || !descriptor.configurable) return;
    const native = descriptor.set;
    const tell = guarded(after as (self: unknown) => void);
    const active = () => this.#active;
    const set = getOwnPropertyDescriptor(
      {
        set [name](value: unknown) {
          apply(native, this, [value]);
          if (active()) tell(this);
        },
      },
      name,
    )!.set!;
    this.#replace(holder, name, descriptor, { ...descriptor, set });
  }

  /** Calls `after` behind each read of an accessor, with what it gave. */
  getter(holder: object | undefined, name: string, after: (self: never, value: never) => void): void {
    const descriptor = holder && ownDescriptor(holder, name);
    if (!holder || !descriptor?.get || !descriptor.configurable) return;
    const native = descriptor.get;
    const tell = guarded(after as (...all: unknown[]) => void);
    const active = () => this.#active;
    const get = getOwnPropertyDescriptor(
      {
        get [name]() {
          const value: unknown = apply(native, this, []);
          if (active()) tell(this, value);
          return value;
        },
      },
      name,
    )!.get!;
    this.#replace(holder, name, descriptor, { ...descriptor, get });
  }

  /** Calls `after` behind each call of a method or write of an accessor, with what it was done to. */
  use(holder: object | undefined, names: string, after: (self: never) => void): void {
    for (const name of names.split(' ')) {
      this.method(holder, name, after);
      this.setter(holder, name, after);
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
