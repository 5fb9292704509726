import { sha256 } from '../capture/content-hash.ts';
import { readPointer, type SessionPointer, writePointer } from './session-pointer.ts';

/** Who is signed in, as the page says. Null is nobody; undefined, the page has not said. */
export type Subject = string | null | undefined;

/** In a pointer's place for an owner: the session has lost its customer and fits nobody. */
export const disowned = 'disowned';

/**
 * What a session keeps of the subject it belongs to. It can be compared, and is another one for every session. None
 * where it cannot be made, which fits no session that has one.
 */
async function traceOf(subject: Subject, token: string): Promise<string | undefined> {
  if (typeof subject !== 'string') return undefined;
  return sha256(new TextEncoder().encode(token + subject)).catch(() => undefined);
}

/** Whether the session belongs to who is signed in. One that has belonged to nobody yet, does from here on. */
export async function belongs(pointer: SessionPointer, subject: () => Subject): Promise<boolean> {
  let meant: Subject;
  let trace: string | undefined;
  do {
    meant = subject();
    trace = await traceOf(meant, pointer.token);
  } while (meant !== subject());
  const kept = readPointer(pointer.server, pointer.tenant);
  if (kept?.sessionId !== pointer.sessionId) return true;
  if (kept.owner === undefined && trace) writePointer({ ...kept, owner: trace });
  return kept.owner === undefined || kept.owner === trace;
}
