import { afterEach, describe, expect, test, vi } from 'vitest';
import { policy, startCapture } from '../../src/capture/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { MemoryAssets, openPage } from '../capture/source-page.ts';

const html = `<!doctype html><title>t</title><style>p { color: red }</style>
  <h1 id="head" class="a b" title="words">Head</h1>
  <ul id="list"><li id="one">1</li><li id="two">2 <b id="deep">deep</b></li><li id="three">3</li></ul>
  <div id="host"><template shadowrootmode="open"><p id="inner">inside</p></template></div>
  <iframe srcdoc="<p id=framed>framed</p>"></iframe><p id="last">last</p>`;

/** A page and its replica, with the way back; `lossy.on` makes the observer forget what it saw. */
async function pair(page: string, way: 'both' | 'none' = 'both') {
  const source = await openPage(page);
  const lossy = { on: false };
  const Native = globalThis.MutationObserver;
  class LossyObserver extends Native {
    constructor(callback: MutationCallback) {
      super((records, observer) => void (lossy.on || callback(records, observer)));
    }
    override takeRecords() {
      const records = super.takeRecords();
      return lossy.on ? [] : records;
    }
  }
  vi.stubGlobal('MutationObserver', LossyObserver);
  const assets = new MemoryAssets();
  const container = document.createElement('div');
  document.body.append(container);
  const requests: Uint8Array[] = [];
  let sent = 0;
  const replica = createReplica({
    container,
    assets,
    onRequest: (bytes) => {
      requests.push(bytes);
      if (way === 'both') capture.receive(bytes);
    },
  });
  const capture = startCapture({
    document: source,
    policy: policy.standard(),
    assets,
    integrity: 1,
    onFrame: (frame) => {
      sent += frame.length;
      replica.apply(frame);
    },
  });
  const settle = async () => {
    await capture.flush();
    await replica.settled();
  };
  await capture.ready;
  await settle();
  return {
    source,
    replica,
    capture,
    requests,
    lossy,
    settle,
    sent: () => sent,
    /** Both sides' text and structure, without addresses. */
    outlines: () => [outline(source.documentElement), outline(replica.document.documentElement)],
    stop() {
      capture.stop();
      replica.dispose();
      container.remove();
    },
  };
}

function outline(node: Node): string {
  if (node.nodeType === 3) return JSON.stringify((node as Text).data);
  if (node.nodeType !== 1) return '';
  const element = node as HTMLIFrameElement;
  const inside = [element.shadowRoot, element.contentDocument?.documentElement, ...element.childNodes];
  const own = `${element.localName}#${element.id}.${element.className}[${element.title}]`;
  return `${own}(${inside.map((child) => (child ? children(child) : '')).join('')})`;
}

const children = (node: Node): string =>
  node.nodeType === 11 ? `#(${[...node.childNodes].map(outline).join('')})` : outline(node);

async function equal(both: Awaited<ReturnType<typeof pair>>): Promise<void> {
  for (;;) {
    await both.settle();
    const [source, replica] = both.outlines();
    if (source === replica) return;
  }
}

const inShadow = (document: Document) => document.getElementById('host')!.shadowRoot!;
const inFrame = (document: Document) => document.querySelector('iframe')!.contentDocument!;

afterEach(() => void vi.unstubAllGlobals());

describe('a replica that is damaged is healed', () => {
  const damages: Record<string, (document: Document) => void> = {
    'a text': (d) => {
      d.getElementById('deep')!.firstChild!.nodeValue = 'wrong';
    },
    'an attribute': (d) => {
      d.getElementById('head')!.className = 'wrong';
    },
    'an attribute taken away': (d) => d.getElementById('head')!.removeAttribute('title'),
    'a node taken out': (d) => d.getElementById('two')!.remove(),
    'the first and the last taken out': (d) => {
      d.getElementById('one')!.remove();
      d.getElementById('last')!.remove();
    },
    'another order': (d) => d.getElementById('list')!.append(d.getElementById('one')!),
    'a node elsewhere': (d) => d.body.prepend(d.getElementById('deep')!),
    'a stranger': (d) => d.getElementById('list')!.prepend(d.createElement('hr'), 'stranger'),
    'all of the body': (d) => d.body.replaceChildren(),
    'inside a shadow root': (d) => inShadow(d).querySelector('p')!.remove(),
    'inside an iframe': (d) => {
      inFrame(d).querySelector('p')!.textContent = 'wrong';
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    test(name, async () => {
      const both = await pair(html);
      const [before] = both.outlines();
      expect(both.outlines()[1]).toBe(before);
      damage(both.replica.document);
      expect(both.outlines()[1]).not.toBe(before);
      await equal(both);
      both.stop();
    });
  }
});

test('what is wrong is said again, and no more', async () => {
  const rows = Array.from({ length: 150 }, (_, i) => `<tr><td>${i}</td><td>row ${i}</td></tr>`).join('');
  const both = await pair(`<!doctype html><table id="t">${rows}</table><p id="p">p</p>`);
  const before = both.sent();
  const kept = both.replica.document.querySelectorAll('tr')[3];
  both.replica.document.getElementById('p')!.textContent = 'wrong';
  both.replica.document.querySelectorAll('tr')[9]!.remove();
  await equal(both);
  expect(both.replica.document.querySelectorAll('tr')[3]).toBe(kept);
  expect(both.sent() - before).toBeLessThan(2000);
  both.stop();
});

describe('what the observer dropped is found', () => {
  const changes: Record<string, (document: Document) => void> = {
    'a node added': (d) => d.getElementById('list')!.prepend(d.createElement('hr')),
    'a node removed': (d) => d.getElementById('two')!.remove(),
    'the last node removed': (d) => d.getElementById('three')!.remove(),
    'all children removed': (d) => d.getElementById('list')!.replaceChildren(),
    'a node moved': (d) => d.body.prepend(d.getElementById('deep')!),
    'another order': (d) => d.getElementById('list')!.append(d.getElementById('one')!),
    'a text': (d) => {
      d.getElementById('deep')!.firstChild!.nodeValue = 'new';
    },
    'an attribute': (d) => {
      d.getElementById('head')!.className = 'new';
    },
    'inside a shadow root': (d) => inShadow(d).append('new'),
    'inside an iframe': (d) => inFrame(d).body.append('new'),
  };
  for (const [name, change] of Object.entries(changes)) {
    test(name, async () => {
      const both = await pair(html);
      both.lossy.on = true;
      change(both.source);
      await both.settle();
      both.lossy.on = false;
      await equal(both);
      both.stop();
    });
  }
});

test('a replica that is right asks for nothing', async () => {
  const both = await pair(html, 'none');
  for (let i = 0; i < 20; i++) {
    both.source.getElementById('list')!.append(`${i}`);
    both.source.getElementById('head')!.title = `${i}`;
    await both.settle();
  }
  expect(both.requests).toEqual([]);
  both.stop();
});

test('what the replica cannot have is tried a few times only', async () => {
  const both = await pair('<!doctype html><p id="p" class="java&#x73;cript:x">x</p>');
  for (let i = 0; i < 20; i++) await both.settle();
  const before = both.sent();
  for (let i = 0; i < 5; i++) await both.settle();
  // Hashes go on; repairs do not.
  expect(both.sent() - before).toBeLessThan(500);
  both.stop();
});

test('hostile requests do nothing', async () => {
  const both = await pair(html);
  const before = both.outlines();
  for (let i = 0; i < 500; i++) {
    const bytes = crypto.getRandomValues(new Uint8Array(i % 60));
    if (bytes.length > 0) bytes[0] = i % 4;
    both.capture.receive(bytes);
  }
  await equal(both);
  expect(both.outlines()).toEqual(before);
  both.stop();
});
