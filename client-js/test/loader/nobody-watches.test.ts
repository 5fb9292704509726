import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { builtSnippet, embedded, openRoots } from './built-snippet.ts';
import type { ScriptedNode } from './scripted-node.ts';

interface Work {
  observers: number;
  frames: number;
  intervals: number;
  /** Events that came, by listener. */
  heard: string[];
}
declare const work: Work;

/** Counts what runs on the page's thread because of somebody else than the page, which itself uses none of this. */
function countWork(): void {
  const found: Work = { observers: 0, frames: 0, intervals: 0, heard: [] };
  Object.assign(window, { work: found });
  for (const name of [
    'MutationObserver',
    'IntersectionObserver',
    'ResizeObserver',
    'PerformanceObserver',
  ] as const)
    (window as never as Record<string, unknown>)[name] = new Proxy(window[name], {
      construct(target, args, self) {
        found.observers++;
        return Reflect.construct(target, args, self);
      },
    });
  const { requestAnimationFrame, setInterval } = window;
  window.requestAnimationFrame = (callback) => {
    found.frames++;
    return requestAnimationFrame(callback);
  };
  window.setInterval = ((...args: Parameters<typeof setInterval>) => {
    found.intervals++;
    return setInterval(...args);
  }) as typeof window.setInterval;
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const ofPage = target instanceof Node && target.getRootNode() === document;
    if (listener && (target === window || ofPage)) {
      const heard = (event: Event) => {
        found.heard.push(type);
        if (typeof listener === 'function') listener.call(target, event);
        else listener.handleEvent(event);
      };
      addEventListener.call(target, type, heard, options);
    } else addEventListener.call(target, type, listener, options);
  };
}

const scene = builtSnippet(new Function(`(${openRoots})();(${countWork})()`) as () => void);
let page: Page;
let node: ScriptedNode;
beforeEach(() => {
  ({ page, node } = scene());
  node.page = (server) => ({ html: embedded(server) });
});

const button = () => page.getByRole('button', { name: 'Get help on this page' });

/** A page that is used and changes; what of it somebody else had to do with. */
async function used(): Promise<Work> {
  await page.evaluate(() => Object.assign(work, { observers: 0, frames: 0, intervals: 0, heard: [] }));
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 50);
  await page.getByRole('heading', { name: 'Accounts' }).click();
  await page.locator('#field').pressSequentially('words');
  await page.evaluate(() => {
    for (let i = 0; i < 200; i++) document.querySelector('main')!.append(document.createElement('p'));
    document.querySelector('#p')!.className = 'changed';
    return new Promise((done) => setTimeout(done));
  });
  return page.evaluate(() => work);
}

const nothing: Work = { observers: 0, frames: 0, intervals: 0, heard: [] };

it('before anybody asks for help the page is used without us', async () => {
  await page.goto(node.portalAddress);
  await button().waitFor();
  expect(await used()).toEqual(nothing);
});

it('while a customer waits nothing of the page is watched', async () => {
  await page.goto(node.portalAddress);
  await button().click();
  await expect.poll(() => node.joins).toBe(1);
  expect(await used()).toEqual(nothing);
});

it('while an agent watches it is, which proves that this test sees it', async () => {
  await page.goto(node.portalAddress);
  await button().click();
  await expect.poll(() => node.joins).toBe(1);
  node.ask();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => node.frames.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const { frames, heard } = await used();
  expect(frames).toBeGreaterThan(0);
  expect(heard).toContain('pointermove');
});
