/** Which OIDC issuer signs agents in, as the node says. */
export interface ConsoleConfig {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  /** The claims that hold an agent's name and title there. */
  readonly nameClaim: string;
  readonly titleClaim: string;
}

export async function fetchConsoleConfig(fetcher: typeof fetch = fetch): Promise<ConsoleConfig> {
  const response = await fetcher('/api/console/config', { cache: 'no-store' });
  if (!response.ok) throw new Error(`No configuration: ${response.status}`);
  return readConsoleConfig(await response.json());
}

/** Checks what the node answered; an authority without a host is the node itself. */
export function readConsoleConfig(body: unknown, base: string = location.origin): ConsoleConfig {
  if (typeof body !== 'object' || body === null) throw new Error('The configuration is no object.');
  const { authority, clientId, scope, nameClaim, titleClaim } = body as Record<string, unknown>;
  if (typeof authority !== 'string' || typeof clientId !== 'string' || typeof scope !== 'string')
    throw new Error('The configuration names no authority, clientId and scope.');
  return {
    authority: new URL(authority, base).href.replace(/\/$/, ''),
    clientId,
    scope,
    nameClaim: typeof nameClaim === 'string' ? nameClaim : 'name',
    titleClaim: typeof titleClaim === 'string' ? titleClaim : 'title',
  };
}
