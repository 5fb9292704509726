import { useCallback, useEffect, useRef, useState } from 'react';
import type { PastSession } from './history-api.ts';
import { useHistoryApi } from './history-api-context.tsx';

const pause = 250;

export interface HistoryState {
  /** Undefined until the first answer to this question. */
  readonly sessions: readonly PastSession[] | undefined;
  readonly next: string | null;
  readonly busy: boolean;
  readonly problem: string | undefined;
}

const unasked: HistoryState = { sessions: undefined, next: null, busy: true, problem: undefined };

/** Past sessions that suit a search, page by page. What was shown stays until the next answer is there. */
export function useHistory(search: string, mine: boolean): HistoryState & { readonly more: () => void } {
  const api = useHistoryApi();
  const [state, setState] = useState(unasked);
  const question = useRef(0);

  const ask = useCallback(
    async (after: string | null) => {
      const asked = ++question.current;
      setState((before) => ({ ...before, busy: true, problem: undefined }));
      try {
        const page = await api.read({ search, mine, after });
        if (asked !== question.current) return;
        setState((before) => ({
          sessions: after === null ? page.sessions : [...(before.sessions ?? []), ...page.sessions],
          next: page.next,
          busy: false,
          problem: undefined,
        }));
      } catch (error) {
        if (asked === question.current)
          setState((before) => ({
            ...before,
            busy: false,
            problem: error instanceof Error ? error.message : '',
          }));
      }
    },
    [api, search, mine],
  );

  const first = useRef(true);
  useEffect(() => {
    const timer = setTimeout(() => void ask(null), first.current ? 0 : pause);
    first.current = false;
    return () => {
      clearTimeout(timer);
      question.current++;
    };
  }, [ask]);

  return { ...state, more: () => void ask(state.sessions ? state.next : null) };
}
