/** What a rewriter asks while it goes through a sheet. */
export interface CssRewriteRules {
  /** The address that may stand for an authored one; undefined removes it. */
  address(authored: string): string | undefined;
  /** The address of an imported sheet; undefined removes the import. */
  importAddress(authored: string): string | undefined;
  /** A pseudo-class was replaced by its twin. */
  twinUsed(pseudoClass: string): void;
}

/** An address that loads nothing, and fails without a request. */
export const nothingAddress = 'data:,';
