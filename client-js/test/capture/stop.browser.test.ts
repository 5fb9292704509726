import { expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { openPage, record } from './source-page.ts';

const owners = [
  'HTMLInputElement HTMLTextAreaElement HTMLSelectElement HTMLOptionElement HTMLMediaElement HTMLDialogElement',
  'HTMLElement Element CSSStyleSheet StyleSheet CSSGroupingRule CSSStyleRule CSSStyleDeclaration CSSKeyframesRule',
  'CSSKeyframeRule CSSMediaRule MediaList EventTarget Node Document',
]
  .join(' ')
  .split(' ');

function descriptors(window: Window): Map<string, PropertyDescriptor> {
  const all = new Map<string, PropertyDescriptor>();
  for (const owner of owners) {
    const { prototype } = (window as unknown as Record<string, { prototype: object }>)[owner]!;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      all.set(`${owner}.${name}`, descriptor);
    }
  }
  return all;
}

test('stop leaves prototypes, listeners and nodes as they were', async () => {
  const page = await openPage('<style>p{color:red}</style><p>x</p><input><div id="host"></div>');
  const window = page.defaultView!;
  const { EventTarget } = window as unknown as typeof globalThis;
  const before = descriptors(window);
  const html = page.documentElement.outerHTML;
  const listeners = new Set<string>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const key = (target: unknown, type: string, options: unknown) =>
    `${String(target)} ${type} ${JSON.stringify(options)}`;
  let added = 0;
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: never[]) {
    listeners.add(key(this, type, rest[1]));
    added++;
    return addEventListener.call(this, type, ...(rest as unknown as [() => void]));
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, ...rest: never[]) {
    listeners.delete(key(this, type, rest[1]));
    return removeEventListener.call(this, type, ...(rest as unknown as [() => void]));
  };
  const { capture, ops } = record(page, policy.standard(), 50);
  await ops();
  expect(descriptors(window)).not.toEqual(before);
  expect(added).toBeGreaterThan(5);
  capture.stop();
  capture.stop();
  EventTarget.prototype.addEventListener = addEventListener;
  EventTarget.prototype.removeEventListener = removeEventListener;
  const after = descriptors(window);
  for (const [name, descriptor] of before) expect(after.get(name), name).toEqual(descriptor);
  expect(after.size).toBe(before.size);
  expect([...listeners]).toEqual([]);
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
