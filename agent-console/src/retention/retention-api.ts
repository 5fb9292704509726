import { askNode, type RefusedWords } from '../administration/administration.ts';

/** How many days after its end what is known of a session stays. */
export interface RetentionTimes {
  readonly assets: number;
  readonly sessions: number;
  readonly audit: number;
}

/** A session that is over and of which something is kept. Times are Unix milliseconds, UTC, here and below. */
export interface KeptSummary {
  readonly sessionId: string;
  readonly endedAt: number;
  readonly held: boolean;
}

export interface LegalHold {
  readonly id: string;
  readonly placedAt: number;
  readonly placedBy: string;
  /** Null where it is erased with its session. */
  readonly reason: string | null;
  readonly liftedAt: number | null;
  readonly liftedBy: string | null;
}

export interface KeptSession {
  readonly sessionId: string;
  readonly createdAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly held: boolean;
  readonly kept: readonly {
    readonly purpose: 'assets' | 'session' | 'audit';
    readonly until: number | null;
    readonly erasedAt: number | null;
  }[];
  readonly plainEntries: number;
  readonly holds: readonly LegalHold[];
}

export interface SessionAuditLine {
  readonly sequence: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: string | null;
  readonly erased: boolean;
}

/** What administrators do with what is kept. Each may fail with an `AdministrationRefused`. */
export interface RetentionApi {
  times(): Promise<RetentionTimes>;
  /** Those that ended before this time, the newest first; without it, the newest of all. */
  sessions(before?: number): Promise<readonly KeptSummary[]>;
  session(id: string): Promise<KeptSession>;
  /** That somebody read it is audited, too. */
  audit(id: string): Promise<readonly SessionAuditLine[]>;
  hold(id: string, reason: string): Promise<void>;
  lift(holdId: string, reason: string): Promise<void>;
  erase(id: string, reference: string, keepAudit: boolean): Promise<void>;
}

/** The same, by the node's endpoints. */
export function httpRetentionApi(
  accessToken: () => Promise<string | undefined>,
  words: RefusedWords,
): RetentionApi {
  const ask = askNode('/api/admin/retention', accessToken, words);
  const path = (id: string) => `/sessions/${encodeURIComponent(id)}`;
  return {
    times: () => ask('/'),
    sessions: (before) => ask(before === undefined ? '/sessions' : `/sessions?before=${before}`),
    session: (id) => ask(path(id)),
    audit: (id) => ask(`${path(id)}/audit`),
    hold: async (sessionId, reason) => ask('/holds', { sessionId, reason }),
    lift: async (holdId, reason) => ask(`/holds/${holdId}/lift`, { reason }),
    erase: async (id, reference, keepAudit) => ask(`${path(id)}/erase`, { reference, keepAudit }),
  };
}
