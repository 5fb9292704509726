import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { FrameDecoder } from '../../src/protocol/index.ts';
import { body, builtSnippet, openRoots } from './built-snippet.ts';
import type { ScriptedNode } from './scripted-node.ts';

// What follows a policy's rules is a module of its own.
const scene = builtSnippet(openRoots);
let page: Page;
let node: ScriptedNode;

beforeEach(() => {
  ({ page, node } = scene());
  node.page = (server) => ({
    html: `<!doctype html><title>Bank</title>${body}<p class="cover">Balance</p><p>Branch</p>
      <script async src="${server}/snippet/cobrowse.js" data-tenant="demo"></script>`,
  });
});

async function share(): Promise<void> {
  await page.goto(node.portalAddress);
  await page.fill('#field', 'Lisbon');
  await page.getByRole('button', { name: 'Get help on this page' }).click();
  await expect.poll(() => node.joins).toBe(1);
  node.ask();
  await page.getByRole('button', { name: 'Allow' }).click();
}

/** All that frames say; most are packed, so that bytes alone do not tell. */
async function said(): Promise<string> {
  const decoder = new FrameDecoder();
  const ops = node.frames.map(async (frame) => JSON.stringify((await decoder.decode(frame)).ops));
  return (await Promise.all(ops)).join();
}

const ruled = (path: string) => path.includes('ruled-parts');
const rules = [
  { select: '#field', effect: 'field', rights: ['value'] },
  { select: '.cover', effect: 'mask' },
];

describe('a policy with rules', () => {
  it('is followed from the first frame on, by what is fetched for it', async () => {
    node.policy = { ...node.policy, rules };
    await share();
    await expect.poll(said, { timeout: 10_000 }).toContain('Lisbon');
    expect(await said()).toContain('Branch');
    expect(await said()).not.toContain('Balance');
    await page.fill('#field', 'Porto');
    await expect.poll(said, { timeout: 10_000 }).toContain('Porto');
    expect(node.requests.filter(ruled)).toHaveLength(1);
  });

  it('masks everything where that cannot be fetched', async () => {
    node.policy = { ...node.policy, rules };
    await page.context().route(/ruled-parts/, (route) => route.abort());
    await share();
    await expect.poll(said, { timeout: 10_000 }).toContain('•');
    for (const text of ['Lisbon', 'Branch', 'Balance', 'Accounts']) expect(await said()).not.toContain(text);
  });
});

it('a policy of lists alone fetches nothing for rules', async () => {
  node.policy = { ...node.policy, mask: ['.cover'] };
  await share();
  await expect.poll(said, { timeout: 10_000 }).toContain('Branch');
  expect(await said()).not.toContain('Balance');
  expect(await said()).not.toContain('Lisbon');
  expect(node.requests.filter(ruled)).toEqual([]);
});
