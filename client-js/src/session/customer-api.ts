import { pause } from '../capture/waiting.ts';
import { TicketRefused } from '../connection/customer-hub.ts';
import { canDeflate, deflate } from '../protocol/deflate.ts';
import type { Refusal } from '../protocol/protocol.gen.ts';
import type { SessionPointer } from './session-pointer.ts';

/** A request was turned down: its message is the server's reason, or that it could not be reached. */
export class RequestFailed extends Error {}

/** A new session, with the code that the customer reads out. */
export interface OpenedSession {
  readonly pointer: SessionPointer;
  readonly code: string;
}

/** What a customer brings along: an agent's link or invitation, and a token that says who they are. */
export interface Beginning {
  readonly link?: string | undefined;
  readonly invitation?: string;
  readonly identity?: string | undefined;
}

const patience = 15_000;

export async function openSession(
  server: string,
  tenant: string,
  topic: string | null,
  beginning?: Beginning,
): Promise<OpenedSession> {
  const url = `${server}/api/customer/sessions`;
  const { sessionId, token, code } = await post(url, { tenant, topic, ...beginning });
  if (typeof sessionId !== 'string' || typeof token !== 'string' || typeof code !== 'string')
    throw new RequestFailed('Unreachable');
  return { pointer: { sessionId, token, server, tenant }, code };
}

/** A ticket for the next connection. Rejects with {@link TicketRefused} where the session is no more. */
export async function ticketFor(pointer: SessionPointer): Promise<string> {
  try {
    const { ticket } = await post(`${pointer.server}/api/tickets`, undefined, pointer.token);
    if (typeof ticket !== 'string') throw new RequestFailed('Unreachable');
    return ticket;
  } catch (error) {
    if (
      error instanceof RequestFailed &&
      error.message !== 'Unreachable' &&
      error.message !== 'TooManyAttempts'
    )
      throw new TicketRefused();
    throw error;
  }
}

/** Which assets the server lacks: neither the session nor its tenant has them. */
export async function missingAssets(pointer: SessionPointer, hashes: readonly string[]): Promise<string[]> {
  const url = `${pointer.server}/api/assets/missing?visibility=session`;
  const { missing } = await post(url, { hashes }, pointer.token);
  return Array.isArray(missing) ? missing.filter((hash) => typeof hash === 'string') : [];
}

export async function putAsset(
  pointer: SessionPointer,
  hash: string,
  type: string,
  bytes: Uint8Array,
  isPublic: boolean,
  signal: AbortSignal,
): Promise<void> {
  const headers: Record<string, string> = { authorization: `Bearer ${pointer.token}`, 'content-type': type };
  let body = bytes as Uint8Array<ArrayBuffer>;
  // Pictures and fonts are compressed by themselves.
  if (/^text|svg/.test(type) && canDeflate()) {
    body = (await deflate(body, pause, 'gzip')) as Uint8Array<ArrayBuffer>;
    headers['content-encoding'] = 'gzip';
  }
  await request(`${pointer.server}/api/assets/${hash}?visibility=${isPublic ? 'public' : 'session'}`, {
    method: 'PUT',
    headers,
    body,
    signal,
  });
}

async function post(url: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = {};
  if (body) headers['content-type'] = 'application/json';
  if (token) headers['authorization'] = `Bearer ${token}`;
  const response = await request(url, {
    method: 'POST',
    headers,
    signal: AbortSignal.timeout(patience),
    body: JSON.stringify(body),
  });
  return (await response.json().catch(() => ({}))) as Record<string, unknown>;
}

async function request(url: string, init: RequestInit): Promise<Response> {
  // `omit`: the server is another site than the portal's, and must not be told its cookies.
  const response = await fetch(url, { ...init, credentials: 'omit', cache: 'no-store' }).catch(
    () => undefined,
  );
  if (response?.ok) return response;
  throw new RequestFailed(response ? await refusal(response) : 'Unreachable');
}

async function refusal(response: Response): Promise<Refusal | 'Unreachable'> {
  const problem = (await response.json().catch(() => ({}))) as { reason?: unknown };
  if (typeof problem.reason === 'string') return problem.reason as Refusal;
  if ([401, 403, 404, 410].includes(response.status)) return 'NotAllowed';
  return response.status === 429 ? 'TooManyAttempts' : 'Unreachable';
}
