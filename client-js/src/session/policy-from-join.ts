import { type Policy, policy } from '../masking/policy.ts';

/**
 * The masking policy as the server sends it with the join. Anything that is not clearly a policy becomes the
 * strict one, and `unmasked` never comes from a server.
 */
export function policyFromJoin(json: string | null): Policy {
  try {
    const given = JSON.parse(json ?? 'null') as Record<string, unknown> | null;
    if (given?.['version'] !== 1) return policy.strict();
    const rules = {
      allow: selectors(given['allow']),
      mask: selectors(given['mask']),
      block: selectors(given['block']),
    };
    return given['text'] === 'standard' ? policy.standard(rules) : policy.strict(rules);
  } catch {
    return policy.strict();
  }
}

function selectors(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    throw new TypeError('no selectors');
  return value as string[];
}
