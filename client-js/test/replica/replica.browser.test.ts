import { afterEach, describe, expect, it } from 'vitest';
import type { Op } from '../../src/protocol/index.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { MemoryAssets } from './memory-assets.ts';
import { element, ScriptedSource, text, up } from './scripted-source.ts';

const open: Replica[] = [];
const lost: string[] = [];

function start(body: readonly Op[] = [], mode: 'no-quirks' | 'limited-quirks' | 'quirks' = 'no-quirks') {
  const container = document.createElement('div');
  document.body.append(container);
  const assets = new MemoryAssets();
  const replica = createReplica({ container, assets, onLost: (reason) => lost.push(reason) });
  open.push(replica);
  const source = new ScriptedSource();
  replica.apply(source.keyframe(source.page(body, mode)));
  const send = async (...ops: Op[]) => {
    replica.apply(source.frame(ops));
    await replica.settled();
  };
  const body$ = () => replica.document.body.innerHTML;
  return { container, assets, replica, source, send, html: body$ };
}

afterEach(() => {
  for (const replica of open.splice(0)) replica.dispose();
  lost.length = 0;
  document.body.replaceChildren();
});

describe('createReplica', () => {
  it('shows a keyframe in its document mode', async () => {
    for (const [mode, compat] of [
      ['no-quirks', 'CSS1Compat'],
      ['limited-quirks', 'CSS1Compat'],
      ['quirks', 'BackCompat'],
    ] as const) {
      const { replica, html } = start([element(5, 'p'), text(6, 'hi'), up], mode);
      await replica.settled();
      expect(html()).toBe('<p>hi</p>');
      expect(replica.document.compatMode).toBe(compat);
      expect(replica.viewport).toEqual({ width: 800, height: 600 });
    }
  });

  it('keeps the former page in sight until a keyframe is whole', async () => {
    const { replica, source, html } = start([element(5, 'p'), text(6, 'old'), up]);
    await replica.settled();
    const first = replica.document;
    source.nextEpoch();
    const [documentOp, ...rest] = source.page([element(5, 'p'), text(6, 'new'), up]);
    replica.apply(source.frame([documentOp!], { kind: 'snapshot', keyframe: true }));
    await replica.settled();
    expect(replica.document).toBe(first);
    expect(html()).toBe('<p>old</p>');
    replica.apply(
      source.frame([{ op: 'at', parent: 1, after: 0 }, ...rest], { kind: 'snapshot', last: true }),
    );
    await replica.settled();
    expect(replica.document).not.toBe(first);
    expect(html()).toBe('<p>new</p>');
  });

  it('builds, moves and removes nodes, and skips what it does not know', async () => {
    const { replica, send, html } = start([element(5, 'ul'), element(6, 'li'), up, element(7, 'li'), up, up]);
    await replica.settled();
    const ul = replica.element(5)!;
    const li = replica.element(6)!;
    await send(
      { op: 'at', parent: 5, after: 0 },
      { op: 'place', id: 7 },
      { op: 'at', parent: 99, after: 0 },
      element(98, 'b'),
      element(97, 'i'),
      up,
      up,
      { op: 'at', parent: 5, after: 6 },
      element(8, 'li'),
      text(9, 'x'),
      up,
      { op: 'remove', count: 5 },
    );
    expect(html()).toBe('<ul><li></li><li></li><li>x</li></ul>');
    expect(ul.children[1]).toBe(li);
    await send({ op: 'at', parent: 5, after: 7 }, { op: 'remove', count: 2 });
    expect(html()).toBe('<ul><li></li></ul>');
    expect(replica.element(6)).toBeUndefined();
    await send({ op: 'data', node: 9, data: 'gone' });
    expect(lost).toEqual([]);
  });

  it('keeps scroll and nested documents of nodes that move within a frame', async () => {
    const tall = element(8, 'div', [['style', 'height:1000px']]);
    const { replica, send } = start([
      element(5, 'div', [['style', 'height:100px;overflow:auto']]),
      tall,
      up,
      up,
      element(6, 'iframe'),
      { op: 'document', id: 20, host: 6, mode: 'quirks' },
      element(21, 'html'),
      element(22, 'body'),
      text(23, 'inside'),
      up,
      up,
      up,
      up,
      element(7, 'hr'),
      up,
      { op: 'scroll', node: 5, x: 0, y: 300 },
    ]);
    await replica.settled();
    expect(replica.element(5)!.scrollTop).toBe(300);
    await send(
      { op: 'at', parent: 4, after: 0 },
      { op: 'remove', count: 3 },
      { op: 'place', id: 7 },
      { op: 'place', id: 6 },
      { op: 'place', id: 5 },
    );
    expect([...replica.document.body.children].map((each) => each.localName)).toEqual([
      'hr',
      'iframe',
      'div',
    ]);
    expect(replica.element(5)!.scrollTop).toBe(300);
    const inner = (replica.element(6) as HTMLIFrameElement).contentDocument!;
    expect(inner.body.textContent).toBe('inside');
    expect(inner.compatMode).toBe('BackCompat');
    await send({ op: 'data', node: 23, data: 'changed' });
    expect(inner.body.textContent).toBe('changed');
  });

  it('builds shadow roots and template contents', async () => {
    const { replica } = start([
      element(5, 'x-card'),
      { op: 'shadow', id: 6, host: 5, mode: 'closed', delegatesFocus: false, manualSlots: false },
      element(7, 'slot'),
      up,
      up,
      text(8, 'light'),
      up,
      element(9, 'template'),
      { op: 'template', id: 10, host: 9 },
      element(11, 'b'),
      up,
      up,
      up,
    ]);
    await replica.settled();
    expect(replica.element(5)!.textContent).toBe('light');
    expect(replica.element(7)!.getRootNode()).toBeInstanceOf(
      (replica.document.defaultView as Window & typeof globalThis).ShadowRoot,
    );
    expect((replica.element(9) as HTMLTemplateElement).content.firstElementChild!.localName).toBe('b');
  });

  it('asks once for a keyframe after a gap, a foreign epoch or damage, and goes on with it', async () => {
    const { replica, source, send, html } = start([element(5, 'p'), up]);
    source.skip();
    await send({ op: 'attribute', node: 5, name: 'id', namespace: null, value: 'late' });
    await send({ op: 'attribute', node: 5, name: 'id', namespace: null, value: 'later' });
    expect(lost).toEqual(['gap']);
    expect(html()).toBe('<p></p>');
    replica.apply(source.keyframe(source.page([element(5, 'i'), up])));
    await send({ op: 'attribute', node: 5, name: 'id', namespace: null, value: 'now' });
    expect(html()).toBe('<i id="now"></i>');
    replica.apply(new Uint8Array([1, 2, 3]));
    const damaged = source.frame([{ op: 'click', x: 1, y: 1 }]);
    damaged.fill(255, 18);
    replica.apply(damaged);
    await replica.settled();
    expect(lost.length).toBe(2);
    source.nextEpoch();
    replica.apply(source.keyframe(source.page([])));
    await replica.settled();
    expect(html()).toBe('');
  });

  it('does not build anew what a repeated keyframe says', async () => {
    const { replica, source, send, html } = start([element(5, 'p'), up]);
    await replica.settled();
    const before = replica.document;
    replica.apply(source.frame(source.page([element(5, 'p'), up]), { kind: 'snapshot', keyframe: true }));
    await send({ op: 'attribute', node: 5, name: 'title', namespace: null, value: 'x' });
    replica.apply(source.frame([], { kind: 'snapshot', last: true }));
    await replica.settled();
    expect(replica.document).toBe(before);
    expect(html()).toBe('<p title="x"></p>');
    expect(lost).toEqual([]);
  });

  it('applies properties after children and attributes of the same frame', async () => {
    const { replica } = start([
      { op: 'property', node: 6, name: 'selected', value: false },
      element(5, 'select'),
      element(6, 'option'),
      text(7, 'a'),
      up,
      up,
      element(8, 'input', [['type', 'checkbox']]),
      up,
      { op: 'property', node: 8, name: 'checked', value: true },
      { op: 'property', node: 8, name: 'indeterminate', value: true },
      { op: 'property', node: 9, name: 'value', value: '70' },
      element(9, 'input', [
        ['type', 'range'],
        ['max', '60'],
      ]),
      up,
      element(10, 'textarea'),
      text(11, 'default'),
      up,
      { op: 'property', node: 10, name: 'value', value: 'typed' },
    ]);
    await replica.settled();
    expect((replica.element(5) as HTMLSelectElement).selectedIndex).toBe(-1);
    expect((replica.element(8) as HTMLInputElement).checked).toBe(true);
    expect((replica.element(8) as HTMLInputElement).indeterminate).toBe(true);
    expect((replica.element(9) as HTMLInputElement).value).toBe('60');
    expect((replica.element(10) as HTMLTextAreaElement).value).toBe('typed');
  });

  it('puts modal dialogs and popovers into the top layer and leaves the focus in the console', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const { replica } = start([
      element(5, 'dialog', [['open', '']]),
      element(6, 'input'),
      up,
      up,
      element(7, 'div', [['popover', 'auto']]),
      element(8, 'input'),
      up,
      up,
      { op: 'property', node: 5, name: 'dialogOpen', value: 'modal' },
      { op: 'property', node: 7, name: 'popoverOpen', value: true },
    ]);
    field.focus();
    let blurred = 0;
    field.addEventListener('blur', () => blurred++);
    await replica.settled();
    expect(replica.element(5)!.matches(':modal')).toBe(true);
    expect(replica.element(7)!.matches(':popover-open')).toBe(true);
    expect(replica.element(5)!.hasAttribute('inert')).toBe(false);
    expect(document.activeElement).toBe(field);
    expect(blurred).toBe(0);
  });

  it('answers with the anchor under a point', async () => {
    const { replica } = start([
      element(5, 'div', [['style', 'position:absolute;left:100px;top:50px;width:200px;height:100px']]),
      up,
    ]);
    await replica.settled();
    expect(replica.anchor(150, 100)).toEqual({ node: 5, x: 0.25, y: 0.5 });
    expect(replica.anchor(-5, 5)).toBeUndefined();
  });

  it('leaves nothing behind when disposed', async () => {
    const { replica, container } = start();
    await replica.settled();
    replica.dispose();
    expect(container.childNodes.length).toBe(0);
    replica.apply(new Uint8Array(3));
    await replica.settled();
  });

  it('says what it cannot do without', () => {
    const native = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets')!;
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    try {
      expect(() => start()).toThrow('this browser cannot show replicas');
    } finally {
      Object.defineProperty(Document.prototype, 'adoptedStyleSheets', native);
    }
    expect(document.body.querySelector('iframe')).toBe(null);
  });
});
