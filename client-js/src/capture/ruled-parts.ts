import type { Policy } from '../masking/policy.ts';
import { PolicyRules } from '../masking/policy-rules.ts';
import type { CaptureParts } from './capture-parts.ts';
import { Disclosures } from './disclosures.ts';
import { fieldChanges } from './field-changes.ts';
import { FieldState } from './field-state.ts';

export type RuledParts = ReturnType<typeof ruledParts>;

/** What a capture has besides under a policy with rules, and only fetches then. */
export function ruledParts({ gate, ids, sender, state }: CaptureParts, policy: Policy) {
  const rules = new PolicyRules(policy.rules ?? []);
  gate.hold(policy, rules);
  const disclosures = new Disclosures(ids, gate, sender);
  state.fields = new FieldState(gate, disclosures);
  return { disclosures, fieldChanges: gate.unmasked || rules.grantsFields ? fieldChanges : undefined };
}
