/** How text that no rule speaks of is treated. */
export type TextMode = 'strict' | 'standard' | 'unmasked';

/** What a rule of a policy does with what it selects. */
export type Effect = 'show' | 'mask' | 'block' | 'field';

/** What a policy grants on a field, each on its own. */
export type FieldRight = 'value' | 'state' | 'propose' | 'control';

/** A rule of a policy. Of several that match, the strictest counts. */
export interface Rule {
  readonly select: string;
  /** Of which pages: a glob over the path, in which `*` is any run of characters; all if omitted. */
  readonly page?: string;
  readonly effect: Effect;
  /** The rule speaks of this attribute alone. */
  readonly attribute?: string;
  /** Of a field. */
  readonly rights?: readonly FieldRight[];
  /** Only viewers of this class, 1 to 255, see what the rule shows; for all others it is masked. */
  readonly class?: number;
}

/** Viewers who may see what others may not: agents with one of these roles. */
export interface ViewerClass {
  readonly class: number;
  readonly name: string;
  readonly roles: readonly string[];
}

/**
 * A masking policy. It comes from the server with the join; a page may only add masks.
 *
 * `unmasked` exists for tests and benchmarks: it masks, drops and renames nothing that can show.
 */
export interface Policy {
  readonly version: number;
  readonly text: TextMode;
  /** Selectors of text that may show under `strict`. */
  readonly allow: readonly string[];
  /** Selectors of text to mask under `standard`, besides `data-cobrowse-mask`. */
  readonly mask: readonly string[];
  /** Selectors of subtrees that are not sent, besides `data-cobrowse-block`. */
  readonly block: readonly string[];
  readonly rules?: readonly Rule[];
  /** Regular expressions of numbers that never show: national ids and the like. */
  readonly patterns?: readonly string[];
  readonly classes?: readonly ViewerClass[];
}

type Rules = Partial<Omit<Policy, 'version' | 'text'>>;

const made = (text: TextMode, rules?: Rules): Policy => ({
  version: 1,
  text,
  allow: [],
  mask: [],
  block: [],
  ...rules,
});

/** The policies that need no server. */
export const policy = {
  /** For tests and benchmarks only: everything shows. */
  unmasked: (): Policy => made('unmasked'),
  /** Text shows unless a rule or a detector says otherwise; inputs are denied. */
  standard: (rules?: Rules): Policy => made('standard', rules),
  /** Text is masked unless a rule allows it; inputs are denied. */
  strict: (rules?: Rules): Policy => made('strict', rules),
};
