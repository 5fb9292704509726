import assert from 'node:assert/strict';
import { Subject } from '@microsoft/signalr';
import { connect, contractCase, failure, items, until } from '../../Shared/contract/case.mjs';

contractCase('a server stream arrives whole and completes', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  assert.deepEqual(
    await items(hub.stream('Count', 1000)),
    Array.from({ length: 1000 }, (_, i) => i),
  );
});

contractCase('a server stream that breaks ends with its error', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const got = [];
  const error = await new Promise((resolve, reject) =>
    hub.stream('FailAfter', 3).subscribe({ next: (i) => got.push(i), complete: reject, error: resolve }),
  );
  assert.deepEqual(got, [0, 1, 2]);
  assert.match(error.message, /the stream broke/);
});

contractCase('two server streams run beside each other and beside calls', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const [a, b, c] = await Promise.all([
    items(hub.stream('Count', 500)),
    items(hub.stream('Count', 300)),
    hub.invoke('Add', 1, 1),
  ]);
  assert.deepEqual([a.length, b.length, c], [500, 300, 2]);
});

contractCase('cancelling a server stream reaches the method', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const subscription = await new Promise((resolve, reject) => {
    const s = hub
      .stream('UntilCancelled', 'a')
      .subscribe({ next: () => setImmediate(() => resolve(s)), complete() {}, error: reject });
  });
  subscription.dispose();
  await until(async () => (await hub.invoke('Notes', 'cancelled a')).length === 1);
});

contractCase('a stream of an unknown method ends with an error', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  assert.match((await failure(items(hub.stream('NoSuchStream')))).message, /Method does not exist/);
});

contractCase('a client stream is read to its end', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const numbers = new Subject();
  const sum = hub.invoke('Sum', numbers);
  for (let i = 1; i <= 1000; i++) numbers.next(i);
  numbers.complete();
  assert.equal(await sum, 500_500);
});

contractCase('a client stream travels beside a plain argument', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const words = new Subject();
  const joined = hub.invoke('Join', words, '-');
  for (const word of ['a', 'b', 'c']) words.next(word);
  words.complete();
  assert.equal(await joined, 'a-b-c');
});

contractCase('a client stream that breaks, or carries the wrong type, fails the call', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const broken = new Subject();
  const first = hub.invoke('Sum', broken);
  broken.error(new Error('upload lost'));
  await failure(first);
  const wrong = new Subject();
  const second = hub.invoke('Sum', wrong);
  wrong.next('text');
  await failure(second);
  assert.equal(await hub.invoke('Echo', 'still'), 'still');
});

contractCase('WIRE-7 items for a stream that nobody reads any more are dropped', async (scope) => {
  const hub = await connect(scope, `${scope.spliced}/hub`);
  const wrong = new Subject();
  const sum = hub.invoke('Sum', wrong);
  wrong.next('text');
  await failure(sum);
  for (let i = 0; i < 100; i++) wrong.next(i);
  wrong.complete();
  assert.equal(await hub.invoke('Echo', 'still'), 'still');
});
