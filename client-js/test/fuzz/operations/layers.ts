import type { Group } from './draw.ts';

/** Dialogs, popovers and details. */
export const layers: Group = [
  [2, (d) => `${d.one(['dg', 'dh'])}.showModal()`],
  [1, (d) => `${d.one(['dg', 'dh'])}.show()`],
  [3, (d) => `${d.one(['dg', 'dh'])}.close()`],
  [2, (d) => `${d.one(['po', 'pp'])}.showPopover()`],
  [2, (d) => `${d.one(['po', 'pp'])}.hidePopover()`],
  [1, (d) => `${d.one(['po', 'pp'])}.popover = '${d.one(['auto', 'manual'])}'`],
  [1, (d) => `${d.one(['po', 'pp'])}.removeAttribute('popover')`],
  [2, (d) => `${d.one(['de', 'df'])}.open = ${d.below(2) === 0}`],
  [1, (d) => `${d.one(['de', 'df'])}.name = '${d.one(['', 'e'])}'`],
  [2, (d) => `${d.parent()}.append(${d.one(['dg', 'dh', 'po', 'pp', 'de', 'df'])})`],
  [1, (d) => `${d.one(['dg', 'dh', 'po', 'pp'])}.remove()`],
];
