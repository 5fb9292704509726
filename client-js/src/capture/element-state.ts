import { html } from '../masking/fields.ts';
import type { Gate } from '../masking/gate.ts';
import { attributeMask } from '../masking/mask-text.ts';
import type { NodeId, PropertyValue } from '../protocol/op.ts';
import { propertyCode } from '../protocol/protocol.gen.ts';
import type { FieldState, TellState } from './field-state.ts';
import { matches } from './matches.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';

const isMedia = (element: Element): element is HTMLMediaElement =>
  element.localName === 'video' || element.localName === 'audio';

/** Says what elements are beside their attributes: values, checkedness, open dialogs, played media, … */
export class ElementState {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #gate: Gate;
  /** Says what is in fields. Without rules of the policy none of that leaves. */
  fields: FieldState | undefined;
  /** What the page opened, the latest last. */
  readonly opened = new Set<Element>();
  readonly #sent = new WeakMap<Element, Map<number, string>>();

  constructor(ids: NodeIds, nodes: NodeWriter, gate: Gate) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#gate = gate;
  }

  /** Whether an element of this kind has state that its attributes do not tell. */
  has(element: Element): boolean {
    switch (element.localName) {
      case 'input':
      case 'textarea':
      case 'select':
        return this.fields?.has(element) ?? false;
      case 'img':
        // Chosen of several, it may be of another density.
        return (element as HTMLImageElement).currentSrc !== (element as HTMLImageElement).src;
      case 'slot':
      case 'dialog':
      case 'video':
      case 'audio':
        return true;
      default:
        return (
          element.localName.includes('-') || element.hasAttribute('popover') || element.hasAttribute('is')
        );
    }
  }

  /** Whether replicas were told something of the element. */
  told(element: Element): boolean {
    return this.#sent.has(element);
  }

  /** Opened or closed: what is closed and opened again before anybody looks comes to lie on top. */
  toggled(element: Element): void {
    if (matches(element, ':modal,:popover-open')) {
      this.opened.add(element);
      return;
    }
    const sent = this.#sent.get(element);
    if (!this.opened.delete(element) || !sent) return;
    for (const code of [propertyCode.dialogOpen, propertyCode.popoverOpen])
      if (sent.has(code)) sent.set(code, '');
  }

  /** Writes the state of `element` where it differs from what replicas have; `fresh` ones have none. */
  write(element: Element, fresh: boolean): void {
    const id = this.#ids.of(element);
    if (!id) return;
    if (fresh) this.#sent.delete(element);
    this.#tell(id, element, propertyCode.fullscreen, matches(element, ':fullscreen'), false);
    // Other namespaces have elements of these names that are nothing of the kind.
    if (element.namespaceURI !== html) return;
    if (element.localName === 'select' && (fresh || !(element as HTMLSelectElement).multiple))
      for (const option of (element as HTMLSelectElement).options) this.#sent.delete(option);
    const tell: TellState = (field, code, value, unset) => {
      const known = this.#ids.of(field);
      if (known !== 0) this.#tell(known, field, code, this.#leaving(value), unset);
    };
    this.fields?.write(element, tell);
    if (element.localName === 'slot') this.#slot(element as HTMLSlotElement, id);
    if (element.localName === 'dialog') {
      this.#tell(id, element, propertyCode.dialogOpen, element.matches(':modal') ? 'modal' : false, false);
    }
    if (element.hasAttribute('popover'))
      this.#tell(id, element, propertyCode.popoverOpen, matches(element, ':popover-open'), false);
    if (element.localName.includes('-') || element.hasAttribute('is')) {
      this.#tell(id, element, propertyCode.defined, element.matches(':defined'), false);
    }
    if (element.localName === 'img' && !this.#nodes.isClosed(id))
      this.#tell(id, element, propertyCode.imageState, (element as HTMLImageElement).naturalWidth, 0);
    if (isMedia(element)) this.#media(element, id);
  }

  /** What is never shown is not shown in a field either. */
  #leaving(value: PropertyValue): PropertyValue {
    return typeof value !== 'boolean' && this.#gate.detects(`${value}`) ? attributeMask : value;
  }

  #slot(slot: HTMLSlotElement, id: NodeId): void {
    const root = slot.getRootNode();
    if (!('slotAssignment' in root) || root.slotAssignment !== 'manual') return;
    const nodes = slot.assignedNodes().map((node) => this.#ids.of(node));
    this.#tell(
      id,
      slot,
      propertyCode.slotAssignment,
      nodes.filter((node) => node !== 0),
      [],
    );
  }

  #media(media: HTMLMediaElement, id: NodeId): void {
    const { paused, currentTime, playbackRate, volume, muted, defaultMuted } = media;
    const untouched =
      paused && currentTime === 0 && playbackRate === 1 && volume === 1 && muted === defaultMuted;
    if (untouched && !this.#sent.has(media)) return;
    this.#sent.set(media, new Map());
    this.#nodes.writer.media(id, paused, muted, currentTime, playbackRate, volume);
  }

  #tell(
    id: NodeId,
    element: Element,
    code: number,
    value: PropertyValue,
    unset: PropertyValue = false,
  ): void {
    let sent = this.#sent.get(element);
    const text = JSON.stringify(value);
    // It was said anew meanwhile: replicas know nothing of it.
    if (sent?.get(0) !== `${id}`) sent = undefined;
    if ((sent?.get(code) ?? JSON.stringify(unset)) === text) return;
    if (!sent) {
      sent = new Map([[0, `${id}`]]);
      this.#sent.set(element, sent);
    }
    sent.set(code, text);
    this.#nodes.writer.property(id, code, value);
  }
}
