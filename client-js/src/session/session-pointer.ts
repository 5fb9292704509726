import { tried } from '../capture/tried.ts';

/** Names the session that this browser is in; the token is the secret that resumes it. */
export interface SessionPointer {
  readonly sessionId: string;
  readonly token: string;
  readonly server: string;
  readonly tenant: string;
  /** Whose session it is: a trace of who is signed in, once a page has said it. */
  readonly owner?: string;
}

/** Where the pointer lies in the portal's `localStorage`. */
export const pointerKey = 'cobrowse.session';

/** The pointer for this server and tenant. Storage may be blocked, full or damaged: then there is none. */
export function readPointer(server: string, tenant: string): SessionPointer | undefined {
  const found = tried(() => JSON.parse(localStorage.getItem(pointerKey)!) as Partial<SessionPointer> | null);
  if (!found || found.server !== server || found.tenant !== tenant) return undefined;
  const { sessionId, token, owner } = found;
  if (typeof sessionId !== 'string' || typeof token !== 'string') return undefined;
  return { sessionId, token, server, tenant, ...(typeof owner === 'string' ? { owner } : {}) };
}

/** Without storage the session lives as long as this page. */
export const writePointer = (pointer: SessionPointer): void =>
  tried(() => localStorage.setItem(pointerKey, JSON.stringify(pointer)));

/** Forgets the session, unless the pointer names another one by now. */
export function clearPointer(pointer: SessionPointer): void {
  if (readPointer(pointer.server, pointer.tenant)?.sessionId === pointer.sessionId)
    tried(() => localStorage.removeItem(pointerKey));
}
