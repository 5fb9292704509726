/** How text that no rule speaks of is treated. */
export type TextMode = 'strict' | 'standard' | 'unmasked';

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
