import assert from 'node:assert/strict';
import * as signalR from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

async function post(scope, path, { token, origin, body } = {}) {
  const answer = await fetch(scope.server + path, {
    method: 'POST',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(origin ? { origin } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.json();
}

/** A customer's request for help: the session's id, its code and the customer's token. */
export const open = (scope) =>
  post(scope, '/api/customer/sessions', { origin: scope.portal, body: { tenant: 'demo' } });

/** A ticket for whoever holds `token`; customers ask from a page of their portal. */
export const ticket = async (scope, token, origin) =>
  (await post(scope, '/api/tickets', { token, origin })).ticket;

/** What the official client would be told before it connects: the id that its connection is to have. */
export async function negotiate(scope, path, accessToken, origin) {
  const answer = await post(scope, `${path}/negotiate?negotiateVersion=1`, { token: accessToken, origin });
  return answer.connectionToken;
}

/**
 * A hub connection of the official client. Its news is gathered by method; `next` waits for the next one that suits.
 */
export async function connect(scope, path, transport, accessTokenFactory, origin, methods) {
  const hub = new signalR.HubConnectionBuilder()
    .withUrl(scope.server + path, {
      transport,
      accessTokenFactory,
      ...(origin ? { headers: { Origin: origin } } : {}),
    })
    .withHubProtocol(new MessagePackHubProtocol())
    .configureLogging(signalR.LogLevel.None)
    .build();
  const news = [];
  const waiting = [];
  for (const method of methods)
    hub.on(method, (...args) => {
      news.push({ method, args });
      for (const look of [...waiting]) look();
    });
  scope.connections.push(hub);
  await hub.start();
  const next = (method, suits = () => true) =>
    new Promise((resolve) => {
      const look = () => {
        const index = news.findIndex((item) => item.method === method && suits(...item.args));
        if (index < 0) return;
        waiting.splice(waiting.indexOf(look), 1);
        resolve(news.splice(index, 1)[0].args[0]);
      };
      waiting.push(look);
      look();
    });
  const has = (method) => news.some((item) => item.method === method);
  return { hub, next, has, invoke: (...call) => hub.invoke(...call), send: (...call) => hub.send(...call) };
}

/** A customer who has joined the session of `token`. */
export async function customer(scope, transport, token) {
  const link = await connect(
    scope,
    '/hubs/customer',
    transport,
    () => ticket(scope, token, scope.portal),
    scope.portal,
    [
      'SessionChanged',
      'ConsentRequested',
      'ConsentClosed',
      'WatchChanged',
      'KeyframeNeeded',
      'PolicyChanged',
      'Guidance',
    ],
  );
  const joined = await link.invoke('Join', { ProtocolVersion: 1, TabId: 'tab-1' });
  assert.equal(joined.Refusal, null);
  return { ...link, joined };
}

/** A signed-in agent; without a token, Alex of the support desk. */
export const agent = (scope, transport, token = scope.agentToken) =>
  connect(scope, '/hubs/agent', transport, () => ticket(scope, token), undefined, [
    'QueueChanged',
    'SessionChanged',
    'ConsentDecided',
    'f',
  ]);
