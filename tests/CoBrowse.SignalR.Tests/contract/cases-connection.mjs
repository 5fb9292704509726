import assert from 'node:assert/strict';
import * as signalR from '@microsoft/signalr';
import {
  closed,
  connect,
  contractCase,
  failure,
  HttpTransportType,
  items,
  until,
} from '../../Shared/contract/case.mjs';

contractCase('a client that stops is closed without an error', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const end = closed(hub);
  await hub.stop();
  assert.equal(await end, null);
});

contractCase('a connection that the node drops ends with a close', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const end = closed(hub);
  hub.send('Drop');
  await end;
});

contractCase('pings of both sides keep an idle connection', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/impatient`, { keepAlive: 100, serverTimeout: 5000 });
  const began = Date.now();
  let dropped = false;
  hub.onclose(() => {
    dropped = true;
  });
  await until(() => dropped || Date.now() - began > 6000);
  assert.equal(dropped, false);
  assert.equal(await hub.invoke('Echo', 'still'), 'still');
});

contractCase('a client that is silent is closed', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/impatient`, {
    keepAlive: 60_000,
    serverTimeout: 60_000,
  });
  await closed(hub);
});

contractCase('another hub protocol is refused', async (scope) => {
  const json = new signalR.HubConnectionBuilder()
    .withUrl(`${scope.spliced}/hub`)
    .configureLogging(signalR.LogLevel.None)
    .build();
  scope.connections.push(json);
  assert.match((await failure(json.start())).message, /protocol 'json' is not supported/);
});

contractCase(
  'RELAY-1 a hub guarded by its own attribute or by its endpoint refuses strangers',
  async (scope) => {
    for (const path of ['guarded', 'required'])
      assert.match((await failure(connect(scope, `${scope.spliced}/${path}`))).message, /401/);
    const guarded = await connect(scope, `${scope.spliced}/guarded`, { token: 'let-me-in' });
    assert.equal(await guarded.invoke('Who'), 'someone');
    const required = await connect(scope, `${scope.spliced}/required`, { token: 'let-me-in' });
    assert.equal(await required.invoke('Echo', 'in'), 'in');
  },
);

contractCase('long polling carries calls, streams and 1 MB of bytes', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`, { transport: HttpTransportType.LongPolling });
  assert.equal(await hub.invoke('Echo', 'slow'), 'slow');
  assert.equal((await items(hub.stream('Count', 500))).length, 500);
  const bytes = new Uint8Array(1024 * 1024).fill(7);
  assert.equal((await hub.invoke('EchoBytes', bytes)).length, bytes.length);
});

contractCase('long polling keeps the order of 1,000 messages each way', async (scope) => {
  const got = [];
  const hub = await connect(scope, `${scope.spliced}/hub`, {
    transport: HttpTransportType.LongPolling,
    prepare: (c) => c.on('burst', (i) => got.push(i)),
  });
  for (let i = 0; i < 1000; i++) hub.send('Note', `polled ${i}`);
  await hub.invoke('Burst', 1000);
  await until(() => got.length === 1000);
  assert.deepEqual(
    got,
    Array.from({ length: 1000 }, (_, i) => i),
  );
  assert.deepEqual(
    await hub.invoke('Notes', 'polled '),
    Array.from({ length: 1000 }, (_, i) => `polled ${i}`),
  );
});
