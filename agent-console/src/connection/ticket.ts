/** The node refused a ticket for a reason that trying again will not change. */
export class TicketRefused extends Error {
  readonly kind: 'expired' | 'barred';

  constructor(kind: 'expired' | 'barred') {
    super(kind === 'expired' ? 'The sign-in has expired.' : 'This identity may not use the console.');
    this.kind = kind;
  }
}

/** Swaps the access token for a ticket, good for one connection and one minute. */
export async function requestTicket(
  accessToken: () => Promise<string | undefined>,
  fetcher: typeof fetch = fetch,
): Promise<string> {
  const token = await accessToken();
  if (!token) throw new TicketRefused('expired');
  const response = await fetcher('/api/tickets', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    cache: 'no-store',
  });
  if (response.status === 401) throw new TicketRefused('expired');
  if (response.status === 403) throw new TicketRefused('barred');
  if (!response.ok) throw new Error(`No ticket: ${response.status}`);
  const body: unknown = await response.json();
  const ticket = typeof body === 'object' && body !== null && 'ticket' in body ? body.ticket : undefined;
  if (typeof ticket !== 'string') throw new Error('The answer holds no ticket.');
  return ticket;
}
