export interface BuiltFile {
  readonly file: string;
  readonly raw: number;
  readonly gz: number;
  /** No usual session fetches it. */
  readonly spare: boolean;
}

export function buildSnippet(outdir?: string): Promise<readonly BuiltFile[]>;
