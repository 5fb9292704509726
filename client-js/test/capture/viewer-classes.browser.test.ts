import { afterEach, expect, test } from 'vitest';
import { Disclosures } from '../../src/capture/disclosures.ts';
import type { FrameSender } from '../../src/capture/frame-sender.ts';
import { type Capture, type Policy, policy, startCapture } from '../../src/capture/index.ts';
import { NodeIds } from '../../src/capture/node-ids.ts';
import { Gate } from '../../src/masking/gate.ts';
import { PolicyRules } from '../../src/masking/policy-rules.ts';
import { type FrameHeader, readFrameHeader } from '../../src/protocol/index.ts';
import { inflate } from '../../src/protocol/inflate.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { MemoryAssets, openPage } from './source-page.ts';

const secret = '12.345,67 EUR';
const balances: Policy = {
  ...policy.standard({ mask: ['.never'] }),
  rules: [
    { select: '.balance', effect: 'show', class: 1 },
    { select: '.rate', effect: 'show', class: 2 },
    { select: '.balance .both', effect: 'show', class: 2 },
  ],
};
const html = `<body><h1>Accounts</h1><p class="balance" id="b" title="now ${secret}">Total <b>${secret}</b></p><p id="r" class="rate">3.1 %</p>`;

const open: { stop(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});

interface Session {
  readonly page: Document;
  readonly capture: Capture;
  readonly frames: Uint8Array[];
  /** What an agent's browser gets who may see these classes. */
  watch(...classes: number[]): Promise<Watcher>;
}

interface Watcher {
  readonly replica: Replica;
  readonly requests: Uint8Array[];
  text(id: string): string;
  settled(): Promise<void>;
}

async function session(source = html, integrity: number | false = 20, rules = balances): Promise<Session> {
  // Under a mask an id leaves only where a sheet names it.
  const ids = Array.from(source.matchAll(/id="?(\w+)/g), ([, id]) => `#${id}{}`);
  const page = await openPage(`<style>${ids.join('')}</style>${source}`);
  const assets = new MemoryAssets();
  const frames: Uint8Array[] = [];
  const capture = startCapture({
    document: page,
    policy: rules,
    assets,
    integrity,
    onFrame: (frame) => frames.push(frame),
  });
  open.push(capture);
  await capture.flush();
  return {
    page,
    capture,
    frames,
    async watch(...classes) {
      const container = document.createElement('div');
      document.body.append(container);
      const requests: Uint8Array[] = [];
      const replica = createReplica({ container, assets, onRequest: (bytes) => requests.push(bytes) });
      open.push({ stop: () => replica.dispose() });
      let given = 0;
      const settled = async () => {
        await capture.flush();
        for (; given < frames.length; given++) {
          const frame = frames[given]!;
          if ([0, ...classes].includes(headerOf(frame).class)) replica.apply(frame);
        }
        await replica.settled();
      };
      await settled();
      const text = (id: string) => replica.document.getElementById(id)?.textContent ?? '';
      return { replica, requests, text, settled };
    },
  };
}

const headerOf = (frame: Uint8Array): FrameHeader => readFrameHeader(frame)!;

/** The bytes of a class, without what tells one epoch and moment from another. */
async function bytesOf({ frames }: Session, viewers: number): Promise<string> {
  let all = '';
  for (const frame of frames) {
    const { class: its, deflated } = headerOf(frame);
    if (its !== viewers) continue;
    const body = new Uint8Array(frame.subarray(16));
    const bytes = deflated ? await inflate(body, 1 << 20) : body;
    all += `${String.fromCharCode(...bytes)}\n`;
  }
  return all;
}

test('who may see a class sees what others see masked, and nothing else differs', async () => {
  const running = await session();
  const [adviser, support, rates] = [await running.watch(1), await running.watch(), await running.watch(2)];
  expect(adviser.text('b')).toBe(`Total ${secret}`);
  expect(adviser.replica.document.getElementById('b')!.title).toBe(`now ${secret}`);
  expect(adviser.text('r')).toMatch(/^•+$/);
  expect(rates.text('r')).toBe('3.1 %');
  expect(rates.text('b')).not.toContain('12');
  expect(support.text('b')).not.toContain('12');
  expect(support.text('r')).toMatch(/^•+$/);
  expect(adviser.text('b')).not.toBe(support.text('b'));
  expect(await bytesOf(running, 0)).not.toContain('12.345');
  expect(await bytesOf(running, 2)).not.toContain('12.345');
  // The control: it is there for whom it is meant.
  expect(await bytesOf(running, 1)).toContain(secret);
});

test('the frames for everybody are the same whatever a class may see', async () => {
  // When a page is compared with replicas depends on time.
  const one = await session(html, false);
  const other = await session(html.replaceAll(secret, '9,00 EUR'), false);
  expect(await bytesOf(one, 0)).toBe(await bytesOf(other, 0));
  expect(await bytesOf(one, 1)).not.toBe(await bytesOf(other, 1));
});

test('changes, new renderings and moves reach those who may see them', async () => {
  const running = await session();
  const { page } = running;
  const [adviser, support] = [await running.watch(1), await running.watch()];
  const both = async () => {
    await adviser.settled();
    await support.settled();
  };
  page.querySelector('#b b')!.firstChild!.nodeValue = '77,00 EUR';
  await both();
  expect(adviser.text('b')).toBe('Total 77,00 EUR');
  page.getElementById('b')!.innerHTML = 'Sum <i>88,00 EUR</i>';
  await both();
  expect(adviser.text('b')).toBe('Sum 88,00 EUR');
  page.getElementById('b')!.title = 'later';
  page.body.append(page.getElementById('b')!);
  await both();
  expect(adviser.text('b')).toBe('Sum 88,00 EUR');
  expect(adviser.replica.document.getElementById('b')!.title).toBe('later');
  expect(support.text('b')).not.toMatch(/\d/);
  expect(support.replica.document.getElementById('b')!.title).toBe('••••••••');
  await running.capture.keyframe();
  await both();
  expect(adviser.text('b')).toBe('Sum 88,00 EUR');
  // A late one starts from the keyframe.
  const late = await running.watch(1);
  expect(late.text('b')).toBe('Sum 88,00 EUR');
});

test('a comparison finds nothing wrong where a viewer sees more than others', async () => {
  const running = await session();
  const adviser = await running.watch(1);
  for (let round = 0; round < 12; round++) {
    running.page.getElementById('r')!.title = `${round}`;
    await adviser.settled();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const compared = running.frames.filter((frame) => headerOf(frame).class === 0).length;
  expect(compared).toBeGreaterThan(12);
  expect(adviser.requests).toEqual([]);
});

test.each([
  ['a mask of the page', '<p class="balance" id="b" data-cobrowse-mask>', '</p>'],
  ['a mask around it', '<div class="never"><p class="balance" id="b">', '</p></div>'],
  ['what one edits', '<p class="balance" id="b" contenteditable>', '</p>'],
  ['another class around it', '<div class="rate"><p class="balance" id="b">', '</p></div>'],
])('%s is stronger than a class', async (_, before, behind) => {
  const running = await session(`<body>${before}${secret}${behind}`);
  const adviser = await running.watch(1, 2);
  expect(adviser.text('b')).toMatch(/^[• ]*$/);
  for (const viewers of [0, 1, 2]) expect(await bytesOf(running, viewers)).not.toContain('12.345');
});

test('a number that never shows does not show to a class', async () => {
  const running = await session('<body><p class="balance" id="b">4111 1111 <b>1111 1111</b></p>');
  const adviser = await running.watch(1);
  expect(adviser.text('b')).not.toContain('1111');
  for (const viewers of [0, 1]) expect(await bytesOf(running, viewers)).not.toContain('1111');
});

test('what a class alone saw stays masked for others when the rule lets go of it', async () => {
  const running = await session();
  const [adviser, support] = [await running.watch(1), await running.watch()];
  running.page.getElementById('b')!.className = '';
  running.page.querySelector('#b b')!.firstChild!.nodeValue = '99,00 EUR';
  await support.settled();
  await adviser.settled();
  expect(support.text('b')).not.toContain('99');
  expect(adviser.text('b')).not.toContain('99');
});

test.each([
  ['none', undefined],
  ['another', { select: '#r', page: '/elsewhere', effect: 'show', class: 2 } as const],
])('on a page with %s of its class rules nothing is shown to a class any more', async (_, other) => {
  const rules = [{ select: '.balance', page: location.pathname, effect: 'show', class: 1 } as const];
  const all = other ? [...rules, other] : rules;
  const gate = new Gate(policy.standard(), location.pathname);
  gate.hold(policy.standard({ rules: all }), new PolicyRules(all));
  const element = document.createElement('p');
  element.className = 'balance';
  element.append('12 EUR');
  gate.judge(element, 0);
  gate.text(element.firstChild as Text, 3);
  const sent: number[] = [];
  const sender = { sendTo: (viewers: number) => sent.push(viewers) } as unknown as FrameSender;
  const disclosures = new Disclosures(new NodeIds(), gate, sender);
  disclosures.send([element.firstChild!]);
  expect(sent).toEqual([1]);
  gate.turned('/elsewhere');
  disclosures.send([element.firstChild!]);
  expect(sent).toEqual([1]);
});

test('frames of a class that say anything but what stands behind a mask change nothing', async () => {
  const running = await session();
  const adviser = await running.watch(1);
  const before = adviser.replica.document.documentElement.outerHTML;
  // The keyframe's own body, as a frame of a class.
  for (const frame of running.frames.filter((each) => headerOf(each).class === 0)) {
    const forged = new Uint8Array(frame);
    new DataView(forged.buffer).setUint32(8, ((1 << 24) | 1) >>> 0, true);
    forged[1] = forged[1]! & ~3;
    adviser.replica.apply(forged);
  }
  await adviser.replica.settled();
  expect(adviser.replica.document.documentElement.outerHTML).toBe(before);
});

const fields: Policy = policy.standard({
  mask: ['.never'],
  rules: [
    { select: 'input', effect: 'field', rights: ['value'], class: 1 },
    { select: '.noted', effect: 'field', rights: ['state'] },
    { select: '.other', effect: 'show', class: 2 },
  ],
});
const fieldOf = ({ replica }: Watcher, id: string) =>
  replica.document.getElementById(id) as HTMLInputElement | null;

test('what is entered into a field shows to its class as it comes, and to nobody else', async () => {
  const running = await session(
    `<body><input id="f" value="${secret}"><input id="c" type="checkbox"><input id="n" class="noted">`,
    false,
    fields,
  );
  const [adviser, support] = [await running.watch(1), await running.watch(2)];
  expect(fieldOf(adviser, 'f')!.value).toBe(secret);
  expect(fieldOf(support, 'f')!.value).toBe('');
  const [f, c, n] = ['f', 'c', 'n'].map((id) => running.page.getElementById(id) as HTMLInputElement);
  f!.value = '77,00 EUR';
  c!.checked = true;
  n!.value = 'said';
  await adviser.settled();
  await support.settled();
  expect(fieldOf(adviser, 'f')!.value).toBe('77,00 EUR');
  expect(fieldOf(adviser, 'c')!.checked).toBe(true);
  expect(fieldOf(adviser, 'n')!.value).toBe('said');
  expect(fieldOf(support, 'c')!.checked).toBe(false);
  expect(fieldOf(support, 'n')!.value).toMatch(/^•+$/);
  const late = await running.watch(1);
  expect(fieldOf(late, 'f')!.value).toBe('77,00 EUR');
});

test('the frames for everybody are the same whatever is entered into a field that a class may see', async () => {
  const typed = async (...values: string[]) => {
    const running = await session('<body><input id="f">', false, fields);
    const before = running.frames.length;
    for (const value of values) {
      (running.page.getElementById('f') as HTMLInputElement).value = value;
      await running.capture.flush();
    }
    const told = running.frames.slice(before).filter((frame) => headerOf(frame).class === 1).length;
    return { told, all: await bytesOf(running, 0) };
  };
  const [none, one, many] = [await typed(), await typed('a'), await typed('a', 'ab', 'abc')];
  expect([none.told, one.told, many.told]).toEqual([0, 1, 3]);
  expect(one.all).toBe(none.all);
  expect(many.all).toBe(none.all);
});

test.each([
  ['a password', 'type="password"', secret],
  ['what was a password', 'type="password" data-later="text"', secret],
  ["a card's code", 'autocomplete="cc-csc"', secret],
  ['a card number', '', '4111 1111 1111 1111'],
  ['what the page masks', 'data-cobrowse-mask', secret],
  ['what a rule masks', 'class="never"', secret],
  ['what another class alone may see', 'class="other"', secret],
])('%s in a field shows to no class', async (_, attributes, value) => {
  const running = await session(`<body><input id="f" ${attributes}>`, false, fields);
  const field = running.page.getElementById('f') as HTMLInputElement;
  if (field.dataset['later']) field.type = field.dataset['later'];
  field.value = value;
  const adviser = await running.watch(1, 2);
  expect(fieldOf(adviser, 'f')?.value ?? '').toBe('');
  for (const viewers of [0, 1, 2]) expect(await bytesOf(running, viewers)).not.toContain(value);
});
