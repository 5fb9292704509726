import type { Words } from '../words/en/index.ts';

/** The node said no; the message says why, for people. */
export class AdministrationRefused extends Error {
  readonly barred: boolean;

  constructor(message: string, barred: boolean) {
    super(message);
    this.barred = barred;
  }
}

/** Asks one of the node's endpoints for administrators; with a body, to do something. */
export type AskNode = <T>(path: string, body?: object) => Promise<T>;

/** What is said of an answer that says nothing by itself. */
export type RefusedWords = Words['shared']['refused'];

/** Asks below `root`, as whoever is signed in. Fails with {@link AdministrationRefused}. */
export function askNode(
  root: string,
  accessToken: () => Promise<string | undefined>,
  words: RefusedWords,
): AskNode {
  return async <T>(path: string, body?: object): Promise<T> => {
    const token = await accessToken();
    const response = await fetch(root + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      cache: 'no-store',
    }).catch(() => undefined);
    if (!response) throw new AdministrationRefused(words.silent, false);
    if (response.ok) return (await response.json()) as T;
    throw new AdministrationRefused(
      (await reasonOf(response)) ?? words.failed(response.status),
      response.status === 401 || response.status === 403,
    );
  };
}

async function reasonOf(response: Response): Promise<string | undefined> {
  const problem = (await response.json().catch(() => undefined)) as
    | { detail?: string; title?: string; mistakes?: readonly string[] }
    | undefined;
  return problem?.mistakes?.join(' ') ?? problem?.detail ?? problem?.title;
}
