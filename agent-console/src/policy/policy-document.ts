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

/** The rules that speak of the page at `path`, for a document whose own address is another. */
export function rulesAt(document: PolicyDocument, path: string): PolicyDocument {
  const rules = (document.rules ?? [])
    .filter(({ page }) => page === undefined || matchesGlob(page, path))
    .map(({ page: _, ...rule }) => rule);
  return { ...document, rules };
}

const matchesGlob = (glob: string, path: string): boolean =>
  new RegExp(`^${glob.split('*').map(escapeExpression).join('.*')}$`).test(path);

const escapeExpression = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
