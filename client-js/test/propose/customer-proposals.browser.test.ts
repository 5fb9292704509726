import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadStrings, Surface } from '../../src/consent/index.ts';
import { CustomerProposals } from '../../src/propose/customer-proposals.ts';
import type { FieldKind } from '../../src/protocol/index.ts';
import { withRoot } from '../consent/closed-root.ts';

const page = `<form action="/never" onsubmit="window.submitted = 1; return false">
<label>Payee <input id="text" maxlength="40"></label><label>Note <textarea id="area"></textarea></label>
<label>Amount <input id="number" type="number"></label><label>Day <input id="date" type="date"></label>
<label>From <select id="choice"><option>Giro</option><option disabled>Closed</option><option>Savings account</option></select></label>
<label><input id="check" type="checkbox"> At once</label><input id="password" type="password"><button>Pay</button></form>`;

let surface: Surface;
let root: ShadowRoot;
let proposals: CustomerProposals;
let answers: string[];
let events: string[];
let granted: Set<string>;
let sees: boolean;
let last: number;
const ids = ['text', 'area', 'number', 'date', 'choice', 'check', 'password'];

const field = <T extends HTMLElement = HTMLInputElement>(id: string) => document.getElementById(id) as T;
const cards = () => [...root.querySelectorAll<HTMLElement>('.proposal')];
const shown = () => cards().map((card) => card.textContent);
const named = (text: string) =>
  [...root.querySelectorAll('button')].find((each) => each.textContent === text)!;
async function press(text: string) {
  // What has just come to stand there takes no press yet.
  await new Promise((go) => setTimeout(go, 450));
  named(text).focus();
  await userEvent.keyboard('{Enter}');
}
function propose(id: string, Value: string, Kind: FieldKind = 'Text', Epoch = 1): string {
  const Id = `p${++last}`;
  proposals.receive('Proposed', ['p2', { Id, Epoch, Node: ids.indexOf(id) + 1, Kind, Value }]);
  return Id;
}

beforeEach(async () => {
  answers = [];
  events = [];
  granted = new Set(ids.slice(0, -1));
  sees = true;
  last = 0;
  document.body.innerHTML = page;
  for (const type of ['input', 'change', 'submit'])
    document
      .querySelector('form')!
      .addEventListener(type, (event) => events.push(`${type} ${(event.target as Element).id}`));
  const strings = await loadStrings('en');
  const nothing = () => undefined;
  [surface, root] = withRoot(
    () =>
      new Surface(strings, {
        answered: nothing,
        pausePressed: nothing,
        resumePressed: nothing,
        stopPressed: nothing,
        hiddenPressed: nothing,
        chatPressed: nothing,
        removePressed: nothing,
        controlStopPressed: nothing,
        retryPressed: nothing,
        closePressed: nothing,
      }),
  );
  surface.show({ type: 'sharing', agents: [{ id: 'p2', name: 'Maria', sees: true, hue: 0 }], paused: false });
  proposals = new CustomerProposals({
    live: {
      epoch: 1,
      element: (node) => document.getElementById(ids[node - 1] ?? '') ?? undefined,
      accepts: (element, right) => right === 'propose' && granted.has(element.id),
    },
    hub: {
      invoke: async (_, ...[from, id, outcome, reason]) => {
        answers.push([from, id, outcome, reason ?? ''].join(' ').trim());
        return undefined as never;
      },
    },
    surface,
    agentOf: () => (sees ? { name: 'Maria', hue: 0 } : undefined),
  });
});

afterEach(() => {
  proposals.remove();
  surface.dispose();
  document.body.replaceChildren();
});

it('shows a value at its field, leaves the page as it is, and enters it once the customer accepts', async () => {
  const before = document.body.innerHTML;
  propose('text', 'Stadtwerke München');
  expect(shown()).toEqual(['Maria proposesStadtwerke MünchenDeclineAccept']);
  expect(document.body.innerHTML).toBe(before);
  expect(field('text').value).toBe('');
  const [card] = cards();
  const box = field('text').getBoundingClientRect();
  expect(card!.getBoundingClientRect().top).toBeCloseTo(box.bottom + 6, 0);
  expect(root.querySelector('.unseen')!.textContent).toContain('for Payee');
  await press('Accept');
  expect(field('text').value).toBe('Stadtwerke München');
  expect(events.filter((each) => each.startsWith('change'))).toEqual(['change text']);
  expect(events).toContain('input text');
  expect(answers).toEqual(['p2 p1 Accepted']);
  expect(cards()).toEqual([]);
  expect('submitted' in window).toBe(false);
});

it.each([
  ['area', 'Text', 'two\nlines', 'two\nlines'],
  ['number', 'Text', '12.50', '12.50'],
  ['date', 'Date', '2026-12-01', '2026-12-01'],
  ['choice', 'Choice', 'Savings account', 'Savings account'],
  ['check', 'Check', 'true', 'on'],
] as const)('enters into %s', async (id, kind, value, stands) => {
  propose(id, value, kind);
  await press('Accept');
  expect(field(id).value).toBe(stands);
  if (kind === 'Check') expect(field('check').checked).toBe(true);
  expect(events.slice(-2)).toEqual([`input ${id}`, `change ${id}`]);
  expect(answers).toEqual(['p2 p1 Accepted']);
});

it('tells the agent why a value cannot be proposed, and of what is not granted nothing else', () => {
  field('password').disabled = true;
  propose('password', 'x');
  propose('nowhere', 'x');
  propose('text', 'x', 'Date');
  propose('text', 'x', 'Text', 2);
  propose('text', 'a\nb');
  propose('text', 'x'.repeat(41));
  propose('number', 'twelve');
  propose('date', '2026-02-31', 'Date');
  propose('choice', 'Closed', 'Choice');
  propose('check', '<script>', 'Check');
  field('text').readOnly = true;
  propose('text', 'x');
  field('area').disabled = true;
  propose('area', 'x');
  sees = false;
  propose('number', '1');
  expect(answers.map((answer) => answer.replace(/^p2 p\d+ NotPossible /, ''))).toEqual(
    'NotGranted Gone Changed Left NotValid NotValid NotValid NotValid NoSuchOption NotValid ReadOnly Disabled Left'.split(
      ' ',
    ),
  );
  expect(cards()).toEqual([]);
});

it('takes hostile words as words and hostile news not at all', () => {
  propose('area', '<img src=x onerror=alert(1)>');
  expect(root.querySelector('.proposal img')).toBeNull();
  for (const what of [
    null,
    7,
    {},
    { Id: 'x', Epoch: 1, Node: 1, Kind: 'Script', Value: 'x' },
    { Id: 'x', Epoch: 1, Node: 1, Kind: 'Text', Value: 'x'.repeat(64_000) },
  ])
    proposals.receive('Proposed', ['p2', what]);
  proposals.receive('Proposed', [7, {}]);
  expect(cards()).toHaveLength(1);
  expect(answers).toEqual([]);
});

it('is withdrawn by what the customer types, and judged anew when it is accepted', async () => {
  propose('text', 'ours');
  field('text').focus();
  await userEvent.keyboard('t');
  await expect.poll(() => answers).toEqual(['p2 p1 NotPossible Typed']);
  expect(shown()[0]).toContain('You changed the field yourself');
  named('Close').focus();
  await userEvent.keyboard('{Enter}');
  expect(cards()).toEqual([]);

  propose('area', 'ours');
  await new Promise((go) => setTimeout(go, 450));
  named('Accept').focus();
  // The policy changes in the very moment, between two frames.
  const once = { capture: true, once: true };
  addEventListener('keydown', () => granted.delete('area'), once);
  await userEvent.keyboard('{Enter}');
  expect(field('area').value).toBe('');
  expect(answers.at(-1)).toBe('p2 p2 NotPossible NotGranted');
});

it('follows a field that is rendered anew, and gives up one that is gone', async () => {
  propose('text', 'ours');
  document.querySelector('form')!.innerHTML = document.querySelector('form')!.innerHTML;
  await press('Accept');
  expect(field('text').value).toBe('ours');
  propose('area', 'ours');
  field('area').remove();
  await expect.poll(() => answers.at(-1), { timeout: 20_000 }).toBe('p2 p2 NotPossible Gone');
});

it('goes when the agent takes it back, when another comes for its field, and when sharing stops', async () => {
  propose('text', 'one');
  propose('text', 'two');
  expect(answers).toEqual(['p2 p1 NotPossible Changed']);
  expect(shown()).toEqual(['Maria proposestwoDeclineAccept']);
  proposals.receive('ProposalTakenBack', ['p2', 'p2']);
  expect(shown()[0]).toContain('Maria has taken the proposal back');
  propose('area', 'three');
  await press('Decline');
  expect(answers.at(-1)).toBe('p2 p3 Declined');
  for (const id of ['text', 'area', 'number']) propose(id, '1');
  proposals.remove('p3');
  expect(cards().length).toBeGreaterThan(2);
  proposals.remove('p2');
  expect(cards()).toEqual([]);
});

it('takes no press of script, nor one that comes before the customer could have meant it', async () => {
  propose('text', 'ours');
  named('Accept').click();
  named('Accept').focus();
  await userEvent.keyboard('{Enter}');
  expect([field('text').value, answers]).toEqual(['', []]);
  const [card] = cards();
  document.body.style.paddingTop = '100px';
  await vi.waitFor(() => expect(card!.getBoundingClientRect().top).toBeGreaterThan(100));
  await userEvent.keyboard('{Enter}');
  expect(answers).toEqual([]);
  document.body.style.paddingTop = '';
});
