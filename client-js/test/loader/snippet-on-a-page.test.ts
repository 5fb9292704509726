import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFrameHeader } from '../../src/protocol/index.ts';
import { body, builtSnippet, embedded, strict } from './built-snippet.ts';
import { observePage } from './page-hooks.ts';
import type { ScriptedNode } from './scripted-node.ts';

const scene = builtSnippet(observePage);
let page: Page;
let node: ScriptedNode;
let complaints: string[];
beforeEach(() => {
  ({ page, node, complaints } = scene());
});

const button = () => page.getByRole('button', { name: 'Get help on this page' });

describe('under a strict CSP with Trusted Types', () => {
  beforeEach(() => {
    node.page = (server) => ({ html: embedded(server), csp: strict(server) });
  });

  it('a whole session goes through, and stop() leaves the page as it was', async () => {
    await page.goto(node.portalAddress, { waitUntil: 'load' });
    await button().waitFor();
    await page.evaluate('CoBrowse.stop()');
    const before = await page.evaluate('document.documentElement.outerHTML');
    const untouched = await page.evaluate('leftovers()');
    await page.evaluate((server) => {
      (window as never as { CoBrowse: { init(s: object): void } }).CoBrowse.init({ server, tenant: 'demo' });
    }, node.address);

    await button().click();
    await page.getByText('482 913').or(page.locator('.code')).first().waitFor();
    await expect.poll(() => node.joins).toBe(1);
    expect(node.frames).toHaveLength(0);

    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('Maria Keller sees this page').waitFor();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(readFrameHeader(node.frames[0]!)).toMatchObject({ kind: 'snapshot', keyframe: true });

    await page.evaluate('CoBrowse.stop()');
    await expect.poll(() => node.calls).toContain('End');
    expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
    expect(await page.evaluate('leftovers()')).toEqual(untouched);
    expect(untouched).toMatchObject({ patches: [] });
    expect(await page.evaluate('violations')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('a reload goes on in the same session without a question', async () => {
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const epoch = readFrameHeader(node.frames.at(-1)!)!.epoch;
    await page.reload();
    await page.getByText('Maria Keller sees this page').waitFor();
    await expect
      .poll(() => readFrameHeader(node.frames.at(-1)!)!.epoch !== epoch, { timeout: 10_000 })
      .toBe(true);
    expect(node.sessions).toBe(1);
    expect(node.calls.filter((call) => call === 'AnswerConsent')).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('Pause lets nothing out, Continue begins anew', async () => {
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused. Nobody sees this page').waitFor();
    await expect.poll(() => node.state).toBe('Paused');
    const paused = node.frames.length;
    await page.evaluate(() => document.getElementById('p')!.append(' changed'));
    await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
    expect(node.frames.length).toBe(paused);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(paused);
    expect(readFrameHeader(node.frames[paused]!)).toMatchObject({ kind: 'snapshot', keyframe: true });
  });
});

it('the portal’s own question and bar decide as ours would', async () => {
  node.page = (server) => ({
    html: `<!doctype html><title>Bank</title>${body}<div id=bar style="position:fixed;top:0;height:40px;width:100%"></div>
      <button id=yes hidden>I agree</button><script src="${server}/snippet/cobrowse.js"></script><script>
      CoBrowse.init({ server: '${server}', tenant: 'demo',
        confirmSession: ({ agentName }) => new Promise((answer) => {
          yes.hidden = false;
          yes.title = agentName;
          yes.onclick = () => answer(true);
        }),
        renderBar(state) {
          bar.hidden = !state;
          bar.textContent = state && state.agents.map(({ name }) => name + ' is here').join();
          bar.onclick = state && state.stop;
          return bar;
        },
      });</script>`,
  });
  await page.goto(node.portalAddress);
  await button().click();
  await expect.poll(() => node.joins).toBe(1);
  node.ask();
  await page.getByTitle('Maria Keller').click();
  await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await page.getByText('Maria Keller is here').waitFor();
  await page.getByRole('region', { name: 'Shared page' }).waitFor({ state: 'hidden' });
  expect(node.calls.filter((call) => call === 'AnswerConsent')).toHaveLength(1);
  await page.locator('#bar').click();
  await expect.poll(() => node.calls).toContain('End');
  expect(complaints).toEqual([]);
});

describe('a page that is still being parsed', () => {
  const script = (server: string) =>
    `<script src="${server}/snippet/cobrowse.js" data-tenant="demo"></script>`;
  const picture = '<style>p{background:url(data:image/png;base64,AAAA)}</style>';
  const plain = (server: string) => ({
    html: `<!doctype html><title>Bank</title>${picture}${script(server)}${body}`,
  });
  const held = (server: string) => ({
    html: `<!doctype html><title>Bank</title>${picture}${script(server)}<script src="/held.js"></script>${body}`,
  });
  const hold = () => {
    let release = () => {};
    node.held = new Promise((go) => {
      release = go;
    });
    node.page = held;
    return release;
  };
  const share = async () => {
    node.page = plain;
    await page.goto(node.portalAddress);
    await button().click();
    await expect.poll(() => node.joins).toBe(1);
    node.ask();
    await page.getByRole('button', { name: 'Allow' }).click();
    await keyframe(0);
  };
  /** Waits for a whole keyframe behind the first `known` frames. */
  const keyframe = (known: number) =>
    expect
      .poll(() => node.frames.slice(known).some((frame) => readFrameHeader(frame)!.last), { timeout: 10_000 })
      .toBe(true);

  it('connects for a session that runs, and tells of the page once it is there', async () => {
    await share();
    const { length } = node.frames;
    const release = hold();
    node.requests.length = 0;
    await page.goto(node.portalAddress, { waitUntil: 'commit' });
    await expect.poll(() => node.requests).toContain('/hubs/customer/negotiate');
    expect(await page.evaluate('document.readyState')).toBe('loading');
    expect(node.joins).toBe(1);
    expect(await page.evaluate("document.querySelectorAll('[data-cobrowse-ui]').length")).toBe(0);
    release();
    await keyframe(length);
    expect(node.joins).toBe(2);
    expect(node.requests.filter((path) => path.startsWith('/api/tickets'))).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('asks for nothing where there is no session', async () => {
    const release = hold();
    await page.goto(node.portalAddress, { waitUntil: 'commit' });
    // A document that waits for a script has no animation frames to poll in.
    await expect.poll(() => page.evaluate('window.CoBrowse?.version')).toBeTruthy();
    await page.evaluate(() => new Promise((go) => setTimeout(go)));
    expect(node.requests).toEqual(['/snippet/cobrowse.js']);
    release();
    await button().waitFor();
    expect(node.requests).toContain('/snippet/manifest.json');
  });

  it('the next page of a session asks for no asset that the node has, and loads no button', async () => {
    await share();
    await expect.poll(() => node.requests).toContain('/api/assets/missing');
    const { length } = node.frames;
    node.requests.length = 0;
    await page.reload();
    await keyframe(length);
    expect(node.requests.filter((path) => /^\/api\/assets|button/.test(path))).toEqual([]);
  });
});
