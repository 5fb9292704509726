import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WithheldPages } from '../../src/session/withheld-pages.ts';

const address = location.pathname;
let told: boolean[];
let pages: WithheldPages;

beforeEach(() => {
  told = [];
  pages = new WithheldPages(() => told.push(pages.here));
});
afterEach(() => {
  pages.stop();
  history.replaceState(null, '', address);
});

describe('pages that the tenant withholds', () => {
  it('are known before the next frame, and told once', () => {
    pages.start('^(?:/payments/.*)$');
    expect(pages.here).toBe(false);
    history.replaceState(null, '', '/payments/confirm?amount=5');
    expect(pages.here).toBe(true);
    expect(pages.here).toBe(true);
    expect(told).toEqual([true]);
  });

  it('are left by themselves, though nothing is captured there', async () => {
    pages.start('^(?:/payments/.*)$');
    history.replaceState(null, '', '/payments/confirm');
    await expect.poll(() => told).toEqual([true]);
    history.replaceState(null, '', '/accounts');
    await expect.poll(() => told).toEqual([true, false]);
  });

  it('are all of them where the pattern cannot be read', () => {
    pages.start('(');
    expect(pages.here).toBe(true);
  });

  it('are none where there is no pattern, or after the end', () => {
    pages.start(null);
    expect(pages.here).toBe(false);
    pages.start('.*');
    pages.stop();
    expect(pages.here).toBe(false);
  });
});
