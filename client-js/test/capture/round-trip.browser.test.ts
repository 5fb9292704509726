import { describe, expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { outline } from './outline.ts';
import { openPage, record } from './source-page.ts';

type Script = (page: Document, step: () => Promise<void>) => void | Promise<void>;

const list = `<ul id="u">${Array.from({ length: 30 }, (_, i) => `<li id="l${i}">${i}</li>`).join('')}</ul>`;
const at = <E extends Element = HTMLElement>(page: Document, id: string) =>
  page.getElementById(id) as unknown as E;

const cases: Record<string, [html: string, script: Script]> = {
  'text and attributes': [
    '<p id="p" title="a">x</p>',
    (page) => {
      at(page, 'p').title = 'b';
      at(page, 'p').firstChild!.nodeValue = 'y';
      at(page, 'p').setAttribute('hidden', '');
      at(page, 'p').removeAttribute('title');
    },
  ],
  'append, prepend, replace': [
    list,
    (page) => {
      at(page, 'u').append(page.createElement('li'), 'tail');
      at(page, 'u').prepend('head', page.createElement('b'));
      at(page, 'l5').replaceWith(page.createElement('i'));
    },
  ],
  reverse: [list, (page) => at(page, 'u').append(...[...at(page, 'u').children].reverse())],
  swap: [list, (page) => at(page, 'l3').before(at(page, 'l20'))],
  wrap: [
    list,
    (page) => {
      const wrap = page.createElement('div');
      at(page, 'u').replaceWith(wrap);
      wrap.append(at(page, 'l1'), at(page, 'l2'), 'x');
      page.body.append(wrap);
      wrap.prepend(page.createElement('hr'));
    },
  ],
  'a parent into its child': [
    '<div id="a"><div id="b"><div id="c">x</div></div></div>',
    (page) => {
      page.body.append(at(page, 'c'));
      at(page, 'c').append(at(page, 'b'));
      at(page, 'b').append(at(page, 'a'));
    },
  ],
  'remove and put back, later and changed': [
    list,
    async (page, step) => {
      const item = at(page, 'l4');
      item.remove();
      await step();
      item.textContent = 'changed while away';
      at(page, 'u').append(item);
    },
  ],
  'innerHTML and normalise': [
    list,
    (page) => {
      at(page, 'l0').innerHTML = '<b>1</b><i>2</i>';
      at(page, 'l1').append('a', '', 'b');
      at(page, 'l2').firstChild && (at(page, 'l2').firstChild as Text).splitText(0);
      at(page, 'l3').normalize();
    },
  ],
  'shadow root attached and changed': [
    '<div id="h">light</div>',
    async (page, step) => {
      const root = at(page, 'h').attachShadow({ mode: 'open' });
      root.innerHTML = '<p>one</p><slot></slot>';
      await step();
      root.firstElementChild!.textContent = 'two';
    },
  ],
  'iframe changed and written anew': [
    '<iframe id="f" srcdoc="<p id=q>one</p>"></iframe>',
    async (page, step) => {
      const inner = at<HTMLIFrameElement>(page, 'f').contentDocument!;
      at(inner, 'q').textContent = 'two';
      await step();
      at<HTMLIFrameElement>(page, 'f').srcdoc = '<b>three</b>';
      await new Promise((resolve) => at(page, 'f').addEventListener('load', resolve, { once: true }));
    },
  ],
  'fields by property': [
    '<input id="i" value="a"><input type="checkbox" id="c" checked><textarea id="t">x</textarea>' +
      '<select id="s"><option>1<option>2<option>3</select>',
    (page) => {
      at<HTMLInputElement>(page, 'i').value = 'typed';
      at<HTMLInputElement>(page, 'c').checked = false;
      at<HTMLInputElement>(page, 'c').indeterminate = true;
      at<HTMLTextAreaElement>(page, 't').value = 'more';
      at<HTMLSelectElement>(page, 's').selectedIndex = 2;
    },
  ],
  scroll: [
    '<div id="s" style="height:50px;overflow:auto"><div style="height:900px"></div></div>',
    async (page) => {
      at(page, 's').scrollTop = 120;
      await new Promise((resolve) => at(page, 's').addEventListener('scroll', resolve, { once: true }));
    },
  ],
  'documentElement replaced': [
    '<p>x</p>',
    (page) => {
      const html = page.createElement('html');
      html.innerHTML = '<head></head><body><h1>new</h1></body>';
      page.documentElement.replaceWith(html);
    },
  ],
  'document.open and write': [
    '<p>old</p>',
    (page) => {
      page.open();
      page.write('<!doctype html><title>n</title><p id="p">new</p>');
      page.close();
    },
  ],
  'two hundred random moves': [
    list,
    async (page, step) => {
      let state = 7;
      const next = (below: number) => {
        state = (state * 1103515245 + 12345) & 0x7fffffff;
        return (state >> 8) % below;
      };
      for (let i = 0; i < 200; i++) {
        const items = [...page.querySelectorAll('li,b')];
        const one = items[next(items.length)]!;
        const two = items[next(items.length)]!;
        const act = next(5);
        if (act === 0) one.before(page.createElement('b'));
        else if (act === 1 && items.length > 10) one.remove();
        else if (one !== two && !one.contains(two) && act < 4) two.append(one);
        else if (one !== two && !one.contains(two)) two.after(one);
        if (i % 17 === 0) await step();
      }
    },
  ],
};

describe.each(['before', 'after', 'late'] as const)(
  'a replica equals its source: done %s the snapshot',
  (when) => {
    test.each(Object.entries(cases))('%s', async (_, [html, script]) => {
      const page = await openPage(`<!doctype html><body>${html}`);
      const container = document.createElement('div');
      document.body.append(container);
      const step = async () => void (await recorded?.capture.flush());
      let recorded: ReturnType<typeof record> | undefined;
      if (when === 'before') await script(page, async () => {});
      recorded = record(page, policy.unmasked());
      await recorded.capture.flush();
      if (when !== 'before') await script(page, step);
      await recorded.capture.flush();
      let start = 0;
      if (when === 'late') {
        start = recorded.frames.length;
        await recorded.capture.keyframe();
        await recorded.capture.flush();
      }
      const lost: string[] = [];
      const replica = createReplica({
        container,
        assets: recorded.assets,
        onLost: (reason) => lost.push(reason),
      });
      for (const frame of recorded.frames.slice(start)) replica.apply(frame);
      await replica.settled();
      expect(lost).toEqual([]);
      expect(outline(replica.document)).toBe(outline(page));
      recorded.capture.stop();
      replica.dispose();
    });
  },
);

test('a replica that followed goes on over a keyframe in the middle', async () => {
  const page = await openPage(`<!doctype html><body>${list}`);
  const container = document.createElement('div');
  document.body.append(container);
  const { capture, frames, assets } = record(page, policy.unmasked());
  const replica = createReplica({ container, assets });
  let applied = 0;
  const apply = async () => {
    await capture.flush();
    while (applied < frames.length) replica.apply(frames[applied++]!);
    await replica.settled();
  };
  await apply();
  at(page, 'l3').textContent = 'three';
  const mid = capture.keyframe();
  at(page, 'u').append(at(page, 'l0'));
  await mid;
  at(page, 'l9').remove();
  await apply();
  expect(outline(replica.document)).toBe(outline(page));
  capture.stop();
  replica.dispose();
});
