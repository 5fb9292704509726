import { askNode, type RefusedWords } from '../administration/administration.ts';
import type { PolicyDocument } from './policy-document.ts';

export interface CurrentPolicy {
  readonly version: number;
  readonly hash: string;
  /** False where a stored version was not what it says, and the strict policy holds in its place. */
  readonly trusted: boolean;
  readonly document: PolicyDocument;
}

/** What the node says of a document before anybody proposes it. */
export interface PolicyCheck {
  readonly mistakes: readonly string[];
  /** Where it may show more than the policy of now. */
  readonly showsMore: readonly string[];
}

export interface Proposal {
  readonly id: string;
  readonly state: 'Draft' | 'Waiting' | 'Published' | 'Rejected';
  readonly hash: string;
  readonly authorName: string;
  /** Unix milliseconds, UTC. */
  readonly at: number;
  readonly note: string | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly mayApprove: boolean;
  readonly showsMore: readonly string[];
  readonly document: PolicyDocument | null;
}

export interface PolicyVersion {
  readonly version: number;
  readonly source: string;
  readonly author: string;
  /** Unix milliseconds, UTC. */
  readonly at: number;
  readonly approver: string | null;
  readonly note: string | null;
  readonly trusted: boolean;
}

/** What administrators do with the tenant's masking policy. Each may fail with an `AdministrationRefused`. */
export interface PolicyApi {
  current(): Promise<CurrentPolicy>;
  check(document: PolicyDocument): Promise<PolicyCheck>;
  proposals(): Promise<readonly Proposal[]>;
  versions(): Promise<readonly PolicyVersion[]>;
  /** Publishes what shows no more at once; anything else waits for a second person. */
  propose(document: PolicyDocument, note: string): Promise<Proposal>;
  approve(proposal: Proposal): Promise<Proposal>;
  reject(proposal: Proposal, reason: string): Promise<Proposal>;
  rollBack(version: number): Promise<Proposal>;
}

/** The same, by the node's endpoints. */
export function httpPolicyApi(
  accessToken: () => Promise<string | undefined>,
  words: RefusedWords,
): PolicyApi {
  const ask = askNode('/api/admin/policy', accessToken, words);
  return {
    current: () => ask('/'),
    check: (document) => ask('/check', { document }),
    proposals: () => ask('/proposals'),
    versions: () => ask('/versions'),
    async propose(document, note) {
      const draft = await ask<Proposal>('/proposals', { document, note: note || null });
      return ask(`/proposals/${draft.id}/propose`, {});
    },
    approve: ({ id, hash }) => ask(`/proposals/${id}/approve`, { hash }),
    reject: ({ id, hash }, reason) => ask(`/proposals/${id}/reject`, { hash, reason: reason || null }),
    rollBack: (version) => ask('/rollback', { version }),
  };
}
