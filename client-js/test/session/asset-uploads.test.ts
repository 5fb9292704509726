import { expect, it } from 'vitest';
import { limits } from '../../src/protocol/index.ts';
import { AssetUploads } from '../../src/session/asset-uploads.ts';

function server(known: readonly string[] = [], kept: readonly string[] = []) {
  const asked: string[][] = [];
  const stored: string[] = [];
  const releases: (() => void)[] = [];
  const slow: Promise<void>[] = [];
  const state = { asked, stored, releases, slow, running: 0, most: 0 };
  const uploads = new AssetUploads(
    {
      async missing(hashes) {
        asked.push([...hashes]);
        if (slow.length > 0) await slow.shift();
        return hashes.filter((hash) => !known.includes(hash));
      },
      async put(hash) {
        state.running++;
        state.most = Math.max(state.most, state.running);
        await new Promise<void>((go) => releases.push(go));
        state.running--;
        stored.push(hash);
      },
    },
    kept,
  );
  return { uploads, state };
}

it('questions of one turn go as one, each asker gets its own answer', async () => {
  const { uploads, state } = server(['b']);
  const answers = await Promise.all([
    uploads.missing(['a', 'b']),
    uploads.missing(['b']),
    uploads.missing(['c']),
  ]);
  expect(answers).toEqual([['a'], [], ['c']]);
  expect(state.asked).toEqual([['a', 'b', 'c']]);
});

it('asks for what it knows to be stored no more', async () => {
  const { uploads, state } = server(['b']);
  await uploads.missing(['b']);
  expect(await uploads.missing(['b'])).toEqual([]);
  expect(state.asked).toHaveLength(1);
});

it('what comes up while a question is out waits for it and goes as one', async () => {
  const { uploads, state } = server();
  let answer = () => {};
  state.slow.push(new Promise((go) => (answer = go)));
  const first = uploads.missing(['a']);
  await expect.poll(() => state.asked).toEqual([['a']]);
  const later = Promise.all(['b', 'c', 'd'].map((hash) => uploads.missing([hash])));
  answer();
  expect(await first).toEqual(['a']);
  expect(await later).toEqual([['b'], ['c'], ['d']]);
  expect(state.asked).toEqual([['a'], ['b', 'c', 'd']]);
});

it('the next page of a session asks for nothing that the server is known to have', async () => {
  const first = server(['b']);
  const put = first.uploads.put('a', 'text/css', new Uint8Array(1));
  await expect.poll(() => first.state.releases.length).toBe(1);
  first.state.releases[0]!();
  await put;
  await first.uploads.missing(['b', 'c']);
  const next = server(['b'], first.uploads.known);
  expect(await next.uploads.missing(['a', 'b'])).toEqual([]);
  expect(next.state.asked).toEqual([]);
  expect(await next.uploads.missing(['c'])).toEqual(['c']);
});

it('a question keeps to the limit of the protocol', async () => {
  const { uploads, state } = server();
  const many = Array.from({ length: limits.missingHashes + 1 }, (_, i) => `h${i}`);
  expect(await uploads.missing(many)).toHaveLength(many.length);
  expect(state.asked.map((hashes) => hashes.length)).toEqual([limits.missingHashes, 1]);
});

it('four uploads run at once, the others wait their turn', async () => {
  const { uploads, state } = server();
  const all = Promise.all(
    Array.from({ length: 9 }, (_, i) => uploads.put(`h${i}`, 'text/css', new Uint8Array(1))),
  );
  let done = false;
  all.then(() => {
    done = true;
  });
  while (!done) {
    state.releases.shift()?.();
    await new Promise((go) => setImmediate(go));
  }
  expect(state.most).toBe(4);
  expect(state.stored).toHaveLength(9);
});

it('refuses what the server would refuse for its size', async () => {
  const { uploads } = server();
  await expect(uploads.put('h', 'image/png', new Uint8Array(limits.assetBytes + 1))).rejects.toThrow(
    RangeError,
  );
});

it('stop rejects what waits', async () => {
  const { uploads } = server();
  const puts = Array.from({ length: 6 }, (_, i) => uploads.put(`h${i}`, 'text/css', new Uint8Array(1)));
  uploads.stop();
  await expect(Promise.all(puts.slice(4))).rejects.toThrow();
  const waited = await Promise.allSettled(puts.slice(4));
  expect(waited.map((put) => put.status)).toEqual(['rejected', 'rejected']);
});
