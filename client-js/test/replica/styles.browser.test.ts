import { describe, expect, it } from 'vitest';
import { start } from './scripted-replica.ts';
import { element, text, up } from './scripted-source.ts';

const red = 'rgb(255, 0, 0)';
const blue = 'rgb(0, 0, 255)';
const lime = 'rgb(0, 255, 0)';

describe('styles of a replica', () => {
  it('loads linked sheets with their imports, in cascade order', async () => {
    const { assets, page, style, replica } = start();
    const imported = await assets.text('p{color:red;width:10px}');
    const linked = await assets.text(`@import "${imported}";p{color:blue}`);
    await page(
      element(5, 'link', [
        ['rel', 'stylesheet'],
        ['href', linked],
      ]),
      up,
      element(6, 'style'),
      text(7, 'p{height:20px}'),
      up,
      element(8, 'p'),
      up,
    );
    expect(style(8).color).toBe(blue);
    expect(style(8).width).toBe('10px');
    expect(style(8).height).toBe('20px');
    expect(replica.element(5)!.localName).toBe('link');
  });

  it('keeps a sheet from page to page: neither fetched nor made safe again, states included', async () => {
    const { assets, page, send, style } = start();
    const linked = await assets.text('p:hover{color:red}');
    const { fetch } = globalThis;
    const fetched: string[] = [];
    globalThis.fetch = (input, init) => {
      fetched.push(String(input));
      return fetch(input, init);
    };
    const body = [
      element(5, 'link', [
        ['rel', 'stylesheet'],
        ['href', linked],
      ]),
      up,
      element(6, 'p'),
      up,
    ];
    await page(...body);
    await page(...body);
    globalThis.fetch = fetch;
    expect(fetched).toEqual([assets.url(linked.slice(-64))]);
    expect(style(6).color).not.toBe(red);
    await send({ op: 'hover', node: 6 });
    expect(style(6).color).toBe(red);
  });

  it('imports assets from style elements and changes linked text', async () => {
    const { assets, page, send, style } = start();
    const imported = await assets.text('p{color:red}');
    await page(
      element(5, 'style'),
      text(6, `@import url(${imported}) screen;`),
      up,
      element(7, 'link', [['rel', 'stylesheet']]),
      up,
      element(8, 'p'),
      up,
    );
    expect(style(8).color).toBe(red);
    await send({ op: 'sheetText', sheet: 7, text: 'p{color:blue}' });
    expect(style(8).color).toBe(blue);
    await send({ op: 'ruleInsert', sheet: 7, path: [], index: 1, text: 'p{color:lime}' });
    expect(style(8).color).toBe(lime);
    await send({ op: 'sheetState', sheet: 7, disabled: true, media: '' });
    expect(style(8).color).toBe(red);
  });

  it('follows CSSOM changes by path', async () => {
    const { page, send, style } = start();
    await page(
      element(5, 'style'),
      text(6, '@media all{p{color:red}} @keyframes k{from{left:0} to{left:1px}}'),
      up,
      element(7, 'p'),
      up,
      { op: 'ruleInsert', sheet: 5, path: [0], index: 1, text: 'p{color:blue}' },
    );
    expect(style(7).color).toBe(blue);
    await send({
      op: 'declaration',
      sheet: 5,
      path: [0, 1],
      property: 'color',
      value: 'lime',
      important: true,
    });
    expect(style(7).color).toBe(lime);
    await send({ op: 'ruleDelete', sheet: 5, path: [0], index: 1 });
    expect(style(7).color).toBe(red);
    await send({ op: 'ruleText', sheet: 5, path: [0], text: '@media all{p{color:blue}}' });
    expect(style(7).color).toBe(blue);
    await send({
      op: 'sheetRules',
      sheet: 5,
      path: [],
      rules: ['p{color:red}', 'q:unknown-thing{}', 'p{width:5px}'],
    });
    expect(style(7).width).toBe('5px');
    await send({ op: 'ruleDelete', sheet: 5, path: [], index: 2 });
    expect(style(7).width).not.toBe('5px');
  });

  it('adopts constructed sheets in documents and shadow roots', async () => {
    const { page, send, style, replica } = start();
    await page(
      { op: 'sheet', sheet: 50, text: 'p{color:red}', media: '', disabled: false },
      { op: 'sheet', sheet: 51, text: 'p{color:blue}', media: '', disabled: false },
      element(5, 'p'),
      up,
      element(6, 'x-a'),
      { op: 'shadow', id: 7, host: 6, mode: 'open', delegatesFocus: false, manualSlots: false },
      element(8, 'p'),
      up,
      up,
      up,
      { op: 'adopted', root: 1, sheets: [50, 51] },
      { op: 'adopted', root: 7, sheets: [50] },
    );
    expect(style(5).color).toBe(blue);
    expect(style(8).color).toBe(red);
    await send(
      { op: 'ruleInsert', sheet: 50, path: [], index: 1, text: 'p{color:lime}' },
      { op: 'adopted', root: 1, sheets: [51, 50] },
    );
    expect(style(5).color).toBe(lime);
    expect(style(8).color).toBe(lime);
    expect(replica.document.adoptedStyleSheets.length).toBe(2);
    await send({ op: 'sheetState', sheet: 50, disabled: true, media: '' });
    expect(style(5).color).toBe(blue);
  });

  it('shows the hover, focus and target of the customer, only where a sheet asks', async () => {
    const { page, send, style, replica } = start();
    await page(
      element(5, 'style'),
      text(6, 'div:hover{color:red} b:focus{color:blue}'),
      up,
      element(7, 'div'),
      element(8, 'b'),
      up,
      up,
      element(9, 'div'),
      up,
      { op: 'hover', node: 8 },
      { op: 'focus', node: 8, visible: false },
    );
    expect(style(7).color).toBe(red);
    expect(style(8).color).toBe(blue);
    expect(replica.element(7)!.hasAttribute('data-cobrowse-focus-within')).toBe(false);
    await send({ op: 'hover', node: 9 }, { op: 'focus', node: 0, visible: false });
    expect(style(7).color).not.toBe(red);
    expect(style(9).color).toBe(red);
    expect(style(8).color).not.toBe(blue);
    await send(
      { op: 'attribute', node: 9, name: 'data-cobrowse-hover', namespace: null, value: null },
      { op: 'at', parent: 4, after: 9 },
      element(10, 'style'),
      text(11, 'div:is(:focus-within){width:7px}'),
      up,
      { op: 'focus', node: 8, visible: true },
    );
    expect(style(7).width).toBe('7px');
    expect(style(8).outlineStyle).toBe('auto');
  });

  it('keeps the text of styles that need no change, and hides noscript', async () => {
    const { page, replica, style } = start();
    await page(
      element(5, 'style'),
      text(6, 'p { color: '),
      text(7, 'red }'),
      up,
      element(8, 'p'),
      up,
      element(9, 'noscript'),
      text(10, '<img src=x>no'),
      up,
    );
    expect([...replica.element(5)!.childNodes].map((node) => node.textContent)).toEqual([
      'p { color: ',
      'red }',
    ]);
    expect(style(8).color).toBe(red);
    expect(style(9).display).toBe('none');
  });

  it('draws canvases from bitmaps at their size', async () => {
    const { assets, page, send, replica } = start();
    await page(
      element(5, 'canvas', [
        ['width', '30'],
        ['height', '20'],
      ]),
      text(6, 'fallback'),
      up,
    );
    const box = () => replica.element(5)!.getBoundingClientRect();
    expect([box().width, box().height]).toEqual([30, 20]);
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 10;
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'red';
    context.fillRect(0, 0, 40, 10);
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
    await assets.put('a'.repeat(64), 'image/png', new Uint8Array(await blob.arrayBuffer()));
    await send({ op: 'canvas', node: 5, hash: 'a'.repeat(64), width: 40, height: 10 });
    expect([box().width, box().height]).toEqual([40, 10]);
    const drawn = (replica.element(5) as HTMLCanvasElement).getContext('2d')!.getImageData(5, 5, 1, 1).data;
    expect([...drawn]).toEqual([255, 0, 0, 255]);
  });

  it('shows what was not sent as a box of its size', async () => {
    const { page, replica } = start();
    await page(
      element(5, 'span'),
      up,
      element(6, 'img', [['alt', 'x']]),
      up,
      { op: 'box', node: 5, width: 120, height: 40, label: 'blocked' },
      { op: 'box', node: 6, width: 60, height: 30, label: 'unreadable' },
    );
    const size = (id: number) => {
      const { width, height } = replica.element(id)!.getBoundingClientRect();
      return [width, height];
    };
    expect(size(5)).toEqual([120, 40]);
    expect(size(6)).toEqual([60, 30]);
  });
});
