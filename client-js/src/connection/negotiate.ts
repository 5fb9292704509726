/** Where a WebSocket link connects to. */
export interface NegotiatedSocket {
  readonly url: string;
}

const redirects = 5;
const patience = 10_000;

/**
 * SignalR's negotiation: asks for a connection id, follows the node that we are sent to (`url` and
 * `accessToken`), and makes the address of the WebSocket.
 */
export async function negotiate(address: string, ticket: string): Promise<NegotiatedSocket> {
  let target = address;
  let token = ticket;
  for (let i = 0; i < redirects; i++) {
    const answer = await ask(target, token);
    if (typeof answer['url'] === 'string') {
      target = answer['url'];
      if (typeof answer['accessToken'] === 'string') token = answer['accessToken'];
      continue;
    }
    const id = answer['connectionToken'] ?? answer['connectionId'];
    if (typeof id !== 'string') break;
    const url = new URL(target);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('id', id);
    url.searchParams.set('access_token', token);
    return { url: url.href };
  }
  throw new Error('CoBrowse: the node does not negotiate');
}

async function ask(address: string, token: string): Promise<Record<string, unknown>> {
  const url = new URL(address);
  url.pathname += '/negotiate';
  url.searchParams.set('negotiateVersion', '1');
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    credentials: 'omit',
    signal: AbortSignal.timeout(patience),
  });
  return (await response.json()) as Record<string, unknown>;
}
