import { expect, it } from 'vitest';
import type { Op } from '../../../src/protocol/index.ts';
import { start } from '../scripted-replica.ts';
import { element, text, up } from '../scripted-source.ts';

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'];

it('names that objects have by themselves are names like others', async () => {
  const { page, send, replica, lost } = start();
  await page(
    ...names.flatMap((name, i): Op[] => [
      element(
        20 + 2 * i,
        name,
        names.map((attribute) => [attribute, attribute]),
      ),
      text(21 + 2 * i, name),
      up,
    ]),
  );
  await send(
    ...names.flatMap((name): Op[] => [
      { op: 'attribute', node: 20, name, namespace: name, value: 'x' },
      { op: 'declaration', sheet: 20, path: [], property: name, value: 'x', important: false },
      { op: 'property', node: 20, name: 'customStates', value: names },
      {
        op: 'animations',
        node: 20,
        animations: [
          `{"keyframes":[{"${name}":"x","__proto__":{"color":"red"}}],"timing":{"__proto__":{"x":1}}}`,
        ],
      },
    ]),
  );
  expect(lost).toEqual([]);
  expect(replica.document.body.textContent).toBe(names.join(''));
  for (const name of ['color', 'x', 'keyframes']) expect(name in {}).toBe(false);
});

it.each<[string, Op[]]>([
  [
    'below itself',
    [
      { op: 'at', parent: 11, after: 0 },
      { op: 'place', id: 10 },
    ],
  ],
  [
    'behind itself',
    [
      { op: 'at', parent: 4, after: 10 },
      { op: 'place', id: 10 },
    ],
  ],
  [
    'as its own host',
    [{ op: 'shadow', id: 10, host: 10, mode: 'open', delegatesFocus: false, manualSlots: false }],
  ],
  [
    'as the document',
    [
      { op: 'at', parent: 10, after: 0 },
      { op: 'place', id: 1 },
    ],
  ],
  ['out of its iframe', [{ op: 'document', id: 30, host: 10, mode: 'quirks' }, element(31, 'html'), up, up]],
  ['twice', [{ op: 'at', parent: 4, after: 0 }, element(10, 'p'), up, element(10, 'p'), up]],
])('a node that is said to stand %s does no harm', async (_, ops) => {
  const { page, send, replica, lost } = start();
  await page(
    element(5, 'p'),
    text(6, 'beside'),
    up,
    element(10, 'div'),
    element(11, 'div'),
    text(12, 'x'),
    up,
    up,
  );
  await send(...ops);
  await send({ op: 'data', node: 6, data: 'goes on' });
  expect(lost).toEqual([]);
  expect(replica.document.body.textContent).toContain('goes on');
});

/** Whether something of a foreign host would have been loaded, had the policy not refused it. */
async function refused(lie: (customer: ReturnType<typeof start>) => Promise<void>): Promise<string[]> {
  const customer = start();
  await customer.page(element(10, 'style'), up, element(11, 'p'), text(12, 'x'), up);
  const refusals: string[] = [];
  customer.replica.document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
    refusals.push(blockedURI),
  );
  await lie(customer);
  await customer.replica.settled();
  // Told after what was refused before it.
  const last = new Promise((resolve) =>
    customer.replica.document.addEventListener('securitypolicyviolation', resolve, { once: true }),
  );
  const own = customer.replica.document.createElement('img');
  own.src = 'http://own.test/last';
  await last;
  return refusals.filter((address) => !address.includes('own.test'));
}

const sheet = '@import "http://foreign.test/x.css";*{background:url(http://foreign.test/x.png)}';

it.each<[string, Op[]]>([
  [
    'a text that was elsewhere',
    [
      { op: 'data', node: 12, data: sheet },
      { op: 'at', parent: 10, after: 0 },
      { op: 'place', id: 12 },
    ],
  ],
  [
    'character data',
    [
      { op: 'at', parent: 10, after: 0 },
      { op: 'cdata', id: 20, data: sheet },
    ],
  ],
  ['a text', [{ op: 'at', parent: 10, after: 0 }, text(20, sheet)]],
])('a sheet is not read as it is, not for a moment, where %s comes into it', async (_, ops) => {
  expect(await refused(({ send }) => send(...ops))).toEqual([]);
});

it('an animation that cannot be does not keep others from running', async () => {
  const { page, send, replica } = start();
  await page(element(10, 'p'), up, element(11, 'p'), up);
  const good = {
    keyframes: [{ opacity: 0 }, { opacity: 0 }],
    timing: { duration: 1000 },
    time: 0,
    state: 'paused',
    rate: 1,
  };
  await send(
    { op: 'animations', node: 10, animations: ['null', '{"timing":{"duration":-1}}'] },
    { op: 'animations', node: 11, animations: [JSON.stringify(good)] },
  );
  await replica.settled();
  expect(replica.element(11)!.getAnimations()).toHaveLength(1);
});

it('an iframe keeps its sandbox, by whatever name it is to go', async () => {
  const { page, send, replica } = start();
  await page(element(10, 'iframe'), up);
  for (const name of ['sandbox', 'SANDBOX', 'x:sandbox', ':sandbox'])
    for (const namespace of [null, '', 'urn:x'])
      await send({ op: 'attribute', node: 10, name, namespace, value: null });
  expect(replica.element(10)!.getAttribute('sandbox')).toBe('allow-same-origin');
});
