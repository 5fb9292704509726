import { expect, test } from 'vitest';
import { type FieldRight, type Policy, policy } from '../../src/capture/index.ts';
import type { Rule } from '../../src/masking/policy.ts';
import type { Op } from '../../src/protocol/index.ts';
import { idOf, only, openPage, record } from '../capture/source-page.ts';

const secret = 'Ada Lovelace';
const named = '<style>#f{}#g{}</style>';

async function shown(html: string, rules: Policy, act?: (page: Document) => void) {
  const page = await openPage(named + html);
  const { capture, ops, everything } = record(page, rules);
  const first = await ops();
  act?.(page);
  const later = await ops();
  const all = await everything();
  const accepts = (id: string) =>
    (['value', 'state', 'propose', 'control'] as const).filter((right) =>
      capture.accepts(idOf(first, id), right),
    );
  const rights = accepts('f');
  capture.stop();
  return { ops: [...first, ...later], first, later, all, rights };
}

const properties = (ops: readonly Op[]) =>
  Object.fromEntries(only(ops, 'property').map(({ name, value }) => [name, value]));

const grant = (...rights: FieldRight[]): Rule => ({ select: '.granted', effect: 'field', rights });
const both = (rules: Rule[], patterns: string[] = []) =>
  [policy.standard({ rules, patterns }), policy.strict({ rules, patterns })] as const;

const granted: [name: string, html: string][] = [
  ['a value', `<input id="f" class="granted" value="${secret}">`],
  ['a textarea', `<textarea id="f" class="granted">${secret}</textarea>`],
  ['an option', `<select id="f" class="granted"><option>${secret}</option></select>`],
];

test.each(granted)('%s shows where the policy grants that, and only there', async (_, html) => {
  for (const rules of both([grant('value')])) expect((await shown(html, rules)).all).toContain(secret);
  for (const rules of both([grant('state', 'propose', 'control')]))
    expect((await shown(html, rules)).all).not.toContain(secret);
  const other = { select: '.another', effect: 'field', rights: ['value'] } as const;
  for (const rules of both([other])) expect((await shown(html, rules)).all).not.toContain(secret);
});

test('what is entered where that shows is told as it comes', async () => {
  const html = '<input id="f" class="granted"><input type="checkbox" id="g" class="granted">';
  for (const rules of both([grant('value')])) {
    const { later } = await shown(html, rules, (page) => {
      (page.getElementById('f') as HTMLInputElement).value = secret;
      (page.getElementById('g') as HTMLInputElement).checked = true;
    });
    expect(properties(later)).toMatchObject({ value: secret, checked: true });
  }
});

test.each([
  ['text', '<input id="f" class="granted" required>', secret, '••••••••'],
  ['a long text', '<textarea id="f" class="granted" required></textarea>', secret.repeat(30), '••••••••'],
  ['an address', '<input type="email" id="f" class="granted" required>', 'ada@example.com', 'x@x'],
])('of %s only leaves whether it is filled, and rightly', async (_, html, value, standIn) => {
  for (const rules of both([grant('state')])) {
    const { all, first, later } = await shown(html, rules, (page) => {
      const field = page.getElementById('f') as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(properties(first)).toEqual({ customValidity: ' ' });
    expect(properties(later)).toEqual({ value: standIn, customValidity: '' });
    expect(all).not.toContain(value);
  }
});

const never = [
  '<input type="password" id="f" class="granted">',
  ...['cc-number', 'section-a cc-csc', 'one-time-code', 'current-password', 'new-password'].map(
    (name) => `<input autocomplete="${name}" id="f" class="granted">`,
  ),
];
test.each(never)('nothing is ever granted on %s', async (html) => {
  const { all, ops, rights } = await shown(
    html,
    both([grant('value', 'state', 'propose', 'control')])[0],
    (page) => {
      const field = page.getElementById('f') as HTMLInputElement;
      field.value = secret;
      field.type = 'text';
      field.setAttribute('value', secret);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  );
  expect(all).not.toContain(secret);
  expect(properties(ops)).toEqual({});
  expect(rights).toEqual([]);
});

test.each<[name: string, rules: Rule[], html: string, rights: FieldRight[]]>([
  ['each right', [grant('propose')], '', ['propose']],
  ['two rights', [grant('value', 'control')], '', ['value', 'control']],
  ['of two rules the strictest', [grant('value', 'state'), grant('state', 'control')], '', ['state']],
  ['of a rule without rights none', [grant('value'), grant()], '', []],
  [
    'to what the page masks nothing that shows',
    [grant('value', 'state', 'control')],
    ' data-cobrowse-mask',
    ['control'],
  ],
  ['nothing by a rule for a class', [{ ...grant('value'), class: 2 }], '', []],
  ['nothing on another page', [{ ...grant('value'), page: '/other' }], '', []],
  ['on a page by a part of its path', [{ ...grant('value'), page: '*cdo*' }], '', ['value']],
])('a policy grants %s', async (_, rules, attribute, rights) => {
  const [standard] = both(rules);
  expect((await shown(`<input id="f" class="granted"${attribute}>`, standard)).rights).toEqual(rights);
});

test('a mask around it is stronger than a right', async () => {
  const { all } = await shown(
    `<p data-cobrowse-mask><input id="f" class="granted" value="${secret}">`,
    both([grant('value')])[0],
  );
  expect(all).not.toContain(secret);
});

test('a field that loses its right takes its value with it', async () => {
  const { later } = await shown(
    `<input id="f" class="granted" value="${secret}">`,
    both([grant('value')])[0],
    (page) => {
      page.getElementById('f')!.className = '';
      (page.getElementById('f') as HTMLInputElement).value = 'Grace Hopper';
    },
  );
  expect(only(later, 'remove')).toHaveLength(1);
  expect(JSON.stringify(later)).not.toMatch(/Ada|Grace/);
});

test.each<[name: string, rules: Rule[], text: string | RegExp]>([
  ['text is shown', [{ select: '.a', effect: 'show' }], secret],
  [
    'a mask is stronger',
    [
      { select: '.a', effect: 'show' },
      { select: 'p', effect: 'mask' },
    ],
    /••/,
  ],
  [
    'a block is stronger',
    [
      { select: '.a', effect: 'show' },
      { select: 'p', effect: 'block' },
    ],
    /"box"/,
  ],
  ['another page shows nothing', [{ select: '.a', effect: 'show', page: '/other' }], /••/],
])('by rules under strict: %s', async (_, rules, text) => {
  const { all } = await shown(`<p class="a">${secret}</p>`, policy.strict({ rules }));
  expect(all).toMatch(text);
  expect(all.includes(secret)).toBe(text === secret);
});

test('a rule speaks of one attribute alone', async () => {
  const html = `<p class="a" title="Ada" aria-label="Ada">Grace</p>`;
  const rule = { select: '.a', attribute: 'title' } as const;
  const attributes = async (rules: Policy) =>
    only((await shown(html, rules)).ops, 'element').flatMap(({ name, attributes }) =>
      name === 'p' ? attributes : [],
    );
  expect(await attributes(policy.strict({ rules: [{ ...rule, effect: 'show' }] }))).toEqual([
    ['class', ''],
    ['title', 'Ada'],
    ['aria-label', '••••••••'],
  ]);
  expect(await attributes(policy.standard({ rules: [{ ...rule, effect: 'mask' }] }))).toEqual([
    ['class', 'a'],
    ['title', '••••••••'],
    ['aria-label', 'Ada'],
  ]);
});

const national = ['\\b\\d{3}-\\d{2}-\\d{4}\\b', 'AHV\\s*\\d+'];
test.each([
  ['in one text', '<p>078-05-1120</p>'],
  ['over elements', '<p>078<b>-05-</b><i>1120</i></p>'],
  ['in words', '<p>ahv 0780511</p>'],
  ['of an attribute', '<p title="078-05-1120">x</p>'],
  ['of a field', '<input class="granted" value="078-05-1120">'],
  ['of an option', '<select class="granted"><option label="078-05-1120">078-05-1120</option></select>'],
])('a number by pattern is masked above all that shows it: %s', async (_, html) => {
  for (const rules of both([grant('value'), { select: 'p', effect: 'show' }], national))
    expect((await shown(html, rules)).all).not.toMatch(/078|1120/);
  for (const rules of both([grant('value'), { select: 'p', effect: 'show' }]))
    expect((await shown(html, rules)).all).toMatch(/078/);
});

test.each([
  ['zero-width characters', '4111​1111‌1111⁠1111'],
  ['dashes', '4111–1111—1111‑1111'],
  ['another width', '４１１１１１１１１１１１１１１１'],
  ['no-break spaces', '4111\u00a01111\u202f1111\u00a01111'],
])('card numbers are found through %s', async (_, number) => {
  expect((await shown(`<p>${number}</p>`, policy.standard())).all).not.toContain(number);
});

test.each<[name: string, rules: Partial<Policy>]>([
  ['a mask', { mask: ['p['] }],
  ['a block', { block: ['p[', '.x'] }],
  ['a rule that masks', { rules: [{ select: 'p[', effect: 'mask' }] }],
  ['a rule for a class', { rules: [{ select: 'p[', effect: 'show', class: 1 }] }],
  ['an unknown effect', { rules: [{ select: 'p', effect: 'hide' as Rule['effect'] }] }],
  ['a pattern', { patterns: ['('] }],
])('a policy that is broken masks all: %s', async (_, rules) => {
  expect((await shown(`<p>${secret}</p>`, policy.standard(rules))).all).not.toContain(secret);
});

test('a broken rule that would show is passed by', async () => {
  const rules: Rule[] = [
    { select: 'p[', effect: 'show' },
    { select: '.a', effect: 'show' },
  ];
  expect((await shown(`<p class="a">${secret}</p><p>Grace</p>`, policy.strict({ rules }))).all).toContain(
    secret,
  );
});

test('what must be masked at another address is masked at once', async () => {
  const iframe = document.createElement('iframe');
  iframe.src = '/';
  await new Promise((resolve) => {
    iframe.onload = resolve;
    document.body.append(iframe);
  });
  const view = iframe.contentWindow!;
  view.history.replaceState(null, '', '/start');
  view.document.body.innerHTML = `<p>${secret}</p>`;
  const { capture, ops } = record(
    view.document,
    policy.standard({ rules: [{ select: 'p', effect: 'mask', page: '/transfers/*' }] }),
  );
  expect(JSON.stringify(await ops())).toContain(secret);
  view.history.pushState(null, '', '/transfers/new');
  view.document.querySelector('p')!.firstChild!.nodeValue = 'Grace Hopper';
  const anew = await ops();
  expect(only(anew, 'document')).toHaveLength(1);
  expect(JSON.stringify(anew)).not.toMatch(/Ada|Grace/);
  // No rule speaks of it there either.
  view.history.pushState(null, '', '/transfers/other');
  expect(only(await ops(), 'document')).toHaveLength(0);
  capture.stop();
});
