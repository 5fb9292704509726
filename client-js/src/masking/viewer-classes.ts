import type { Rule } from './policy.ts';

/** Which classes of viewers may see what is masked for everybody else. */
export class ViewerClasses {
  readonly #rules: readonly Rule[];
  readonly #select: string;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.#select = rules.map(({ select }) => select).join();
  }

  /** The classes that may see what is in `node`. Each rule around it has to speak for the class. */
  of(node: Node): ReadonlySet<number> {
    let found: Set<number> | undefined;
    // Another page has other rules, or none.
    if (this.#rules.length === 0) return new Set();
    for (let at: Node | null | undefined = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host) {
      if (at.nodeType !== 1 || !(at as Element).matches(this.#select)) continue;
      const here = new Set<number>();
      for (const { class: viewers, select } of this.#rules)
        if ((at as Element).matches(select)) here.add(viewers!);
      found = found ? new Set([...found].filter((each) => here.has(each))) : here;
    }
    return found ?? new Set();
  }
}
