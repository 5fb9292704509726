import assert from 'node:assert/strict';
import { frame, keyframe } from '../../CoBrowse.SignalR.Tests/contract/frames.mjs';
import { contractCase, HttpTransportType } from '../../Shared/contract/case.mjs';
import { agent, customer, open } from './node.mjs';

const { WebSockets, LongPolling } = HttpTransportType;

contractCase('customer and agent, both over WebSockets', (scope) => story(scope, WebSockets, WebSockets));

contractCase('customer and agent, both over long polling', (scope) => story(scope, LongPolling, LongPolling));

contractCase('customer over long polling, agent over WebSockets', (scope) =>
  story(scope, LongPolling, WebSockets),
);

contractCase('customer over WebSockets, agent over long polling', (scope) =>
  story(scope, WebSockets, LongPolling),
);

/** From the queue over the consent to frames one way, guidance the other, and the end. */
async function story(scope, customersTransport, agentsTransport) {
  const opened = await open(scope);
  const page = await customer(scope, customersTransport, opened.token);
  assert.equal(page.joined.Session.State, 'Waiting');
  assert.equal(page.joined.Session.Code, opened.code);

  const desk = await agent(scope, agentsTransport);
  const queue = await desk.invoke('GetQueue');
  assert.ok(queue.some((entry) => entry.SessionId === opened.sessionId));
  const claimed = await desk.invoke('Claim', opened.sessionId);
  assert.deepEqual([claimed.Refusal, claimed.Session.State], [null, 'Consenting']);

  const request = await page.next('ConsentRequested');
  assert.equal(request.AgentName, 'Alex Morgan');
  const answer = await page.invoke('AnswerConsent', { RequestId: request.RequestId, Granted: true });
  assert.equal(answer.Refusal, null);
  assert.equal(await desk.next('ConsentDecided'), 'Granted');
  assert.equal((await page.next('WatchChanged')).Watching, true);

  const sent = [...keyframe(0, 3, 5000), ...Array.from({ length: 200 }, (_, i) => frame('update', 3 + i))];
  for (const bytes of sent) await page.send('f', bytes);
  for (const bytes of sent) assert.deepEqual(new Uint8Array(await desk.next('f')), bytes);

  await desk.send('Guide', Uint8Array.of(1, 2, 3));
  await page.next('Guidance', (_, body) => body.length === 3);

  assert.equal((await desk.invoke('EndSession')).Refusal, null);
  const end = await page.next('SessionChanged', (session) => session.State === 'Ended');
  assert.equal(end.EndReason, 'AgentEnded');
}
