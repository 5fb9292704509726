import { describe, expect, it } from 'vitest';
import { closures } from '../../closures.mjs';

/** What `text` exports as `made`, with its classes as they are and as functions. */
async function both(text: string): Promise<readonly [unknown, unknown, string]> {
  const load = async (module: string) =>
    (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)).made;
  const functional = closures(text);
  return [await load(text), await load(functional), functional];
}

const cases = {
  'parameters that are only stored, and one that is used on': `
    class Point { #x; #y; #sum; constructor(x, y = 2) { this.#x = x; this.#y = y; this.#sum = x + y; } get all() { return [this.#x, this.#y, this.#sum]; } }
    export let made = new Point(1).all;`,
  'a parameter whose field changes later': `
    class Count { #at; #from; constructor(at) { this.#at = at; this.#from = () => at; } step() { this.#at++; return [this.#at, this.#from()]; } }
    export let made = new Count(5).step();`,
  'one parameter in two fields': `
    class Twice { #one; #two; constructor(value) { this.#one = value; this.#two = value; } both() { this.#two++; return [this.#one, this.#two]; } }
    export let made = new Twice(1).both();`,
  'a parameter of the name of something outside': `
    const name = 'outside';
    class Named { #own = name; #given; constructor(name) { this.#given = name + '!'; } all() { return [this.#own, this.#given, name]; } }
    export let made = new Named('inside').all();`,
  'parts of a parameter, some with defaults': `
    class Parted { #a; #b; #c; constructor({ a, b = a + 1, rest: [c] }) { this.#a = a; this.#b = b; this.#c = [c, { a }]; } all() { return [this.#a, this.#b, this.#c]; } }
    export let made = new Parted({ a: 1, rest: [3] }).all();`,
  'shadowed names in the constructor': `
    class Shade { #all; constructor(each) { this.#all = each.map((each) => ({ each, name: each })); } all() { return this.#all; } }
    export let made = new Shade([1, 2]).all();`,
  'fields that need the object, in their order': `
    class Part { #whole; constructor(whole) { this.#whole = whole; } size() { return this.#whole.size; } }
    class Whole { size = 3; #part = new Part(this); doubled = this.size * 2; twice() { return [this.#part.size(), this.doubled]; } }
    export let made = new Whole().twice();`,
  'arrows, functions and objects with a this of their own': `
    class Patch { #count = 0; wrap() { const seen = () => this.#count++; return { say(word) { seen(); return [this.prefix, word]; }, prefix: 'p' }; } get count() { return this.#count; } }
    const patch = new Patch();
    export let made = [patch.wrap().say('word'), patch.count];`,
  'private methods, generators and async ones': `
    class Work { #all = [1, 2]; *#each() { yield* this.#all; } async #later() { return [...this.#each()]; } async *run() { yield await this.#later(); } }
    export let made = []; for await (const found of new Work().run()) made.push(found);`,
  'patterns that write to fields': `
    class Swap { #a = 1; #b = 2; run() { [this.#a, this.#b] = [this.#b, this.#a]; ({ a: this.#a } = { a: 9 }); for (this.#b of [7, 8]); return [this.#a, this.#b]; } }
    export let made = new Swap().run();`,
  'one that makes more of itself': `
    class Tree { #kids = []; add() { const kid = new Tree(); this.#kids.push(kid); return kid; } get size() { return 1 + this.#kids.reduce((sum, kid) => sum + kid.size, 0); } }
    const tree = new Tree(); tree.add().add(); export let made = tree.size;`,
  'one that inherits, and asks what it inherits': `
    class Sink { #all = []; first = 1; add(one) { this.#all.push(one); this.told(one); return this; } told() {} get size() { return this.#all.length; } }
    class Pair extends Sink { #all = 'own'; part = new Part(this); add(one) { super.add(one); const again = () => super.add(this.#all); return again(); } told(one) { this.last = [one, this.size]; } }
    class Part { #whole; constructor(whole) { this.#whole = whole; } first() { return this.#whole.first; } }
    const pair = new Pair().add('given'); export let made = [pair.size, pair.last, pair.first, pair.part.first()];`,
};

describe('a class as a function does the same', () => {
  for (const [name, text] of Object.entries(cases))
    it(name, async () => {
      const [before, after, functional] = await both(text);
      expect(after).toEqual(before);
      expect(functional).not.toMatch(/\bclass\b|this\.#/);
    });
});

describe('a class stays one', () => {
  for (const [name, text] of Object.entries({
    "that inherits from somebody else's": 'class Two extends Map { b = 2 } export let made = new Two().b;',
    'that is inherited from with arguments':
      'class One { a; constructor(a) { this.a = a } } class Two extends One { b = 2 } export let made = new Two(3).a;',
    'that is inherited from by one that stays':
      'class One { a = 1 } class Two extends One { get b() { return this.a } } export let made = new Two().b;',
    'that is asked for': 'class Seen {} export let made = new Seen() instanceof Seen;',
    'that looks into another':
      'class Pair { #a = 1; same(other) { return other.#a === this.#a } } export let made = new Pair().same(new Pair());',
    'whose constructor ends early':
      'class Early { a = 1; constructor(go) { if (!go) return; this.a = 2; } } export let made = new Early(false).a;',
  }))
    it(name, async () => {
      const [before, after, functional] = await both(text);
      expect(after).toEqual(before);
      expect(functional).toContain('class');
    });
});

it('a name that the functions are given must not be taken already', () => {
  expect(() => closures('let A = 1; class One { #a }')).toThrow('A is a given name');
});
