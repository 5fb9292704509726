import type { ClassRule } from './class-rules.ts';

/** Which classes of viewers may see what is masked for everybody else. */
export class ViewerClasses {
  readonly #rules: readonly ClassRule[];
  readonly #select: string;

  constructor(rules: readonly ClassRule[]) {
    this.#rules = rules;
    this.#select = rules.map(({ select }) => select).join();
  }

  /** The classes that may see what is in `element`. Each rule around it has to speak for the class. */
  of(element: Element | null): ReadonlySet<number> {
    let found: Set<number> | undefined;
    for (let at = element; at; at = at.parentElement ?? hostOf(at)) {
      if (!at.matches(this.#select)) continue;
      const here = new Set<number>();
      for (const { viewers, select } of this.#rules) if (at.matches(select)) here.add(viewers);
      found = found ? new Set([...found].filter((each) => here.has(each))) : here;
    }
    return found ?? new Set();
  }
}

const hostOf = (element: Element): Element | null =>
  (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
