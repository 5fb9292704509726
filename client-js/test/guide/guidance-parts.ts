import { english } from '../../src/consent/strings-en.ts';
import type { GuidanceDelegate } from '../../src/guide/agent-guidance.ts';

/** What guidance is given where only agents point. */
export function guidanceParts(
  locate: (node: number) => Element | undefined,
  agentOf: GuidanceDelegate['agentOf'],
): GuidanceDelegate {
  return {
    live: { element: locate, epoch: 1, accepts: () => false },
    hub: { invoke: () => Promise.reject(new Error('no link')) },
    surface: { layer: document.createElement('div'), strings: english },
    agentOf,
  };
}
