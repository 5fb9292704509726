import { FieldRights } from './field-rights.ts';
import { givenRule } from './given-rule.ts';
import { type AttributeRule, areBroken, type PageRules, rulesOn } from './page-rules.ts';
import type { Rule } from './policy.ts';

/** What the rules of a policy say. Only fetched where it has any: most policies say all with their lists. */
export class PolicyRules {
  readonly areBroken: boolean;
  /** Whether anything is granted on a field, on this page or another. */
  readonly grantsFields: boolean;
  readonly fields = new FieldRights();
  readonly #rules: readonly Rule[];
  #attributes: readonly AttributeRule[] = [];

  constructor(given: readonly unknown[]) {
    const rules = read(given);
    this.#rules = rules ?? [];
    this.areBroken = !rules || areBroken(rules);
    this.grantsFields = this.#rules.some(({ effect }) => effect === 'field');
  }

  /** From now on the page has this path. */
  on(path: string): PageRules {
    const here = rulesOn(path, this.#rules);
    this.#attributes = here.attributes;
    this.fields.rules = here.fields;
    return here;
  }

  speakOf(attribute: string): boolean {
    return this.#attributes.some((rule) => rule.attribute === attribute);
  }

  /** Whether they show this attribute of an element; undefined where none speaks of it alone. */
  show(element: Element, attribute: string): boolean | undefined {
    const rules = this.#attributes.filter(
      (rule) => rule.attribute === attribute && element.matches(rule.select),
    );
    return rules.length > 0 ? rules.every(({ shows }) => shows) : undefined;
  }
}

function read(rules: readonly unknown[]): readonly Rule[] | undefined {
  try {
    return rules.map(givenRule);
  } catch {
    return undefined;
  }
}
