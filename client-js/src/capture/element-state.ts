import type { Gate } from '../masking/gate.ts';
import type { NodeId, PropertyName, PropertyValue } from '../protocol/op.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';

const isMedia = (element: Element): element is HTMLMediaElement =>
  element.localName === 'video' || element.localName === 'audio';

/** Says what elements are beside their attributes: values, checkedness, open dialogs, played media, … */
export class ElementState {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #gate: Gate;
  readonly #sent = new WeakMap<Element, Map<PropertyName, string>>();

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
      case 'option':
        return !this.#gate.denies(element);
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

  /** Writes the state of `element` where it differs from what replicas have; `fresh` ones have none. */
  write(element: Element, fresh: boolean): void {
    const id = this.#ids.of(element);
    if (id === 0) return;
    if (fresh) this.#forget(element);
    if (!this.#gate.denies(element)) this.#field(element, id);
    if (element.localName === 'slot') this.#slot(element as HTMLSlotElement, id);
    if (element.localName === 'dialog') {
      this.#tell(element, id, 'dialogOpen', element.matches(':modal') ? 'modal' : false, false);
    }
    if (element.hasAttribute('popover'))
      this.#tell(element, id, 'popoverOpen', matches(element, ':popover-open'), false);
    if (element.localName.includes('-') || element.hasAttribute('is')) {
      this.#tell(element, id, 'defined', element.matches(':defined'), false);
    }
    if (isMedia(element)) this.#media(element, id);
    this.#tell(element, id, 'fullscreen', matches(element, ':fullscreen'), false);
  }

  #forget(element: Element): void {
    this.#sent.delete(element);
    if (element.localName !== 'select') return;
    for (const option of (element as HTMLSelectElement).options) this.#sent.delete(option);
  }

  #field(element: Element, id: NodeId): void {
    switch (element.localName) {
      case 'input': {
        const input = element as HTMLInputElement;
        if (input.type === 'file') {
          const names = Array.from(input.files ?? [], ({ name }) => name);
          this.#tell(input, id, 'fileNames', names, []);
        } else if (input.type === 'checkbox' || input.type === 'radio') {
          this.#tell(input, id, 'checked', input.checked, input.defaultChecked);
          this.#tell(input, id, 'indeterminate', input.indeterminate, false);
        } else if (input.type !== 'password') this.#tell(input, id, 'value', input.value, input.defaultValue);
        break;
      }
      case 'textarea': {
        const area = element as HTMLTextAreaElement;
        this.#tell(area, id, 'value', area.value, area.defaultValue);
        break;
      }
      case 'select':
        this.#select(element as HTMLSelectElement);
        return;
      default:
        return;
    }
    const field = element as HTMLInputElement;
    this.#tell(field, id, 'customValidity', field.validity.customError ? field.validationMessage : '', '');
    this.#tell(field, id, 'userInteracted', matches(field, ':user-invalid,:user-valid'), false);
  }

  #slot(slot: HTMLSlotElement, id: NodeId): void {
    const root = slot.getRootNode();
    if (!('slotAssignment' in root) || root.slotAssignment !== 'manual') return;
    const nodes = slot.assignedNodes().map((node) => this.#ids.of(node));
    this.#tell(
      slot,
      id,
      'slotAssignment',
      nodes.filter((node) => node !== 0),
      [],
    );
  }

  #select(select: HTMLSelectElement): void {
    const usual = usualOption(select);
    for (const option of select.options) {
      const id = this.#ids.of(option);
      const unset = select.multiple ? option.defaultSelected : option === usual;
      if (id !== 0) this.#tell(option, id, 'selected', option.selected, unset);
    }
  }

  #media(media: HTMLMediaElement, id: NodeId): void {
    if (!this.#nodes.writer) return;
    if (media.paused && media.currentTime === 0 && !this.#sent.has(media)) return;
    this.#sent.set(media, new Map());
    this.#nodes.writer.media(
      id,
      media.paused,
      media.muted,
      media.currentTime,
      media.playbackRate,
      media.volume,
    );
  }

  #tell(element: Element, id: NodeId, name: PropertyName, value: PropertyValue, unset: PropertyValue): void {
    let sent = this.#sent.get(element);
    const text = JSON.stringify(value);
    if ((sent?.get(name) ?? JSON.stringify(unset)) === text) return;
    if (sent === undefined) {
      sent = new Map();
      this.#sent.set(element, sent);
    }
    sent.set(name, text);
    this.#nodes.writer.property(id, name, value);
  }
}

/** The option that a single select shows by itself. */
function usualOption(select: HTMLSelectElement): HTMLOptionElement | undefined {
  if (select.multiple) return undefined;
  const options = [...select.options];
  const chosen = options.filter((option) => option.defaultSelected).at(-1);
  if (chosen || select.size > 1) return chosen;
  return options.find(
    (option) => !option.disabled && !(option.parentElement as HTMLOptGroupElement | null)?.disabled,
  );
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
