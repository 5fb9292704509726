import { expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { descriptors, followListeners } from './page-traces.ts';
import { openPage, record } from './source-page.ts';

test('stop leaves prototypes, listeners and nodes as they were', async () => {
  const page = await openPage('<style>p{color:red}</style><p>x</p><input><div id="host"></div>');
  const window = page.defaultView!;
  const before = descriptors(window);
  const html = page.documentElement.outerHTML;
  const followed = followListeners(window);
  const { capture, ops } = record(page, policy.standard(), 50);
  await ops();
  expect(descriptors(window)).not.toEqual(before);
  expect(followed.added).toBeGreaterThan(5);
  capture.stop();
  capture.stop();
  followed.stop();
  const after = descriptors(window);
  for (const [name, descriptor] of before) expect(after.get(name), name).toEqual(descriptor);
  expect(after.size).toBe(before.size);
  expect([...followed.listeners]).toEqual([]);
  expect(page.documentElement.outerHTML).toBe(html);
});

test('nothing leaves after stop, and a patch that another put over ours still works', async () => {
  const page = await openPage('<input id="i"><p id="p"></p>');
  const { HTMLInputElement } = page.defaultView as unknown as typeof globalThis;
  const { capture, ops, frames } = record(page, policy.unmasked());
  await ops();
  const ours = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
  let seen = 0;
  Object.defineProperty(HTMLInputElement.prototype, 'value', {
    ...ours,
    set(value: string) {
      seen++;
      ours.set!.call(this, value);
    },
  });
  capture.stop();
  const count = frames.length;
  const input = page.getElementById('i') as HTMLInputElement;
  input.value = 'typed';
  page.getElementById('p')!.textContent = 'changed';
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect([input.value, seen, frames.length]).toEqual(['typed', 1, count]);
});

test('what a parser makes in an iframe belongs to its own window', async () => {
  const page = await openPage('<iframe id="f"></iframe>');
  const inner = (page.getElementById('f') as HTMLIFrameElement).contentDocument!;
  const { capture, ops } = record(page, policy.standard());
  await ops();
  inner.body.insertAdjacentHTML('beforeend', '<p id="p">x</p>');
  // Records are told at the end of this turn.
  await new Promise<void>((resolve) => inner.defaultView!.setTimeout(resolve));
  await ops();
  const { HTMLElement } = inner.defaultView as unknown as typeof globalThis;
  expect(inner.getElementById('p')).toBeInstanceOf(HTMLElement);
  capture.stop();
});
