import type { NodeId, Op } from '../../protocol/index.ts';
import type { AssetAddresses } from '../asset-address.ts';
import {
  hasAttributeOf,
  localNameOf,
  removeAttributeOf,
  rootOf,
  setAttributeOf,
  typeOf,
} from '../tree/dom-order.ts';
import type { NodeMap } from '../tree/node-map.ts';
import { Selectedness, setFileNames, setValue } from './form-values.ts';
import { ImageWidths } from './image-widths.ts';
import type { LiveStates } from './live-states.ts';
import { showDialog, showPopover } from './top-layer.ts';

type PropertyOp = Extract<Op, { op: 'property' }>;

/** Applies what has no attribute. Waits for the end of a frame, when children and attributes are there. */
export class Properties {
  readonly #nodes: NodeMap;
  readonly #states: LiveStates;
  readonly #addresses: AssetAddresses;
  readonly images = new ImageWidths();
  readonly #selectedness = new Selectedness();
  readonly #waiting: PropertyOp[] = [];
  /** Controls that the customer has touched: what they hold decides how they show. */
  readonly #touched = new Set<HTMLInputElement>();
  /** Radio buttons built as checked of which nothing else is told: one of their group that came later unchecks them. */
  readonly #radios = new Set<HTMLInputElement>();

  constructor(nodes: NodeMap, states: LiveStates, addresses: AssetAddresses) {
    this.#nodes = nodes;
    this.#states = states;
    this.#addresses = addresses;
  }

  set(op: PropertyOp): void {
    this.#waiting.push(op);
  }

  built(element: Element): void {
    const { type, checked } = element as HTMLInputElement;
    if (type === 'radio' && checked) this.#radios.add(element as HTMLInputElement);
  }

  /** All is there of what was built, and no more is told of it as new. */
  whole(): void {
    this.#radios.clear();
  }

  /** What an attribute unchecked is not to be checked again. */
  attributeChanged(): void {
    for (const radio of this.#radios) if (!radio.checked) this.#radios.delete(radio);
  }

  flush(): void {
    for (const op of this.#waiting.splice(0)) {
      const element = this.#nodes.element(op.node);
      if (!element) continue;
      try {
        this.#apply(element, op);
      } catch {
        // A value that this element cannot have.
      }
    }
    this.#selectedness.flush();
    for (const radio of this.#radios)
      if (!radio.checked && hasAttributeOf(radio, 'checked')) radio.checked = true;
    for (const control of this.#touched) this.#judge(control);
  }

  #apply(element: Element, { name, value }: PropertyOp): void {
    const control = element as HTMLInputElement;
    switch (name) {
      case 'value':
        setValue(element, String(value));
        return;
      case 'checked':
        this.#radios.delete(control);
        control.checked = value === true;
        return;
      case 'indeterminate':
        control.indeterminate = value === true;
        return;
      case 'selected':
        if (localNameOf(element) === 'option')
          this.#selectedness.set(element as HTMLOptionElement, value === true);
        return;
      case 'customValidity':
        control.setCustomValidity(String(value));
        return;
      case 'fileNames':
        if (Array.isArray(value)) setFileNames(control, value.map(String));
        return;
      case 'dialogOpen':
        showDialog(element as HTMLDialogElement, value === 'modal');
        return;
      case 'popoverOpen':
        showPopover(element as HTMLElement, value === true);
        return;
      case 'fullscreen':
        this.#states.mark('fullscreen', element, value === true);
        return;
      case 'userInteracted':
        if (value === true) this.#touched.add(control);
        else this.#untouched(control);
        return;
      case 'customStates':
        if (Array.isArray(value)) this.#states.customStates(element, value.map(String));
        return;
      case 'defined':
        this.#states.defined(element, value === true);
        return;
      case 'slotAssignment':
        if (Array.isArray(value)) this.#assign(element as HTMLSlotElement, value as NodeId[]);
        return;
      case 'currentSource':
        this.#source(element, String(value));
        return;
      case 'imageState':
        if (localNameOf(element) !== 'img') return;
        if (value === 'broken') setAttributeOf(element, 'src', 'data:,');
        else this.images.set(element as HTMLImageElement, Number(value));
        return;
      default: {
        name satisfies never;
        return;
      }
    }
  }

  #judge(control: HTMLInputElement): void {
    if (rootOf(control) === undefined) {
      this.#untouched(control);
      return;
    }
    const validity = control.validity as ValidityState | undefined;
    const judged = validity !== undefined && control.willValidate;
    this.#states.mark('user-invalid', control, judged && !validity.valid);
    this.#states.mark('user-valid', control, judged && validity.valid);
  }

  #untouched(control: HTMLInputElement): void {
    this.#touched.delete(control);
    this.#states.mark('user-invalid', control, false);
    this.#states.mark('user-valid', control, false);
  }

  #assign(slot: HTMLSlotElement, ids: readonly NodeId[]): void {
    const nodes = ids
      .map((id) => this.#nodes.node(id))
      .filter((node) => node && (typeOf(node) === 1 || typeOf(node) === 3));
    HTMLSlotElement.prototype.assign.call(slot, ...(nodes as (Element | Text)[]));
  }

  /** The candidate that the customer's browser chose stands for all. */
  #source(element: Element, authored: string): void {
    const address = this.#addresses.media(authored);
    if (address === undefined) return;
    removeAttributeOf(element, 'srcset');
    setAttributeOf(element, 'src', address);
  }
}
