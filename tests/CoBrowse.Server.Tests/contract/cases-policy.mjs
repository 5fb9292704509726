import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { frame, keyframe } from '../../CoBrowse.SignalR.Tests/contract/frames.mjs';
import { contractCase, HttpTransportType } from '../../Shared/contract/case.mjs';
import { agent, customer, open } from './node.mjs';

const { WebSockets, LongPolling } = HttpTransportType;

contractCase(
  'a class of frames reaches the desk that may see it, and nobody else, over WebSockets',
  (scope) => classes(scope, WebSockets),
);

contractCase(
  'a class of frames reaches the desk that may see it, and nobody else, over long polling',
  (scope) => classes(scope, LongPolling),
);

contractCase('the policy comes with the join, and an epoch is named with its hash', async (scope) => {
  const { page } = await shared(scope, WebSockets);
  const { Policy, PolicyHash } = page.joined;
  assert.equal(PolicyHash, createHash('sha256').update(Policy, 'utf8').digest('hex'));
  assert.equal((await page.invoke('UsePolicy', PolicyHash, 0xfedcba98)).Refusal, null);
  assert.equal((await page.invoke('UsePolicy', '0'.repeat(64), 2)).Refusal, 'HashMismatch');
  // Sent, as the snippet does it, it holds nothing up.
  await page.send('UsePolicy', PolicyHash, 3);
});

/** The demo bank's policy: class 1 is for the wealth desk, where Sam is and Alex is not. */
async function classes(scope, transport) {
  const { opened, page, desk: alex } = await shared(scope, transport);
  const sam = await letIn(
    scope,
    page,
    transport,
    (desk) => desk.invoke('JoinByCode', opened.code),
    'Sam Rivera',
    scope.wealthToken,
  );
  const sent = [
    ...keyframe(0, 3, 5000),
    ...Array.from({ length: 200 }, (_, i) =>
      frame('update', i, { of: i % 3 === 1 ? 1 : i % 7 === 6 ? 2 : 0, body: i % 11 === 0 ? 3000 : i }),
    ),
    frame('update', 999),
  ];
  for (const bytes of sent) await page.send('f', bytes);
  const late = await agent(scope, transport, scope.agentToken);
  assert.equal((await late.invoke('Rejoin', opened.sessionId)).Refusal, null);
  for (const [desk, most] of [
    [alex, 0],
    [sam, 1],
    [late, 0],
  ]) {
    const may = sent.filter((bytes) => bytes[11] <= most);
    // One stream of bytes: nothing more came in between, and nothing after.
    const came = [];
    while (came.length < may.length) came.push(new Uint8Array(await desk.next('f')));
    assert.deepEqual(Buffer.concat(came), Buffer.concat(may));
    assert.ok(!desk.has('f'));
  }
}

/** A session that Alex may watch. */
async function shared(scope, transport) {
  const opened = await open(scope);
  const page = await customer(scope, transport, opened.token);
  const desk = await letIn(
    scope,
    page,
    transport,
    (link) => link.invoke('Claim', opened.sessionId),
    'Alex Morgan',
  );
  return { opened, page, desk };
}

async function letIn(scope, page, transport, enter, name, token) {
  const desk = await agent(scope, transport, token);
  assert.equal((await enter(desk)).Refusal, null);
  const request = await page.next('ConsentRequested', ({ AgentName }) => AgentName === name);
  await page.invoke('AnswerConsent', { RequestId: request.RequestId, Granted: true });
  assert.equal(await desk.next('ConsentDecided'), 'Granted');
  return desk;
}
