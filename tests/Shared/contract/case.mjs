import * as signalR from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

export const cases = [];

/** Registers a case; the xunit project finds its name by reading this very call in the source. */
export function contractCase(name, run) {
  cases.push({ name, run });
}

export const { HttpTransportType, HubConnectionState } = signalR;

/** A started connection of the official client, stopped when its case ends. */
export async function connect(
  scope,
  url,
  { transport = HttpTransportType.WebSockets, token, keepAlive, serverTimeout, prepare } = {},
) {
  const connection = new signalR.HubConnectionBuilder()
    .withUrl(url, { transport, ...(token ? { accessTokenFactory: () => token } : {}) })
    .withHubProtocol(new MessagePackHubProtocol())
    .configureLogging(signalR.LogLevel.None)
    .build();
  if (keepAlive) connection.keepAliveIntervalInMilliseconds = keepAlive;
  if (serverTimeout) connection.serverTimeoutInMilliseconds = serverTimeout;
  prepare?.(connection);
  scope.connections.push(connection);
  await connection.start();
  return connection;
}

/** Resolves once `condition` holds; the suite's time limit is the bound. */
export async function until(condition) {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

/** The error that `promise` must end with. */
export async function failure(promise) {
  try {
    await promise;
  } catch (e) {
    return e;
  }
  throw new Error('expected a failure');
}

export function closed(connection) {
  return new Promise((resolve) => connection.onclose((e) => resolve(e ?? null)));
}

/** Gathers a stream's items. */
export function items(stream) {
  return new Promise((resolve, reject) => {
    const all = [];
    stream.subscribe({ next: (i) => all.push(i), complete: () => resolve(all), error: reject });
  });
}
