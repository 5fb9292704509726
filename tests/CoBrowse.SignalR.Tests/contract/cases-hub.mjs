import assert from 'node:assert/strict';
import { connect, contractCase, failure, until } from '../../Shared/contract/case.mjs';

contractCase('invoke returns the result', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  assert.equal(await hub.invoke('Echo', 'grüezi 🏦'), 'grüezi 🏦');
  assert.equal(await hub.invoke('Add', 2, 40), 42);
  assert.equal(await hub.invoke('Add', -40_000, -2_000_000_000), -2_000_040_000);
});

contractCase('invoke of a void method returns nothing', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  assert.equal(await hub.invoke('Nothing'), null);
});

contractCase('numbers keep their value, whole or not', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  for (const n of [
    0,
    -1,
    127,
    128,
    -32,
    -33,
    255,
    65_536,
    1.5,
    -2.25e-10,
    2 ** 40,
    -(2 ** 40),
    Number.MAX_SAFE_INTEGER,
    1e300,
  ])
    assert.equal(await hub.invoke('EchoNumber', n), n);
});

contractCase('WIRE-6 a record travels as a map of property names, enums as strings', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const value = {
    Text: 'a',
    Flag: true,
    Whole: -7,
    Large: 2 ** 45,
    Real: 0.5,
    Bytes: new Uint8Array([1, 2, 3]),
    Colour: 'DarkBlue',
    Perhaps: null,
    Items: [
      { Name: 'x', Count: null },
      { Name: 'y', Count: 3 },
    ],
    Missing: null,
    Map: { one: 1, two: 2 },
  };
  assert.deepEqual(await hub.invoke('EchoRecord', { ...value, Unknown: { deep: [1, { er: 2 }] } }), value);
});

contractCase('any value that an object parameter takes comes back', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  for (const v of [null, true, 'x', 5, [1, 'two', [3]], { a: { b: [null] } }])
    assert.deepEqual(await hub.invoke('EchoAny', v), v);
});

contractCase('send arrives, in order, without an answer', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  for (let i = 0; i < 5000; i++) hub.send('Note', `sent ${i}`);
  const expected = Array.from({ length: 5000 }, (_, i) => `sent ${i}`);
  assert.deepEqual(await hub.invoke('Notes', 'sent '), expected);
});

contractCase('5,000 messages of the node arrive in order', async (scope) => {
  const got = [];
  const hub = await connect(scope, `${scope.spliced}/hub`, {
    prepare: (c) => c.on('burst', (i) => got.push(i)),
  });
  await hub.invoke('Burst', 5000);
  await until(() => got.length === 5000);
  assert.deepEqual(
    got,
    Array.from({ length: 5000 }, (_, i) => i),
  );
});

contractCase('5 MB of bytes come back whole', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const bytes = new Uint8Array(5 * 1024 * 1024).map((_, i) => (i * 31) >>> 3);
  const echoed = await hub.invoke('EchoBytes', bytes);
  assert.equal(Buffer.compare(Buffer.from(echoed), Buffer.from(bytes)), 0);
});

contractCase('a hub error carries its reason', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  assert.match((await failure(hub.invoke('Refuse'))).message, /the reason/);
});

contractCase('an exception of a hub method tells nothing, and the connection lives', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const { message } = await failure(hub.invoke('Crash'));
  assert.match(message, /unexpected error/);
  assert.doesNotMatch(message, /secret/);
  assert.equal(await hub.invoke('Echo', 'still'), 'still');
});

contractCase('WIRE-5 an unknown method fails that call alone', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  assert.match((await failure(hub.invoke('NoSuchMethod', 1))).message, /Method does not exist/);
  assert.equal(await hub.invoke('Echo', 'still'), 'still');
});

contractCase('WIRE-5 arguments of the wrong number or type fail that call alone', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  for (const call of [
    () => hub.invoke('Add', 1),
    () => hub.invoke('Add', 1, 2, 3),
    () => hub.invoke('Add', 'one', 2),
    () => hub.invoke('Add', 1.5, 2),
    () => hub.invoke('Add', 2 ** 33, 2),
    () => hub.invoke('Add', null, 2),
    () => hub.invoke('Echo', 5),
    () => hub.invoke('EchoBytes', 'text'),
    () => hub.invoke('EchoRecord', { Text: 'half of it' }),
    () => hub.invoke('EchoRecord', [1, 2]),
  ])
    await failure(call());
  assert.equal(await hub.invoke('Echo', 'still'), 'still');
});

contractCase('WIRE-4 arguments nested too deeply close the connection', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  let deep = [];
  for (let i = 0; i < 40; i++) deep = [deep];
  await failure(hub.invoke('EchoAny', deep));
});

contractCase('a client result reaches the node', async (scope) => {
  const outcomes = [];
  const hub = await connect(scope, `${scope.spliced}/hub`, {
    prepare: (c) => {
      c.on('question', (q) => `${q}? yes`);
      c.on('outcome', (o) => outcomes.push(o));
    },
  });
  await hub.invoke('AskMe', 'ready');
  await until(() => outcomes.length === 1);
  assert.equal(outcomes[0], 'ready? yes');
});

contractCase('a client that throws, or answers with the wrong type, fails the node call', async (scope) => {
  const outcomes = [];
  const answers = [
    () => {
      throw new Error('not today');
    },
    () => 12,
  ];
  const hub = await connect(scope, `${scope.spliced}/hub`, {
    prepare: (c) => {
      c.on('question', () => answers.shift()());
      c.on('outcome', (o) => outcomes.push(o));
    },
  });
  await hub.invoke('AskMe', 'ready');
  await until(() => outcomes.length === 1);
  await hub.invoke('AskMe', 'ready');
  await until(() => outcomes.length === 2);
  assert.match(outcomes[0], /^failed: .*not today/);
  assert.match(outcomes[1], /^failed: /);
});
