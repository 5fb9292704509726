export interface BuiltFile {
  readonly file: string;
  readonly raw: number;
  readonly gz: number;
  /** No usual session fetches it. */
  readonly spare: boolean;
}

export function buildSnippet(outdir?: string): Promise<readonly BuiltFile[]>;

/** One script, minified as the snippet is; with `shows`, it can show everything. */
export function buildScript(entryPoint: string, shows?: boolean): Promise<string>;

/** Builds the command `cobrowse`. */
export function buildCommand(outdir?: string): Promise<void>;
