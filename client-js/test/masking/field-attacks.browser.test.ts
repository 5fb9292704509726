import { expect, test } from 'vitest';
import { type Policy, policy } from '../../src/capture/index.ts';
import type { Rule } from '../../src/masking/policy.ts';
import { openPage, record } from '../capture/source-page.ts';

const secret = 'Ada Lovelace';
const grant: Rule = { select: '.granted', effect: 'field', rights: ['value', 'state'] };
const value = policy.standard({ rules: [grant] });

/** All that leaves of a page, before and after `act`. */
async function leaving(html: string, rules: Policy, act?: (page: Document) => void): Promise<string> {
  const page = await openPage(html);
  const { capture, ops, everything } = record(page, rules);
  await ops();
  act?.(page);
  await ops();
  const all = await everything();
  capture.stop();
  return all;
}

const enter = (page: Document, text = secret) => {
  const field = page.querySelector('input')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

test('a block is stronger than a right, also on what is entered later', async () => {
  const block = { select: 'input', effect: 'block' } as const;
  const viewers = policy.standard({ rules: [{ ...grant, class: 2 }] });
  for (const rules of [value, policy.standard({ rules: [grant, block] }), viewers]) {
    const attribute = rules.rules!.length > 1 ? '' : 'data-cobrowse-block';
    const html = `<input class="granted" ${attribute}>`;
    expect(await leaving(html, rules, enter)).not.toContain(secret);
  }
});

test('of a blocked field no attribute is told later either', async () => {
  const all = await leaving('<input data-cobrowse-block>', policy.standard(), (page) => {
    page.querySelector('input')!.placeholder = secret;
    page.querySelector('input')!.title = secret;
  });
  expect(all).not.toContain(secret);
});

test('what is masked in a list that shows stays masked, with its value', async () => {
  const html = `<select class="granted"><option>x<option data-cobrowse-mask value="${secret}" label="${secret}">${secret}</select>`;
  expect(await leaving(html, value)).not.toContain(secret);
});

test('a field in what only some may see is not shown to everybody', async () => {
  const rules = policy.standard({ rules: [grant, { select: '.few', effect: 'show', class: 2 }] });
  const html = `<p class="few"><input class="granted" value="${secret}">`;
  expect(await leaving(html, rules, (page) => enter(page, `${secret} of London`))).not.toContain(secret);
});

test('a field that the page hides shows to nobody', async () => {
  const html = `<input type="hidden" class="granted" value="${secret}">`;
  expect(await leaving(html, value)).not.toContain(secret);
});

test('what was a password under an earlier capture stays hidden', async () => {
  const page = await openPage('<input type="password" class="granted">');
  const first = record(page, value);
  await first.ops();
  first.capture.stop();
  page.querySelector('input')!.type = 'text';
  enter(page);
  const second = record(page, value);
  await second.ops();
  expect(await second.everything()).not.toContain(secret);
  second.capture.stop();
});

interface Prioritized {
  readonly scheduler: { postTask(work: () => void, options: object): Promise<void> };
}

test('what must be masked at another address is masked while a keyframe goes on', async () => {
  const iframe = document.createElement('iframe');
  iframe.src = '/';
  await new Promise((resolve) => {
    iframe.onload = resolve;
    document.body.append(iframe);
  });
  const view = iframe.contentWindow!;
  view.history.replaceState(null, '', '/start');
  view.document.body.innerHTML = `<i></i>${'<p>x</p>'.repeat(20_000)}<u></u>`;
  const said: string[] = [];
  const press = () => {
    said.push('press');
    view.history.pushState(null, '', '/transfers/new');
    view.document.body.insertAdjacentHTML('afterbegin', `<b>${secret}</b>`);
  };
  for (const name of ['i', 'u']) {
    const element = view.document.querySelector(name)!;
    element.getAttributeNames = () => {
      // What a press does comes between the slices of a keyframe.
      if (!said.includes('i'))
        void (view as unknown as Prioritized).scheduler.postTask(press, { priority: 'user-blocking' });
      said.push(name);
      return [];
    };
  }
  const { capture, ops, everything } = record(
    view.document,
    policy.standard({ rules: [{ select: 'b', effect: 'mask', page: '/transfers/*' }] }),
  );
  await ops();
  expect(said.slice(0, 2)).toEqual(['i', 'press']);
  expect(await everything()).not.toContain(secret);
  capture.stop();
});
