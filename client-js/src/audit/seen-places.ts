import { isTextAttribute } from '../masking/attribute-rules.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { assetScheme } from '../protocol/op.ts';
import type { SeenKind, SeenPlace } from './audit-report.ts';
import { looksPersonal } from './looks-personal.ts';
import type { SeenNode, SeenTree } from './seen-tree.ts';

const mostSamples = 3;
const longestSample = 120;
const addresses = /^(?:href|action|formaction|cite|longdesc)$/;
const states = /^aria-(?:hidden|expanded|selected|current|pressed|disabled|orientation|sort|haspopup)$/;

export interface Seen {
  readonly places: SeenPlace[];
  readonly shown: number;
  readonly masked: number;
}

/** Everything of a page that leaves as it is, by place. */
export function seenPlaces(tree: SeenTree): Seen {
  const places = new Map<string, SeenPlace>();
  let shown = 0;
  let masked = 0;
  const note = (kind: SeenKind, where: string, value: string, name?: string) => {
    const key = JSON.stringify([kind, where, name]);
    const sample = value.trim().replace(/\s+/g, ' ').slice(0, longestSample);
    const place = getOrMake(places, key, () => ({
      kind,
      where,
      name,
      count: 0,
      samples: [],
      personal: false,
    }));
    place.count++;
    place.personal ||= looksPersonal(value);
    if (place.samples.length < mostSamples && !place.samples.includes(sample)) place.samples.push(sample);
  };
  for (const node of tree.nodes()) {
    if (node.name === '') {
      const text = node.text.trim();
      if (text === '' || !node.parent) continue;
      const style = node.parent.name === 'style';
      if (isMask(text)) masked += text.length;
      else if (!style) {
        shown += text.length;
        note('text', pathOf(node.parent), text);
      }
      continue;
    }
    for (const [name, value] of node.attributes) {
      if (value === '' || isMask(value)) continue;
      if (node.name === 'link') continue;
      if (value.includes(assetScheme))
        note('picture', pathOf(node), name === 'style' ? 'in its style' : node.name, name);
      else if (addresses.test(name) && !value.startsWith('#')) note('address', pathOf(node), value, name);
      else if (isTextAttribute(name) && !name.startsWith('data-cobrowse') && !states.test(name))
        note('attribute', pathOf(node), value, name);
    }
  }
  return { places: [...places.values()], shown, masked };
}

/** Whether a text is nothing but a mask. */
const isMask = (text: string): boolean => /^[•\s]+$/.test(text);

/** Names, ids and classes from the nearest id down: the rows of a list have the same. */
export function pathOf(node: SeenNode): string {
  const steps: string[] = [];
  for (let at: SeenNode | undefined = node; at && steps.length < 6; at = at.parent) {
    if (at.name === '' || at.name === 'html' || at.name === 'body') break;
    const id = at.attributes.get('id');
    const classes = (at.attributes.get('class') ?? '').split(/\s+/).filter((each) => stable.test(each));
    steps.unshift(id && stable.test(id) ? `${at.name}#${id}` : [at.name, ...classes.slice(0, 2)].join('.'));
    if (id && stable.test(id)) break;
  }
  return steps.join(' > ') || 'body';
}

/** No part of a name that a build or a row number made. */
const stable = /^(?!.*\d{2})[A-Za-z][\w-]*$/;
