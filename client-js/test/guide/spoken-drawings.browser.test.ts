import { afterEach, beforeEach, expect, it } from 'vitest';
import { AgentGuidance } from '../../src/guide/agent-guidance.ts';
import { spokenName } from '../../src/guide/spoken-name.ts';
import { type Drawing, encodeDrawing } from '../../src/protocol/drawing.ts';
import { guidanceParts } from './guidance-parts.ts';

let layer: HTMLElement;
let guidance: AgentGuidance;
let sees: boolean;

beforeEach(() => {
  document.body.innerHTML = '<label>Amount <input id="target" value="1,200.00"></label>';
  const host = document.body.appendChild(document.createElement('div'));
  layer = host.appendChild(document.createElement('div'));
  layer.setAttribute('aria-hidden', 'true');
  sees = true;
  guidance = new AgentGuidance(
    layer,
    guidanceParts(
      (node) => (node === 7 ? document.getElementById('target')! : undefined),
      () => (sees ? { name: 'Maria', hue: 2 } : undefined),
    ),
  );
});
afterEach(() => {
  guidance.clear();
  document.body.replaceChildren();
});

const spotlight: Drawing = { type: 'spotlight', id: 1, node: 7 };
const voice = () => layer.nextElementSibling;

it('says who points at what, in words of the page and not of the customer', async () => {
  guidance.annotate('p2', encodeDrawing(spotlight), null);
  await expect.poll(() => voice()?.textContent).toBe('Maria: Amount');
  expect(voice()!.getAttribute('role')).toBe('status');
  guidance.annotate(
    'p2',
    encodeDrawing({ type: 'label', id: 2, at: { node: 7, x: 0, y: 0 } }),
    'Fill this in',
  );
  await expect.poll(() => voice()?.textContent).toBe('Maria: Fill this in: Amount');
  guidance.clear();
  await expect.poll(voice).toBeNull();
});

it('draws and says nothing of those the customer does not share with', async () => {
  guidance.annotate('p2', encodeDrawing(spotlight), null);
  sees = false;
  guidance.annotate('p2', encodeDrawing({ ...spotlight, id: 2 }), null);
  sees = true;
  guidance.annotate('p2', encodeDrawing({ ...spotlight, id: 3 }), null);
  // Who may not see when a drawing is drawn has none, whenever it came.
  await expect.poll(() => layer.querySelectorAll('g').length).toBeGreaterThan(0);
  guidance.remove('p2');
  await expect.poll(() => layer.querySelectorAll('g').length).toBe(0);
});

it.each([
  ['<button id="x">Send <b>now</b></button>', 'Send now'],
  ['<a id="x" aria-label="Help with this">?</a>', 'Help with this'],
  ['<p id="n">The limit</p><input id="x" aria-labelledby="n">', 'The limit'],
  ['<input id="x" placeholder="IBAN" value="secret">', 'IBAN'],
  ['<img id="x" alt="A card">', 'A card'],
  ['<div id="x"></div>', ''],
  [`<p id="x">${'long '.repeat(100)}</p>`, 'long '.repeat(24)],
])('calls %s what a screen reader would', (html, name) => {
  document.body.innerHTML = html;
  expect(spokenName(document.getElementById('x')!)).toBe(name);
});
