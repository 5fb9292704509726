import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { builtSnippet, openRoots } from './built-snippet.ts';
import type { ScriptedNode } from './scripted-node.ts';

const scene = builtSnippet(openRoots);
let page: Page;
let node: ScriptedNode;

const token = 'L'.repeat(43);
const jwt = (sub: string, more = '') =>
  `${btoa('{"alg":"ES256"}')}.${btoa(JSON.stringify({ sub, more }))}.c2ln`.replace(/=/g, '');

beforeEach(() => {
  ({ page, node } = scene());
  // What a page's own scripts read of the address behind ours, and whom they ask for help.
  node.page = (server) => ({
    html: `<!doctype html><html lang="en"><title>Bank</title><script src="${server}/snippet/cobrowse.js" data-tenant="demo"></script>
      <script>window.read = location.href + document.URL; fetch('/page-analytics')</script><h1>Accounts</h1>`,
  });
});

const identify = (who: string | null) => page.evaluate(`CoBrowse.identify(${JSON.stringify(who)})`);

describe('a link that an agent sent', () => {
  it('opens a session once, and is nowhere to be read: not in the address, the history, a referrer or storage', async () => {
    const referrers: (string | undefined)[] = [];
    page.on('request', (request) => referrers.push(request.headers()['referer']));
    await page.goto(`${node.portalAddress}#cobrowse=${token}`);
    await expect.poll(() => node.joins).toBe(1);
    expect(node.bodies[0]).toMatchObject({ tenant: 'demo', link: token });
    expect(
      await page.evaluate(
        'window.read + location.href + JSON.stringify({ ...localStorage, ...sessionStorage })',
      ),
    ).not.toContain(token);
    await page.goto(`${node.portalAddress}page`);
    await page.goBack();
    expect(page.url()).not.toContain(token);
    await expect.poll(() => node.joins).toBeGreaterThan(1);
    expect(node.bodies.filter((body) => body['link'])).toHaveLength(1);
    expect(referrers.join()).not.toContain(token);
  });

  it.each([
    ['AlreadyClaimed', 'This link has been used before'],
    ['Expired', 'has expired'],
    ['AgentGone', 'is not here just now'],
    ['NotFound', 'is not one of ours'],
  ])('that is refused as %s says why, and offers help from somebody else', async (refusal, words) => {
    node.refusal = refusal;
    await page.goto(`${node.portalAddress}#cobrowse=${token}`);
    await page.getByText(words).waitFor();
    expect(node.joins).toBe(0);
    await page.getByRole('button', { name: 'Get help from somebody else' }).click();
    await expect.poll(() => node.joins).toBe(1);
    expect(node.bodies.at(-1)!['link']).toBeUndefined();
  });

  it('leaves any other fragment as it is', async () => {
    await page.goto(`${node.portalAddress}#cobrowse=short`);
    await page.getByRole('button', { name: 'Get help on this page' }).waitFor();
    expect(page.url()).toContain('#cobrowse=short');
  });
});

describe('a customer whom the portal vouches for', () => {
  it('is named to the node, and a newer token of the same customer is the same customer', async () => {
    await page.goto(node.portalAddress);
    await identify(jwt('c-1'));
    await page.getByRole('button', { name: 'Get help on this page' }).click();
    await expect.poll(() => node.calls).toContain('Identify');
    expect(node.bodies[0]!['identity']).toBe(jwt('c-1'));
    await identify(jwt('c-1', 'newer'));
    expect(node.ends).toEqual([]);
    await identify(jwt('c-2'));
    await expect.poll(() => node.ends).toEqual(['IdentityChanged']);
  });

  it('costs nothing to listen for where the tenant does not want it', async () => {
    await page.goto(node.portalAddress);
    await identify(jwt('c-1'));
    await page.getByRole('button', { name: 'Get help on this page' }).waitFor();
    expect(node.requests.filter((path) => /listening|invitations/.test(path))).toEqual([]);
  });

  it('who is invited is asked in a card, and a yes opens a session with nothing captured before consent', async () => {
    node.invites = true;
    node.invitation = { id: 'inv-1', agentName: 'Maria Keller', agentTitle: null, expiresIn: 60 };
    await page.goto(node.portalAddress);
    await page.locator('h1').click();
    await identify(jwt('c-1'));
    await page.getByText('Maria Keller would like to help you').waitFor();
    expect(node.bodies[0]).toMatchObject({ tenant: 'demo', identity: jwt('c-1') });
    // The card is unobtrusive: it leaves the focus where it was.
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    expect(node.joins).toBe(0);
    await page.getByRole('button', { name: 'Yes, please' }).click();
    await expect.poll(() => node.joins).toBe(1);
    expect(node.bodies.at(-1)).toMatchObject({ invitation: 'inv-1', identity: jwt('c-1') });
    expect(node.frames).toEqual([]);
  });

  it.each([
    ['No', false],
    ['Not now', true],
  ])('who says %s is left in peace, and the node hears it', async (button, notNow) => {
    node.invites = true;
    node.invitation = { id: 'inv-1', agentName: 'Maria Keller', agentTitle: null, expiresIn: 60 };
    await page.goto(node.portalAddress);
    await identify(jwt('c-1'));
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect
      .poll(() => node.bodies.find((body) => 'notNow' in body))
      .toMatchObject({ invitation: 'inv-1', notNow });
    await expect.poll(() => page.getByText('would like to help').count()).toBe(0);
    await page.getByRole('button', { name: 'Get help on this page' }).waitFor();
    expect(node.sessions).toBe(0);
  });
});

it('a page that the tenant withholds sends no frame, even without a load, and sharing goes on behind it', async () => {
  node.withheld = '^(?:/page-payments.*)$';
  await page.goto(node.portalAddress);
  await page.getByRole('button', { name: 'Get help on this page' }).click();
  await expect.poll(() => node.joins).toBe(1);
  node.ask();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const before = await page
    .evaluate(async () => {
      history.pushState(null, '', '/page-payments/confirm');
      document.querySelector('h1')!.textContent = 'Pay 5000 to somebody';
      await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    })
    .then(() => node.frames.length);
  await page.getByText('It is never shared').waitFor();
  expect(node.calls.filter((call) => call === 'StandAt')).toHaveLength(1);
  await page.evaluate(async () => {
    document.querySelector('h1')!.append(' now');
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
  });
  expect(node.frames.length).toBe(before);
  await page.evaluate(() => {
    document.querySelector('h1')!.textContent = 'Accounts';
    history.pushState(null, '', '/');
  });
  await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(before);
  expect(node.calls.filter((call) => call === 'StandAt')).toHaveLength(2);
});
