import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { FrameDecoder } from '../../src/protocol/index.ts';
import { builtSnippet, openRoots } from './built-snippet.ts';
import type { ScriptedNode } from './scripted-node.ts';

// A portal that says who is signed in.
const scene = builtSnippet(openRoots);
let context: BrowserContext;
let page: Page;
let node: ScriptedNode;

beforeEach(() => {
  ({ context, page, node } = scene());
  // The page says nothing by itself; each test says who is signed in.
  node.page = (server) => ({
    html: `<!doctype html><html lang="en"><title>Bank</title><h1>Accounts</h1><script src="${server}/snippet/cobrowse.js" data-tenant="demo"></script>`,
  });
});

const identify = (who: string | null, on = page) => on.evaluate(`CoBrowse.identify(${JSON.stringify(who)})`);
const notice = (on = page) => on.getByText('You signed out or changed the account');
const pointer = () => page.evaluate(() => localStorage.getItem('cobrowse.session'));

/** Whether a frame says `text`; most are packed, so that bytes alone do not tell. */
async function left(text: string): Promise<boolean> {
  const decoder = new FrameDecoder();
  const said = node.frames.map(async (frame) => JSON.stringify((await decoder.decode(frame)).ops));
  return (await Promise.all(said)).some((ops) => ops.includes(text));
}

async function share(who: string | null | undefined): Promise<void> {
  await page.goto(node.portalAddress);
  if (who !== undefined) await identify(who);
  await page.getByRole('button', { name: 'Get help on this page' }).click();
  await expect.poll(() => node.joins).toBe(1);
  node.ask();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
}

/** What a frame would need to leave: a change, and time to be drawn. */
async function change(): Promise<void> {
  await page.evaluate(() => document.querySelector('h1')!.append(' changed'));
  await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
}

describe('on one page', () => {
  it.each([
    ['a sign-out', null],
    ['another customer', 'bob'],
  ])('%s ends the session before the next frame', async (_, next) => {
    await share('alice');
    await page.evaluate((who) => {
      (window as never as { CoBrowse: { identify(s: string | null): void } }).CoBrowse.identify(who);
      document.querySelector('h1')!.append(' of somebody else');
    }, next);
    await notice().waitFor();
    await change();
    await expect.poll(() => node.ends).toEqual(['IdentityChanged']);
    expect(await left('somebody else')).toBe(false);
    expect(await left('changed')).toBe(false);
    await expect.poll(pointer).toBeNull();
  });

  it('the same customer, said again, changes nothing; nor does a sign-in after nobody', async () => {
    await share(null);
    await identify('alice');
    await identify('alice');
    await change();
    await expect.poll(() => left('changed')).toBe(true);
    expect(node.ends).toEqual([]);
    await identify('bob');
    await expect.poll(() => node.ends).toEqual(['IdentityChanged']);
  });

  it('what was said is never sent and not kept as it is', async () => {
    await share('alice-4711');
    await expect.poll(async () => JSON.parse((await pointer())!).owner).toMatch(/^[0-9a-f]{64}$/);
    expect(await pointer()).not.toContain('4711');
    expect(await left('4711')).toBe(false);
  });
});

describe('over a page load', () => {
  it('nothing is captured until the page has said that it is the same customer', async () => {
    await share('alice');
    await expect.poll(async () => JSON.parse((await pointer())!).owner).toBeDefined();
    await page.reload();
    await page.getByRole('button', { name: 'Get help on this page' }).waitFor();
    const before = node.frames.length;
    expect(node.joins).toBe(1);
    await identify('alice');
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(before);
    expect(node.joins).toBe(2);
    expect(node.ends).toEqual([]);
  });

  it('another customer ends it, without taking the place', async () => {
    await share('alice');
    await expect.poll(async () => JSON.parse((await pointer())!).owner).toBeDefined();
    await page.reload();
    const before = node.frames.length;
    await identify('bob');
    await notice().waitFor();
    await expect.poll(() => node.ends).toEqual(['IdentityChanged']);
    expect(node.joins).toBe(1);
    expect(node.frames.length).toBe(before);
    await expect.poll(pointer).toBeNull();
  });
});

it('a sign-out in another tab stops this one', async () => {
  await share('alice');
  await expect.poll(async () => JSON.parse((await pointer())!).owner).toBeDefined();
  const other = await context.newPage();
  await other.goto(node.portalAddress);
  await identify(null, other);
  await notice().waitFor();
  const before = node.frames.length;
  await change();
  expect(node.frames.length).toBe(before);
  await expect.poll(() => node.ends).toContain('IdentityChanged');
  await expect.poll(pointer).toBeNull();
});
