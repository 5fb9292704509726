import { tried } from '../capture/tried.ts';
import { type Policy, policy, type Rule } from '../masking/policy.ts';

/**
 * The masking policy as the server sends it with the join. Anything that is not clearly a policy becomes the
 * strict one, and `unmasked` never comes from a server.
 */
export const policyFromJoin = (json: string | null): Policy =>
  tried(() => {
    const given = JSON.parse(json!) as Record<string, unknown> | null;
    if (given?.['version'] !== 1) return undefined;
    const rules = {
      allow: texts(given['allow']),
      mask: texts(given['mask']),
      block: texts(given['block']),
      // Read where they are followed: few policies have any.
      rules: listOf(given['rules'], (rule) => rule as Rule),
      patterns: texts(given['patterns']),
    };
    return given['text'] === 'standard' ? policy.standard(rules) : policy.strict(rules);
  }) ?? policy.strict();

/** What is no list, or holds anything else, is no policy. */
function listOf<T>(value: unknown, read: (item: unknown) => T): readonly T[] {
  if (value === undefined || value === null) return [];
  return (value as unknown[]).map(read);
}

const texts = (value: unknown): readonly string[] => listOf(value, text);

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError();
  return value;
}
