import { describe, expect, it } from 'vitest';
import type { Op } from '../../src/protocol/index.ts';
import { start } from './scripted-replica.ts';
import { element, text, up } from './scripted-source.ts';

const red = 'rgb(255, 0, 0)';

describe('a replica waits for no sheet that will not come', () => {
  it('when a style element that imports says the same text again', async () => {
    const { assets, page, send, style, replica } = start();
    const css = `@import url(${await assets.text('p{color:red}')});`;
    await page(element(5, 'style'), text(6, css), up, element(7, 'p'), up);
    const made = replica.element(5)!.textContent;
    await send({ op: 'data', node: 6, data: css });
    expect(replica.element(5)!.textContent).toBe(made);
    expect(style(7).color).toBe(red);
  }, 5000);

  it('when a link says the same address again', async () => {
    const { assets, page, send, style, replica } = start();
    const linked = await assets.text('p{color:red}');
    const attributes: [string, string][] = [
      ['rel', 'stylesheet'],
      ['href', linked],
    ];
    await page(element(5, 'link', attributes), up, element(6, 'p'), up);
    const { sheet } = replica.element(5) as HTMLLinkElement;
    await send({ op: 'attribute', node: 5, name: 'href', namespace: null, value: linked });
    expect((replica.element(5) as HTMLLinkElement).sheet).toBe(sheet);
    expect(style(6).color).toBe(red);
  }, 5000);

  it.each<[string, Op[]]>([
    [
      'removed',
      [
        { op: 'at', parent: 4, after: 0 },
        { op: 'remove', count: 1 },
      ],
    ],
    ['disabled', [{ op: 'attribute', node: 5, name: 'disabled', namespace: null, value: '' }]],
    ['no sheet any more', [{ op: 'attribute', node: 5, name: 'rel', namespace: null, value: 'next' }]],
  ])(
    'when its link is %s while it loads',
    async (_, change) => {
      const { assets, page, send, replica, source } = start();
      await page();
      const attributes: [string, string][] = [
        ['rel', 'stylesheet'],
        ['href', await assets.text('p{color:red}')],
      ];
      replica.apply(source.frame([{ op: 'at', parent: 4, after: 0 }, element(5, 'link', attributes), up]));
      await new Promise<void>((done) => {
        const begins = () => (replica.element(5)?.hasAttribute('href') ? done() : undefined);
        new MutationObserver(begins).observe(replica.document, { attributes: true, subtree: true });
      });
      await send(...change);
      expect((replica.element(5) as HTMLLinkElement | null)?.sheet ?? null).toBe(null);
    },
    5000,
  );
});
