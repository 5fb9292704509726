import type { EndReason } from '@cobrowse/client/protocol';
import { askNode, type RefusedWords } from '../administration/administration.ts';

/** Somebody who had a place in a past session. */
export interface PastAgent {
  readonly name: string;
  readonly supervised: boolean;
  readonly self: boolean;
}

/** A session that is over. Times are Unix milliseconds, UTC. */
export interface PastSession {
  readonly sessionId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly topic: string | null;
  readonly origin: string;
  readonly reason: EndReason;
  readonly agents: readonly PastAgent[];
}

export interface HistoryPage {
  readonly sessions: readonly PastSession[];
  /** What to ask for the next page with; null after the last. */
  readonly next: string | null;
}

export interface HistoryQuestion {
  readonly search: string;
  /** Of a supervisor, who else sees all of the tenant. */
  readonly mine: boolean;
  readonly after: string | null;
}

/** Looks up sessions that are over. May fail with an `AdministrationRefused`. */
export interface HistoryApi {
  read(question: HistoryQuestion): Promise<HistoryPage>;
}

export function httpHistoryApi(
  accessToken: () => Promise<string | undefined>,
  words: RefusedWords,
): HistoryApi {
  const ask = askNode('/api/history', accessToken, words);
  return {
    read: ({ search, mine, after }) => {
      const query = new URLSearchParams();
      if (search !== '') query.set('search', search);
      if (mine) query.set('mine', 'true');
      if (after !== null) query.set('after', after);
      return ask(query.size > 0 ? `?${query}` : '');
    },
  };
}
