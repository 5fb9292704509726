import { expect, it } from 'vitest';
import { Lie } from '../../../src/replica/lie.ts';
import { NodeMap } from '../../../src/replica/tree/node-map.ts';
import { PageSize } from '../../../src/replica/tree/page-size.ts';

const million = 1 << 20;

it('counts what is there, not what has gone', () => {
  const nodes = new NodeMap();
  const size = new PageSize(nodes, () => 0);
  const text = document.createTextNode('');
  nodes.define(1, text);
  for (let i = 0; i < 200; i++) {
    text.data = 'x'.repeat(million);
    size.say(million);
  }
  expect(() => {
    for (let i = 0; i < 80; i++) {
      nodes.define(2 + i, document.createTextNode('x'.repeat(million)));
      size.say(million);
    }
  }).toThrow(Lie);
  expect(nodes.size).toBeGreaterThan(30);
});

it('counts what sheets hold', () => {
  let held = 0;
  const size = new PageSize(new NodeMap(), () => held);
  expect(() => {
    for (let i = 0; i < 80; i++) {
      held += million;
      size.say(million);
    }
  }).toThrow('The page says too much.');
});

it('bounds the nodes', () => {
  const nodes = new NodeMap();
  const size = new PageSize(nodes, () => 0);
  const node = document.createTextNode('');
  expect(() => {
    for (let i = 1; i < million; i++) {
      size.node();
      nodes.define(i, node);
    }
  }).toThrow('The page has too many nodes.');
  expect(nodes.size).toBe(500_000);
});
