import type { Difference } from '../fidelity/case-window.ts';
import type { Way } from '../fidelity/fidelity-case.ts';
import { FidelityRunner, within } from '../fidelity/fidelity-runner.ts';
import { isRight } from '../fidelity/score.ts';
import { fuzzCase } from './fuzz-case.ts';

export type MaskingOf = 'unmasked' | 'standard';

/** One run: lines of script, and who sees them. */
export interface FuzzRun {
  readonly name: string;
  readonly lines: readonly string[];
  readonly policy: MaskingOf;
  /** Whether pictures are compared as well: browsers draw some states of the focus that no replica can have. */
  readonly pictures?: boolean;
  /** What the page's own script does before capture begins. */
  readonly before?: string;
}

const longestRun = 30_000;

/** Runs scripts against capture and replica alone: nothing is repaired. */
export class FuzzRunner {
  readonly #runner = new FidelityRunner();

  start(windows: number): Promise<void> {
    return this.#runner.start(windows);
  }

  stop(): Promise<void> {
    return this.#runner.stop();
  }

  /** What differs in the end, by who sees it; empty where nothing does. */
  async differences({
    name,
    lines,
    policy,
    pictures = false,
    before = '',
  }: FuzzRun): Promise<Map<Way, Difference>> {
    const setting = { policy, integrity: false, hurried: true, ...(pictures ? {} : { pictures }) } as const;
    const all = await this.#runner.inWindow((window) =>
      within(window.after(fuzzCase(name, lines, before), setting), longestRun),
    );
    return new Map([...all].filter(([, difference]) => !isRight(difference)));
  }
}
