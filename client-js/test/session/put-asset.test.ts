import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { putAsset } from '../../src/session/customer-api.ts';
import type { SessionPointer } from '../../src/session/session-pointer.ts';

afterEach(() => vi.unstubAllGlobals());

async function uploaded(
  type: string,
  bytes: Uint8Array,
): Promise<{ coding: string | undefined; body: Uint8Array }> {
  const calls: RequestInit[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    calls.push(init);
    return new Response(null, { status: 204 });
  });
  const pointer = { server: 'https://node.example', token: 't' } as SessionPointer;
  await putAsset(pointer, 'a'.repeat(64), type, bytes, false, new AbortController().signal);
  expect(calls).toHaveLength(1);
  const headers = calls[0]!.headers as Record<string, string>;
  return { coding: headers['content-encoding'], body: calls[0]!.body as Uint8Array };
}

const sheet = new TextEncoder().encode('p { color: red }\n'.repeat(10_000));

test.each(['text/css', 'image/svg+xml'])('%s travels compressed', async (type) => {
  const { coding, body } = await uploaded(type, sheet);
  expect(coding).toBe('gzip');
  expect(body.length).toBeLessThan(sheet.length / 50);
  expect(new Uint8Array(gunzipSync(body))).toEqual(sheet);
});

test.each(['image/png', 'font/woff2'])('%s travels as it is', async (type) => {
  const { coding, body } = await uploaded(type, sheet);
  expect(coding).toBeUndefined();
  expect(body).toBe(sheet);
});

test('what a browser cannot compress travels as it is', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  expect(await uploaded('text/css', sheet)).toEqual({ coding: undefined, body: sheet });
});
