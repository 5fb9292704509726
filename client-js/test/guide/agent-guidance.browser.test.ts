import { afterEach, beforeEach, expect, it } from 'vitest';
import { AgentGuidance } from '../../src/guide/agent-guidance.ts';
import { hueOf } from '../../src/protocol/hues.ts';
import { encodeGuidance } from '../../src/protocol/index.ts';
import { guidanceParts } from './guidance-parts.ts';

let layer: HTMLElement;
let target: HTMLElement;
let guidance: AgentGuidance;

beforeEach(() => {
  document.body.innerHTML =
    '<div style="height:3000px"><p id="target" style="position:absolute;left:100px;top:200px;width:200px;height:40px;margin:0"></p></div>';
  target = document.getElementById('target')!;
  layer = document.body.appendChild(document.createElement('div'));
  layer.style.cssText = 'position:fixed;inset:0;pointer-events:none';
  guidance = new AgentGuidance(
    layer,
    guidanceParts(
      (node) => (node === 7 ? target : undefined),
      (id) => (id === 'p2' ? { name: 'Maria', hue: 3 } : undefined),
    ),
  );
});

afterEach(() => {
  guidance.clear();
  scrollTo(0, 0);
  document.body.replaceChildren();
});

const at = (type: 'pointer' | 'click', node = 7) =>
  encodeGuidance({ type, anchor: { node, x: 0.5, y: 0.5 } });
const hand = () => layer.firstElementChild as HTMLElement | null;

it('stands at its anchor with the name of the agent, and follows the scroll', async () => {
  guidance.receive('p2', at('pointer'));
  await expect.poll(() => hand()?.style.transform).toBe('translate(200px, 220px)');
  expect(hand()!.textContent).toBe('Maria');
  scrollTo(0, 150);
  await expect.poll(() => hand()?.style.transform).toBe('translate(200px, 70px)');
});

it('glides to a new anchor', async () => {
  guidance.receive('p2', at('pointer'));
  await expect.poll(() => hand()?.style.transform).toBe('translate(200px, 220px)');
  guidance.receive('p2', encodeGuidance({ type: 'pointer', anchor: { node: 7, x: 1, y: 1 } }));
  await expect.poll(() => hand()?.style.transform).toBe('translate(300px, 240px)');
});

it('is hidden while its anchor is out of sight or gone', async () => {
  guidance.receive('p2', at('pointer'));
  await expect.poll(() => hand()?.hidden).toBe(false);
  scrollTo(0, 1000);
  await expect.poll(() => hand()?.hidden).toBe(true);
  scrollTo(0, 0);
  await expect.poll(() => hand()?.hidden).toBe(false);
  target.remove();
  await expect.poll(() => hand()?.hidden).toBe(true);
});

it('finds anchors inside same-origin iframes', async () => {
  const iframe = document.body.appendChild(document.createElement('iframe'));
  iframe.style.cssText = 'position:absolute;left:50px;top:300px;border:5px solid';
  iframe.contentDocument!.body.innerHTML =
    '<b style="position:absolute;left:10px;top:20px;width:40px;height:20px"></b>';
  target = iframe.contentDocument!.querySelector('b')!;
  guidance.receive('p2', at('pointer'));
  await expect.poll(() => hand()?.style.transform).toBe('translate(85px, 335px)');
});

it('a click leaves a mark that goes by itself and hurts nothing', async () => {
  let clicks = 0;
  target.addEventListener('click', () => clicks++);
  guidance.receive('p2', at('click'));
  expect(layer.querySelectorAll('.ripple')).toHaveLength(1);
  await expect.poll(() => layer.querySelectorAll('.ripple').length, { timeout: 3000 }).toBe(0);
  expect(clicks).toBe(0);
});

it('a hand has the colour that the node gave its agent', () => {
  guidance.receive('p2', at('pointer'));
  const hand = layer.querySelector<HTMLElement>('.hand');
  expect(hand?.style.getPropertyValue('--hue')).toBe(hueOf(3));
});

it('hide takes the hand away', () => {
  guidance.receive('p2', at('pointer'));
  guidance.receive('p2', encodeGuidance({ type: 'hide' }));
  expect(layer.childElementCount).toBe(0);
});

it('strangers, unknown nodes and noise draw nothing', () => {
  guidance.receive('p9', at('pointer'));
  guidance.receive('p2', Uint8Array.of(250, 1, 2));
  guidance.receive('p2', at('click', 99));
  expect(layer.querySelectorAll('.ripple')).toHaveLength(0);
  expect([...layer.children].every((child) => (child as HTMLElement).hidden)).toBe(true);
});
