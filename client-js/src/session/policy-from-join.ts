import { tried } from '../capture/tried.ts';
import { type Policy, policy } from '../masking/policy.ts';

/**
 * The masking policy as the server sends it with the join. Anything that is not clearly a policy becomes the
 * strict one, and `unmasked` never comes from a server.
 */
export const policyFromJoin = (json: string | null): Policy =>
  tried(() => {
    const given = JSON.parse(json!) as Record<string, unknown> | null;
    if (given?.['version'] !== 1) return undefined;
    const rules = {
      allow: selectors(given['allow']),
      mask: selectors(given['mask']),
      block: selectors(given['block']),
    };
    return given['text'] === 'standard' ? policy.standard(rules) : policy.strict(rules);
  }) ?? policy.strict();

function selectors(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    throw new TypeError('no selectors');
  return value as string[];
}
