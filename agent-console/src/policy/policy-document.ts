import type { Policy } from '@cobrowse/client/capture';

export type PolicyDocument = Omit<Policy, 'text'> & { readonly text: 'strict' | 'standard' };
export type PolicyRule = NonNullable<PolicyDocument['rules']>[number];
export type PolicyClass = NonNullable<PolicyDocument['classes']>[number];

/** One entry a line, as people type lists. */
export const linesOf = (list: readonly string[] | undefined): string => (list ?? []).join('\n');

export const listOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
