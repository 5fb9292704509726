import { expect, test } from 'vitest';
import { sha256 } from '../../src/capture/content-hash.ts';
import { digestOf } from '../../src/capture/sha256.ts';

test.each([0, 1, 55, 56, 63, 64, 65, 1000, 70_000])(
  'our own digest of %i bytes is the native one',
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) & 255);
    const own = Array.from(digestOf(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(own).toBe(await sha256(bytes));
  },
);
