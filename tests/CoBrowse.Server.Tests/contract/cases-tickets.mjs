import assert from 'node:assert/strict';
import { contractCase, failure, HttpTransportType } from '../../Shared/contract/case.mjs';
import { connect, negotiate, open, ticket } from './node.mjs';

const { WebSockets, LongPolling } = HttpTransportType;

contractCase('one ticket carries a WebSocket from its negotiation on, and opens nothing else', (scope) =>
  oneTicket(scope, WebSockets),
);

contractCase('one ticket carries every request of a long polling, and opens nothing else', (scope) =>
  oneTicket(scope, LongPolling),
);

contractCase("an agent's one ticket carries every request of a long polling", async (scope) => {
  const bought = await ticket(scope, scope.agentToken);
  const desk = await connect(scope, '/hubs/agent', LongPolling, () => bought, undefined, ['QueueChanged']);
  for (let i = 0; i < 10; i++) assert.ok((await desk.invoke('Ping')) > 0);
});

contractCase('a ticket of the other hub is refused', async (scope) => {
  const bought = await ticket(scope, scope.agentToken);
  const error = await failure(connect(scope, '/hubs/customer', WebSockets, () => bought, scope.portal, []));
  assert.match(error.message, /403/);
});

async function oneTicket(scope, transport) {
  const opened = await open(scope);
  const bought = await ticket(scope, opened.token, scope.portal);
  // Two ids are handed out while the ticket is still unused.
  const second = await negotiate(scope, '/hubs/customer', bought, scope.portal);
  const page = await connect(scope, '/hubs/customer', transport, () => bought, scope.portal, [
    'SessionChanged',
  ]);
  assert.equal((await page.invoke('Join', { ProtocolVersion: 1, TabId: 'tab-1' })).Refusal, null);

  // The id that was not the first to connect gets nowhere, by either transport.
  const address = `${scope.server}/hubs/customer?id=${encodeURIComponent(second)}`;
  const inHeader = { headers: { origin: scope.portal, authorization: `Bearer ${bought}` } };
  assert.equal((await fetch(address, inHeader)).status, 401);
  const inQuery = `${address}&access_token=${encodeURIComponent(bought)}`;
  assert.equal((await fetch(inQuery, { headers: { origin: scope.portal } })).status, 401);
  assert.equal((await fetch(address, { method: 'POST', body: '{}', ...inHeader })).status, 401);
  // Nor does it open another connection of the official client.
  const error = await failure(connect(scope, '/hubs/customer', transport, () => bought, scope.portal, []));
  assert.match(error.message, /401/);

  // All that harmed nobody: the connection that owns the ticket goes on.
  for (let i = 0; i < 10; i++)
    assert.equal(
      (await page.invoke('AnswerConsent', { RequestId: 'none', Granted: true })).Refusal,
      'InvalidRequest',
    );
}
