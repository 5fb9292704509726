import { afterEach, expect, it, vi } from 'vitest';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { element, ScriptedSource, text, up } from './scripted-source.ts';

let replica: Replica | undefined;

afterEach(() => {
  replica?.dispose();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'hidden');
  document.body.replaceChildren();
});

/** Resolves in a task after those that are waiting now. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

it('keeps up with the customer in a hidden tab, where neither frames nor timers come', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame'] });
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  const container = document.body.appendChild(document.createElement('div'));
  replica = createReplica({ container, assets: { url: () => 'data:,' } });
  const source = new ScriptedSource();
  replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'start'), up])));
  await nextTask();
  let behind = 0;
  for (let count = 0; count < 1000; count++) {
    replica.apply(source.frame([{ op: 'data', node: 6, data: `change ${count}` }]));
    await nextTask();
    if (replica.element(5)?.textContent !== `change ${count}`) behind++;
  }
  expect(behind).toBe(0);
});

it('applies what came before a tab was hidden together with the next frame', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame'] });
  const container = document.body.appendChild(document.createElement('div'));
  replica = createReplica({ container, assets: { url: () => 'data:,' } });
  const source = new ScriptedSource();
  replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'start'), up])));
  await nextTask();
  replica.apply(source.frame([{ op: 'data', node: 6, data: 'waits' }]));
  await nextTask();
  expect(replica.element(5)?.textContent).toBe('start');
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  replica.apply(source.frame([{ op: 'data', node: 6, data: 'hidden' }]));
  await nextTask();
  expect(replica.element(5)?.textContent).toBe('hidden');
});
