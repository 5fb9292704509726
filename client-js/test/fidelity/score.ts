import type { Difference } from './case-window.ts';
import type { FidelityCase, Way } from './fidelity-case.ts';

/** Whether a replica equals its source. */
export const isRight = ({ lost, pixels, source, replica }: Difference): boolean =>
  lost.length === 0 && pixels === 0 && source === replica;

/** Counts the cases that are right in every way, by group. */
export class Score {
  readonly passed: FidelityCase[] = [];
  readonly #groups = new Map<string, { passed: number; total: number }>();

  add(each: FidelityCase, differences: ReadonlyMap<Way, Difference> | undefined): void {
    const group = this.#groups.get(each.group) ?? { passed: 0, total: 0 };
    this.#groups.set(each.group, group);
    group.total++;
    if (!differences || ![...differences.values()].every(isRight)) return;
    group.passed++;
    this.passed.push(each);
  }

  /** `passed/total` of a group, or of all. */
  of(group?: string): string {
    const counted = [...this.#groups].filter(([name]) => group === undefined || name === group);
    const sum = (key: 'passed' | 'total') => counted.reduce((so, [, each]) => so + each[key], 0);
    return `${sum('passed')}/${sum('total')}`;
  }

  /** How many cases were counted. */
  get total(): number {
    return [...this.#groups.values()].reduce((so, { total }) => so + total, 0);
  }

  get groups(): string[] {
    return [...this.#groups.keys()];
  }

  toString(): string {
    const rows = [...this.groups, undefined].map(
      (group) => `  ${(group ?? 'all').padEnd(18)} ${this.of(group)}`,
    );
    return `replicas that equal their source, in all three ways\n${rows.join('\n')}`;
  }
}
