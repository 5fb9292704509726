import assert from 'node:assert/strict';
import {
  closed,
  contractCase,
  HttpTransportType,
  HubConnectionState,
  until,
} from '../../Shared/contract/case.mjs';
import { agent, customer, frame, keyframe, range, sequenceOf } from './frames.mjs';

contractCase('RELAY-2 frames reach every agent whole and in order, and no hub method', async (scope) => {
  const { hub, channel, send } = await customer(scope, scope.spliced);
  const before = await hub.invoke('FramesInHub');
  const agents = [await agent(scope, scope.spliced, channel), await agent(scope, scope.spliced, channel)];
  const sent = [
    ...keyframe(0, 3, 40_000),
    ...range(3, 5000).map((i) => frame('update', i, { body: i % 300 })),
  ];
  for (const bytes of sent) send(bytes);
  for (const { frames } of agents) {
    await until(() => frames.length === sent.length);
    for (const [i, bytes] of frames.entries())
      assert.equal(Buffer.compare(Buffer.from(bytes), Buffer.from(sent[i])), 0);
  }
  assert.equal(await hub.invoke('FramesInHub'), before);
});

contractCase('RELAY-3 the plain hub path delivers the same bytes as the splice', async (scope) => {
  const sent = [
    ...keyframe(0, 2, 70_000),
    ...range(2, 400).map((i) => frame(i % 2 ? 'presence' : 'update', i, { body: (i * 37) % 1000 })),
  ];
  const got = [];
  for (const server of [scope.spliced, scope.plain]) {
    const { hub, channel, send } = await customer(scope, server);
    const { frames } = await agent(scope, server, channel);
    for (const bytes of sent) send(bytes);
    await until(() => frames.length === sent.length);
    got.push(Buffer.concat(frames));
    if (server === scope.plain) assert.ok((await hub.invoke('FramesInHub')) >= sent.length);
  }
  assert.equal(Buffer.compare(got[0], got[1]), 0);
  assert.equal(Buffer.compare(got[0], Buffer.concat(sent)), 0);
});

contractCase(
  'RELAY-4 a late joiner starts at the newest complete keyframe and misses nothing after it',
  async (scope) => {
    const { hub, channel, send } = await customer(scope, scope.spliced);
    const first = await agent(scope, scope.spliced, channel);
    for (const bytes of keyframe(0, 4, 5000)) send(bytes);
    await until(() => first.frames.length === 4);
    for (const i of range(4, 50)) send(frame('update', i));
    for (const bytes of keyframe(50, 4, 5000)) send(bytes);
    for (const i of range(54, 90)) send(frame('update', i));
    send(frame('snapshot', 90, { keyframe: true }));
    await until(() => first.frames.length === 91);
    const late = await agent(scope, scope.spliced, channel);
    for (const i of range(91, 100)) send(frame('update', i));
    await until(() => late.frames.length === 50);
    assert.deepEqual(late.frames.map(sequenceOf), range(50, 100));
    assert.equal(hub.state, HubConnectionState.Connected);
  },
);

contractCase('RELAY-4 five late joiners get 5 MB each while live frames pass', async (scope) => {
  const { channel, send } = await customer(scope, scope.spliced);
  const chunks = keyframe(0, 80, 64 * 1024);
  for (const bytes of chunks) send(bytes);
  const first = await agent(scope, scope.spliced, channel);
  const joining = Promise.all(range(0, 5).map(() => agent(scope, scope.spliced, channel)));
  for (const i of range(80, 300)) send(frame('update', i));
  for (const { frames } of [first, ...(await joining)]) {
    await until(() => frames.length === 300);
    assert.deepEqual(frames.map(sequenceOf), range(0, 300));
  }
});

contractCase(
  'RELAY-5 frames of a stopped channel are dropped; after a start a keyframe begins anew',
  async (scope) => {
    const { hub, channel, send } = await customer(scope, scope.spliced);
    const { frames } = await agent(scope, scope.spliced, channel);
    for (const bytes of keyframe(0, 1)) send(bytes);
    await until(() => frames.length === 1);
    await hub.invoke('Stop', channel);
    for (const i of range(1, 20)) send(frame('update', i));
    await hub.invoke('Open', channel);
    await hub.invoke('Nothing');
    await hub.invoke('BeCustomer', channel);
    assert.equal(frames.length, 1);
    assert.equal(hub.state, HubConnectionState.Connected);
  },
);

contractCase(
  'RELAY-6 a connection that never was a customer is closed when it sends a frame',
  async (scope) => {
    const { channel } = await customer(scope, scope.spliced);
    const watching = await agent(scope, scope.spliced, channel);
    const stranger = await agent(scope, scope.spliced, channel);
    const end = closed(stranger.hub);
    stranger.hub.send('f', frame('snapshot', 0, { keyframe: true, last: true }));
    await end;
    assert.equal(await watching.hub.invoke('Echo', 'still'), 'still');
    assert.equal(watching.frames.length, 0);
  },
);

contractCase(
  'RELAY-6 frames of a superseded customer are dropped and its connection lives',
  async (scope) => {
    const { hub: former, channel, send } = await customer(scope, scope.spliced);
    const { frames } = await agent(scope, scope.spliced, channel);
    const newer = await agent(scope, scope.spliced, channel);
    await newer.hub.invoke('BeCustomer', channel);
    for (const bytes of keyframe(0, 2)) send(bytes);
    assert.equal(await former.invoke('Echo', 'still'), 'still');
    newer.hub.send('f', frame('snapshot', 7, { keyframe: true, last: true }));
    await until(() => frames.length === 1);
    assert.deepEqual(frames.map(sequenceOf), [7]);
  },
);

contractCase(
  'RELAY-7 a frame that is too large, too short or no frame closes its connection',
  async (scope) => {
    for (const server of [scope.spliced, scope.plain])
      for (const bad of [
        new Uint8Array(262_145).fill(0x11),
        new Uint8Array(15).fill(0x11),
        new Uint8Array(40),
      ]) {
        const { hub, channel, send } = await customer(scope, server);
        const { frames } = await agent(scope, server, channel);
        const end = closed(hub);
        send(bad);
        await end;
        assert.equal(frames.length, 0);
      }
  },
);

contractCase('RELAY-7 the largest frame passes', async (scope) => {
  const { channel, send } = await customer(scope, scope.spliced);
  const { frames } = await agent(scope, scope.spliced, channel);
  send(frame('snapshot', 0, { keyframe: true, last: true, body: 262_144 - 16 }));
  await until(() => frames.length === 1);
  assert.equal(frames[0].length, 262_144);
});

contractCase('FLOW-1 a hub sees a sign of life while only frames arrive', async (scope) => {
  const { hub, send } = await customer(scope, scope.spliced, {
    path: '/impatient',
    keepAlive: 60_000,
    serverTimeout: 60_000,
  });
  let dropped = false;
  hub.onclose(() => {
    dropped = true;
  });
  const began = Date.now();
  let i = 0;
  await until(async () => {
    await send(frame('presence', i++));
    return dropped || Date.now() - began > 6000;
  });
  assert.equal(dropped, false);
});

contractCase('FLOW-2 control and frames keep the order in which the customer sent them', async (scope) => {
  const { hub, channel, send } = await customer(scope, scope.spliced);
  const { frames } = await agent(scope, scope.spliced, channel);
  send(frame('snapshot', 0, { keyframe: true, last: true }));
  for (const i of range(1, 100)) {
    send(frame('update', i));
    hub.send('Note', `${channel} ${i}`);
  }
  await hub.invoke('Stop', channel);
  send(frame('update', 100));
  assert.deepEqual(
    await hub.invoke('Notes', `${channel} `),
    range(1, 100).map((i) => `${channel} ${i}`),
  );
  assert.ok(frames.length <= 100);
});

contractCase('frames pass between long polling and WebSockets, both ways', async (scope) => {
  const polling = { transport: HttpTransportType.LongPolling };
  for (const [of, to] of [
    [polling, {}],
    [{}, polling],
    [polling, polling],
  ]) {
    const { channel, send } = await customer(scope, scope.spliced, of);
    const { frames } = await agent(scope, scope.spliced, channel, to);
    for (const bytes of keyframe(0, 3, 50_000)) send(bytes);
    for (const i of range(3, 300)) send(frame('update', i));
    await until(() => frames.length === 300);
    assert.deepEqual(frames.map(sequenceOf), range(0, 300));
  }
});
