import { attributes } from './attributes.ts';
import type { Group } from './draw.ts';
import { fields } from './fields.ts';
import { iframes } from './iframes.ts';
import { layers } from './layers.ts';
import { nodes, texts } from './nodes.ts';
import { adopted, rules } from './rules.ts';
import { shadows } from './shadows.ts';
import { views } from './views.ts';

/** Every group of operations, and how often one of it is drawn. */
export const groups: Readonly<Record<string, readonly [often: number, group: Group]>> = {
  nodes: [12, nodes],
  texts: [3, texts],
  attributes: [4, attributes],
  rules: [4, rules],
  adopted: [2, adopted],
  fields: [4, fields],
  layers: [2, layers],
  shadows: [4, shadows],
  iframes: [3, iframes],
  views: [3, views],
};
