import type { Attribute, Op } from '../../src/protocol/op.ts';

/** A small seeded generator (mulberry32): a failing seed can be run again. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const alphabet = ['a', 'b', ' ', 'é', '漢', '😀', '\0', '\ud83d', '\ude00', '\ufeff', '"', '<'];

export function randomOps(seed: number, count: number): Op[] {
  const next = random(seed);
  const text = (most: number) =>
    Array.from({ length: next(most) }, () => alphabet[next(alphabet.length)]).join('');
  const plain = (most: number) => Array.from({ length: next(most) }, () => alphabet[next(6)]).join('');
  const some = (most: number) => (next(20) === 0 ? text(most) : plain(most));
  const id = () => 1 + next(next(10) === 0 ? 0x7ffffffe : 60);
  const flag = () => next(2) === 1;
  const int = () => next(4000) - 2000;
  const path = () => Array.from({ length: next(4) }, () => next(300));
  const attribute = (): Attribute =>
    next(9) === 0 ? ['xlink:href', some(20), 'http://www.w3.org/1999/xlink'] : [`a${next(8)}`, some(120)];
  const kinds: (() => Op)[] = [
    () => ({ op: 'document', id: id(), host: next(3), mode: 'limited-quirks' }),
    () => ({
      op: 'shadow',
      id: id(),
      host: id(),
      mode: 'closed',
      delegatesFocus: flag(),
      manualSlots: flag(),
    }),
    () => ({ op: 'at', parent: id(), after: flag() ? 0 : id() }),
    () => ({ op: 'remove', count: 1 + next(5000) }),
    () => ({
      op: 'element',
      id: id(),
      namespace: ['html', 'svg', 'mathml', 'urn:other', ''][next(5)]!,
      name: `n${next(9)}`,
      attributes: Array.from({ length: next(5) }, attribute),
    }),
    () => ({ op: 'text', id: id(), data: some(40) }),
    () => ({ op: 'cdata', id: id(), data: some(40) }),
    () => ({ op: 'comment', id: id(), data: some(40) }),
    () => ({ op: 'doctype', id: id(), name: 'html', publicId: some(9), systemId: some(9) }),
    () => ({ op: 'up' }),
    () => ({ op: 'template', id: id(), host: id() }),
    () => ({ op: 'place', id: id() }),
    () => ({ op: 'placeRun', first: 5000 + next(100), count: 1 + next(3000), step: next(3) - 1 }),
    () => ({ op: 'attribute', node: 1 + next(3), name: 'style', namespace: null, value: some(300) }),
    () => ({ op: 'attribute', node: id(), name: 'x', namespace: flag() ? null : 'urn:x', value: null }),
    () => ({ op: 'data', node: 1 + next(3), data: some(200) }),
    () => ({ op: 'property', node: id(), name: 'value', value: some(20) }),
    () => ({ op: 'property', node: id(), name: 'checked', value: flag() }),
    () => ({ op: 'property', node: id(), name: 'imageState', value: 0.25 }),
    () => ({ op: 'property', node: id(), name: 'fileNames', value: ['a.txt', some(9)] }),
    () => ({ op: 'property', node: id(), name: 'slotAssignment', value: [id(), id()] }),
    () => ({ op: 'scroll', node: id(), x: int(), y: int() }),
    () => ({ op: 'box', node: id(), width: next(900), height: next(900), label: 'unreadable' }),
    () => ({ op: 'hash', node: id(), count: next(900), hash: (next(2 ** 16) << 16) | next(2 ** 16) }),
    () => ({ op: 'canvas', node: id(), hash: 'ab'.repeat(32), width: 300, height: 150 }),
    () => ({ op: 'animations', node: id(), animations: [some(30), some(9)] }),
    () => ({ op: 'media', node: id(), paused: flag(), time: 1.5, rate: 1, volume: 0.5, muted: flag() }),
    () => ({ op: 'sheet', sheet: id(), text: some(400), media: some(9), disabled: flag() }),
    () => ({ op: 'sheetText', sheet: id(), text: some(400) }),
    () => ({ op: 'sheetRules', sheet: id(), path: path(), rules: [some(30), '', some(30)] }),
    () => ({ op: 'ruleInsert', sheet: id(), path: path(), index: next(900), text: some(40) }),
    () => ({ op: 'ruleDelete', sheet: id(), path: path(), index: next(900) }),
    () => ({ op: 'ruleText', sheet: id(), path: path(), text: some(40) }),
    () => ({
      op: 'declaration',
      sheet: id(),
      path: path(),
      property: 'color',
      value: flag() ? null : some(9),
      important: flag(),
    }),
    () => ({ op: 'sheetState', sheet: id(), disabled: flag(), media: some(9) }),
    () => ({ op: 'adopted', root: id(), sheets: Array.from({ length: next(5) }, id) }),
    () => ({ op: 'viewport', width: 1280, height: 800, scale: 1.25, offsetX: int(), offsetY: int() }),
    () => ({
      op: 'pointer',
      points: Array.from({ length: next(9) }, () => ({ x: int(), y: int(), at: next(60) })),
    }),
    () => ({ op: 'click', x: int(), y: int() }),
    () => ({ op: 'focus', node: next(9), visible: flag() }),
    () => ({ op: 'hover', node: next(9) }),
    () => ({ op: 'active', node: next(9) }),
    () => ({ op: 'target', node: next(9) }),
    () => ({ op: 'selection', anchor: id(), anchorOffset: next(90), focus: id(), focusOffset: next(90) }),
    () => ({ op: 'inputSelection', node: id(), start: next(90), end: next(90) }),
    () => ({ op: 'colorScheme', dark: next(2) === 1 }),
  ];
  return Array.from({ length: count }, () => kinds[next(kinds.length)]!());
}
