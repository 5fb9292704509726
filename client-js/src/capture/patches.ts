import { guarded } from './guard.ts';

type Callable = (this: unknown, ...args: unknown[]) => unknown;

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
    const descriptor = holder && Object.getOwnPropertyDescriptor(holder, name);
    if (!holder || typeof descriptor?.value !== 'function' || !descriptor.configurable) return;
    const native = descriptor.value as Callable;
    const tellAfter = guarded(after as (...all: unknown[]) => void);
    const tellBefore = before && guarded(before as (...all: unknown[]) => void);
    const active = () => this.#active;
    // A method shorthand, so that `new` fails on it as it does on the native one.
    const patched = {
      [name](this: unknown, ...args: unknown[]): unknown {
        if (tellBefore && active()) tellBefore(this, args);
        const result = Reflect.apply(native, this, args);
        if (active()) tellAfter(this, args, result);
        return result;
      },
    }[name]!;
    Object.defineProperty(patched, 'length', { value: native.length, configurable: true });
    this.#replace(holder, name, descriptor, { ...descriptor, value: patched });
  }

  /** Calls `after` behind each write of an accessor. */
  setter(holder: object | undefined, name: string, after: (self: never) => void): void {
    const descriptor = holder && Object.getOwnPropertyDescriptor(holder, name);
    if (!holder || !descriptor?.set || !descriptor.configurable) return;
    const native = descriptor.set;
    const tell = guarded(after as (self: unknown) => void);
    const active = () => this.#active;
    const set = Object.getOwnPropertyDescriptor(
      {
        set [name](value: unknown) {
          Reflect.apply(native, this, [value]);
          if (active()) tell(this);
        },
      },
      name,
    )!.set!;
    this.#replace(holder, name, descriptor, { ...descriptor, set });
  }

  /** Calls `after` behind each read of an accessor, with what it gave. */
  getter(holder: object | undefined, name: string, after: (self: never, value: never) => void): void {
    const descriptor = holder && Object.getOwnPropertyDescriptor(holder, name);
    if (!holder || !descriptor?.get || !descriptor.configurable) return;
    const native = descriptor.get;
    const tell = guarded(after as (...all: unknown[]) => void);
    const active = () => this.#active;
    const get = Object.getOwnPropertyDescriptor(
      {
        get [name]() {
          const value: unknown = Reflect.apply(native, this, []);
          if (active()) tell(this, value);
          return value;
        },
      },
      name,
    )!.get!;
    this.#replace(holder, name, descriptor, { ...descriptor, get });
  }

  #replace(holder: object, name: string, native: PropertyDescriptor, patched: PropertyDescriptor): void {
    Object.defineProperty(holder, name, patched);
    this.#undo.push(() => {
      const now = Object.getOwnPropertyDescriptor(holder, name);
      // Somebody patched it after us: ours stays below theirs and only passes on.
      if (now?.value !== patched.value || now?.get !== patched.get || now?.set !== patched.set) return;
      Object.defineProperty(holder, name, native);
    });
  }

  undo(): void {
    this.#active = false;
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
