import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { policy, startCapture } from '../../src/capture/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { outline } from './outline.ts';
import { descriptors, followListeners } from './page-traces.ts';
import { MemoryAssets, openPage, record } from './source-page.ts';

type Broken = (page: Window & typeof globalThis) => readonly [holder: object, name: PropertyKey];

const fails = () => {
  throw new Error('the page broke this');
};

/** What pages break: in the realm that capture runs in, or in the window that it watches. */
const broken: Record<string, Broken> = {
  'Array.prototype.push': () => [Array.prototype, 'push'],
  'Array.prototype.splice': () => [Array.prototype, 'splice'],
  'Array.prototype.reverse': () => [Array.prototype, 'reverse'],
  "arrays' iterator": () => [Array.prototype, Symbol.iterator],
  'Map.prototype.get': () => [Map.prototype, 'get'],
  'Map.prototype.set': () => [Map.prototype, 'set'],
  'Map.prototype.values': () => [Map.prototype, 'values'],
  "maps' iterator": () => [Object.getPrototypeOf(new Map().values()), 'next'],
  'Set.prototype.add': () => [Set.prototype, 'add'],
  'WeakMap.prototype.get': () => [WeakMap.prototype, 'get'],
  'String.prototype.split': () => [String.prototype, 'split'],
  'Object.defineProperty': () => [Object, 'defineProperty'],
  'Object.getOwnPropertyDescriptor': () => [Object, 'getOwnPropertyDescriptor'],
  'Reflect.apply': () => [Reflect, 'apply'],
  'console.debug': () => [console, 'debug'],
  clearTimeout: () => [window, 'clearTimeout'],
  clearInterval: () => [window, 'clearInterval'],
  'MutationObserver.prototype.observe': () => [MutationObserver.prototype, 'observe'],
  'MutationObserver.prototype.disconnect': () => [MutationObserver.prototype, 'disconnect'],
  requestAnimationFrame: (page) => [page, 'requestAnimationFrame'],
  cancelAnimationFrame: (page) => [page, 'cancelAnimationFrame'],
  matchMedia: (page) => [page, 'matchMedia'],
  'Node.prototype.nodeType': (page) => [page.Node.prototype, 'nodeType'],
  'Node.prototype.firstChild': (page) => [page.Node.prototype, 'firstChild'],
};

/** Does `work` while `name` of `holder` fails, read or called. */
function whileBroken([holder, name]: readonly [object, PropertyKey], work: () => void): void {
  const native = Object.getOwnPropertyDescriptor(holder, name)!;
  const { defineProperty } = Object;
  const bad = native.get ? { get: fails } : { value: fails, writable: true };
  defineProperty(holder, name, { ...bad, configurable: true });
  try {
    work();
  } finally {
    defineProperty(holder, name, native);
  }
}

// What is reported passes through the test's own console, which stands on what is broken here.
const { debug } = console;
beforeAll(() => {
  console.debug = () => {};
});
afterAll(() => {
  console.debug = debug;
});

const html = '<style>p{color:red}</style><p>x</p><input><canvas></canvas><div id="host"></div>';

async function scene() {
  const page = await openPage(html);
  const window = page.defaultView as Window & typeof globalThis;
  const before = descriptors(window);
  const text = page.documentElement.outerHTML;
  const followed = followListeners(window);
  const start = () =>
    startCapture({
      document: page,
      policy: policy.unmasked(),
      assets: new MemoryAssets(),
      onFrame() {},
      canvas: 50,
    });
  const patched = () =>
    [...descriptors(window)].filter(([name, { value, get, set }]) => {
      const native = before.get(name);
      return native?.value !== value || native?.get !== get || native?.set !== set;
    }).length;
  const expectUntouched = () => {
    followed.stop();
    const after = descriptors(window);
    expect(after.size).toBe(before.size);
    for (const [name, descriptor] of before) expect(after.get(name), name).toEqual(descriptor);
    expect([...followed.listeners]).toEqual([]);
    expect(page.documentElement.outerHTML).toBe(text);
  };
  return { page, window, start, patched, followed, expectUntouched };
}

describe.each(Object.entries(broken))('where %s is broken', (_, breaks) => {
  test('capture starts or leaves the page as it was, and stops whole', async () => {
    const { window, start, expectUntouched } = await scene();
    let capture: ReturnType<typeof start> | undefined;
    whileBroken(breaks(window), () => {
      try {
        capture = start();
      } catch {
        // Whoever starts captures knows that this may be.
      }
    });
    capture?.stop();
    expectUntouched();
  });

  test('stop takes the rest back all the same, and does not throw', async () => {
    const { window, start, followed, expectUntouched } = await scene();
    const capture = start();
    await capture.flush();
    expect(followed.added).toBeGreaterThan(5);
    whileBroken(breaks(window), () => capture.stop());
    expectUntouched();
  });
});

test('one listener that cannot be taken back hinders no other, and is deaf', async () => {
  const { page, window, start, followed } = await scene();
  const capture = start();
  await capture.flush();
  const { visualViewport } = window;
  Object.defineProperty(visualViewport, 'removeEventListener', { value: fails, configurable: true });
  capture.stop();
  followed.stop();
  expect([...followed.listeners].every((key) => key.includes('VisualViewport'))).toBe(true);
  expect(page.documentElement.outerHTML).toContain('<p>x</p>');
});

test.each(['type', 'get', 'set', 'value', 'writable'])(
  'where every object inherits an accessor named %s, capture works and stops whole',
  async (name) => {
    const { start, patched, expectUntouched } = await scene();
    let capture: ReturnType<typeof start> | undefined;
    const inherit = (work: () => void) => {
      const inherited = Object.assign(Object.create(null), {
        get: () => 'the page',
        set() {},
        configurable: true,
      });
      Object.defineProperty(Object.prototype, name, inherited);
      try {
        work();
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    };
    inherit(() => {
      capture = start();
    });
    await capture!.flush();
    expect(capture!.element(1) ?? capture!.element(2)).toBeDefined();
    expect(patched()).toBeGreaterThan(40);
    inherit(() => capture!.stop());
    expectUntouched();
  },
);

const clobbered: Record<string, string> = {
  'a document whose element, body and window go by other names':
    '<form name="documentElement"></form><img name="body"><img name="defaultView"><form name="activeElement"></form>',
  'a form whose fields are named as what forms have':
    '<form><input name="prefix"><input name="elements"><input name="attributes"><input name="children"></form>',
};

test.each(Object.entries(clobbered))('%s: the replica equals it', async (_, body) => {
  const page = await openPage(`<!doctype html><body>${body}<p>x</p>`);
  const errors = vi.fn();
  const view = Reflect.get(Document.prototype, 'defaultView', page) as Window;
  window.addEventListener('error', errors);
  view.addEventListener('error', errors);
  const container = document.createElement('div');
  document.body.append(container);
  const { capture, frames, assets } = record(page, policy.unmasked());
  await capture.flush();
  page.querySelector('p')!.textContent = 'y';
  for (const form of page.forms) HTMLFormElement.prototype.reset.call(form);
  await capture.flush();
  const replica = createReplica({ container, assets });
  for (const frame of frames) replica.apply(frame);
  await replica.settled();
  const root = (document: Document) =>
    Reflect.get(Document.prototype, 'documentElement', document) as Element;
  expect(outline(root(replica.document))).toBe(outline(root(page)));
  expect(errors).not.toHaveBeenCalled();
  window.removeEventListener('error', errors);
  capture.stop();
  replica.dispose();
});

function atOnce(done: FrameRequestCallback): number {
  done(0);
  return 1;
}

test('animation frames that a page calls at once, or never, neither hang nor stop capture', async () => {
  for (const request of [atOnce, () => 1]) {
    const page = await openPage('<!doctype html><p>x</p>');
    page.defaultView!.requestAnimationFrame = request;
    const { capture, ops } = record(page, policy.unmasked());
    await ops();
    page.querySelector('p')!.firstChild!.nodeValue = 'changed';
    await vi.waitFor(async () => expect(JSON.stringify(await ops())).toContain('changed'));
    capture.stop();
  }
});
