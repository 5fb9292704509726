import { type Context, context, type Gate } from '../masking/gate.ts';
import { attributeMask } from '../masking/mask-text.ts';
import { words } from '../masking/words.ts';
import type { BodyWriter } from '../protocol/body-writer.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { isCompared, mixText } from '../protocol/integrity.ts';
import { assetScheme, type NodeId } from '../protocol/op.ts';
import type { ResourceAttributes } from './resource-attributes.ts';

/** On an element that is not sent, what it takes to keep its place. */
const blockedAttributes = words('class id dir hidden slot width height');
/** Attributes that assets take the place of. */
const replaced = words('src href xlink:href poster background data style');

/** Writes attributes as they may leave: those that load something by their assets, all others through the gate. */
export class AttributeWriter {
  readonly #gate: Gate;
  readonly #resources: ResourceAttributes;
  /** Attributes that were told to change, and to a mask. */
  readonly #masks = new WeakMap<Element, Set<string>>();

  constructor(gate: Gate, resources: ResourceAttributes) {
    this.#gate = gate;
    this.#resources = resources;
  }

  /** The attributes of a new element; of a blocked one only what keeps its place. */
  write(writer: BodyWriter, element: Element, held: Context, blocked: boolean): void {
    const names = element.getAttributeNames();
    // Of what is not sent nothing is told.
    if (blocked) held = context.masked;
    const shows = this.#gate.shows(held);
    if (names.includes('srcset') && isSetOnly(element)) names.push('src');
    for (const name of names) {
      if (blocked && !blockedAttributes.has(name)) continue;
      const said = attributeOf(element, name);
      const value = shows && this.#gate.alwaysShows(name) ? said : this.#value(element, name, said, held);
      if (value !== null) writer.elementAttribute(name, value, namespaceOf(element, name));
    }
  }

  /** An attribute's value as replicas may have it. */
  #value(element: Element, name: string, value: string | null, held: Context): string | null {
    if (value === null && !(name === 'src' && isSetOnly(element))) return null;
    return this.#leaving(element, name, value ?? '', held);
  }

  #leaving(element: Element, name: string, value: string, held: Context): string | null {
    const resource = this.#resources.value(element, name, value, held);
    if (resource === null) return null;
    const shows = this.#gate.shows(held);
    // What a local reference of a drawing names is no place that anybody goes to.
    if (
      resource !== undefined &&
      ((/^#/.test(resource) && shows) || resource.startsWith(assetScheme) || name === 'style')
    ) {
      return resource;
    }
    return this.#gate.attribute(element, name, value, held);
  }

  /** The hash of those attributes that replicas keep as they are sent. */
  hash(element: Element, held: Context, blocked: boolean): number {
    if (blocked) held = context.masked;
    let hash = 0;
    for (const name of element.getAttributeNames()) {
      if (!isCompared(name) || (blocked && !blockedAttributes.has(name))) continue;
      const value = this.#value(element, name, element.getAttribute(name), held);
      if (value !== null) hash += mixText(mixText(1, name), value);
    }
    return hash;
  }

  /** An attribute of a known element as it is now. */
  changed(
    writer: BodyWriter,
    element: Element,
    id: NodeId,
    name: string,
    held: Context,
    blocked: boolean,
  ): void {
    if (blocked) {
      if (!blockedAttributes.has(name)) return;
      held = context.masked;
    }
    const removed = name.indexOf('\n');
    if (removed >= 0) {
      const local = name.slice(removed + 1);
      if (this.#gate.attribute(element, local, '', held) !== null)
        writer.attribute(id, local, name.slice(0, removed), null);
      return;
    }
    const value = this.#value(element, name, attributeOf(element, name), held);
    // The name of an attribute that may not leave stays as well.
    if (value === null && !replaced.has(name) && this.#gate.attribute(element, name, '', held) === null)
      return;
    const masks = this.#masks.get(element);
    if (value !== attributeMask) masks?.delete(name);
    // One mask is as good as another, and when it changed is nobody's business but theirs who may see it.
    else if (masks?.has(name) && held !== context.restricted) return;
    else getOrMake(this.#masks, element, () => new Set<string>()).add(name);
    writer.attribute(id, name, namespaceOf(element, name), value);
  }
}

/** HTML elements fold the names that one asks for, not those that they have. */
const attributeOf = (element: Element, name: string): string | null =>
  element.getAttribute(name) ?? (/[A-Z]/.test(name) ? (nodeOf(element, name)?.value ?? null) : null);

const nodeOf = (element: Element, name: string): Attr | undefined =>
  Array.from(element.attributes).find((node) => node.name === name);

function namespaceOf(element: Element, name: string): string | null {
  if (!name.includes(':')) return null;
  return (
    nodeOf(element, name)?.namespaceURI ?? (name.startsWith('xlink:') ? 'http://www.w3.org/1999/xlink' : null)
  );
}

/** An image that names its source by `srcset` alone; replicas get the chosen one. */
const isSetOnly = (element: Element): boolean =>
  element.localName === 'img' && element.hasAttribute('srcset') && !element.hasAttribute('src');
