import { customStateTwin, stateTwins, type TwinState, undefinedTwin } from '../css/state-twins.ts';
import type { OwnRules } from '../style/own-rules.ts';
import {
  localNameOf,
  parentOf,
  removeAttributeOf,
  rootOf,
  setAttributeOf,
  typeOf,
} from '../tree/dom-order.ts';

type Pointed = 'hover' | 'active' | 'focus' | 'target';

const assignedSlot = Object.getOwnPropertyDescriptor(Element.prototype, 'assignedSlot')!.get!;

/**
 * The customer's hover, focus and the like, as attributes. A state shows only while some sheet asks for it, so
 * that a replica without such rules stays equal to its source.
 */
export class LiveStates {
  readonly #own: OwnRules;
  readonly #used = new Set<string>();
  readonly #pointed = new Map<Pointed, Element>();
  /** Elements in states of their own, such as fullscreen. */
  readonly #marked = new Map<TwinState, Set<Element>>();
  readonly #custom = new Map<Element, string>();
  readonly #undefined = new Set<Element>();
  readonly #shown = new Map<string, Set<Element>>();
  #focusVisible = false;
  #stale = false;

  constructor(own: OwnRules) {
    this.#own = own;
  }

  /** A sheet asks for a pseudo-class. */
  use(pseudoClass: string): void {
    if (this.#used.has(pseudoClass)) return;
    this.#used.add(pseudoClass);
    this.#stale = true;
    // Linked sheets ask when they have loaded, which may be long after a frame.
    queueMicrotask(() => this.flush());
  }

  point(state: Pointed, element: Element | undefined, visible = false): void {
    if (element) this.#pointed.set(state, element);
    else this.#pointed.delete(state);
    if (state === 'focus') this.#focusVisible = visible;
    this.#stale = true;
  }

  mark(state: TwinState, element: Element, on: boolean): void {
    let marked = this.#marked.get(state);
    if (!marked) {
      marked = new Set();
      this.#marked.set(state, marked);
    }
    if (on) marked.add(element);
    else marked.delete(element);
    this.#stale = true;
  }

  customStates(element: Element, states: readonly string[]): void {
    if (states.length > 0) this.#custom.set(element, states.join(' '));
    else this.#custom.delete(element);
    this.#stale = true;
  }

  defined(element: Element, isDefined: boolean): void {
    if (isDefined === !this.#undefined.has(element)) return;
    if (isDefined) this.#undefined.delete(element);
    else this.#undefined.add(element);
    this.#stale = true;
  }

  /** The tree changed: ancestors of what is hovered or focused may be others now. */
  treeChanged(): void {
    if (this.#pointed.size > 0) this.#stale = true;
  }

  removed(element: Element): void {
    this.#custom.delete(element);
    this.#undefined.delete(element);
    for (const marked of this.#marked.values()) marked.delete(element);
    for (const [state, pointed] of this.#pointed) if (pointed === element) this.#pointed.delete(state);
    for (const shown of this.#shown.values()) shown.delete(element);
  }

  flush(): void {
    if (!this.#stale) return;
    this.#stale = false;
    const hovered = this.#pointed.get('hover');
    const active = this.#pointed.get('active');
    const focus = this.#pointed.get('focus');
    const target = this.#pointed.get('target');
    this.#show('hover', flatAncestors(hovered, true));
    this.#show('active', flatAncestors(active, true));
    this.#show('focus', focus ? [focus] : []);
    this.#show('focus-within', flatAncestors(focus, false));
    this.#show('focus-visible', focus && this.#focusVisible ? [focus] : []);
    this.#show('target', target ? [target] : []);
    for (const [state, marked] of this.#marked) this.#show(state, marked);
    this.#showAttribute('defined', undefinedTwin, this.#undefined);
    this.#showAttribute(
      'state',
      customStateTwin,
      this.#custom.keys(),
      (element) => this.#custom.get(element)!,
    );
  }

  #show(state: TwinState, elements: Iterable<Element>): void {
    const all = [...elements];
    const attribute = stateTwins[state];
    for (const element of all) {
      const rule = browserRule(state, element);
      const root = rule && rootOf(element);
      if (!root) continue;
      this.#own.need(root, rule);
      this.use(state);
    }
    this.#showAttribute(state, attribute, all);
  }

  #showAttribute(
    state: string,
    attribute: string,
    elements: Iterable<Element>,
    value: (element: Element) => string = () => '',
  ): void {
    const used = this.#used.has(state) || (state === 'fullscreen' && this.#used.has('-webkit-full-screen'));
    const next = new Set(used ? elements : []);
    const shown = this.#shown.get(attribute) ?? new Set();
    for (const element of shown) if (!next.has(element)) removeAttributeOf(element, attribute);
    for (const element of next) setAttributeOf(element, attribute, value(element));
    this.#shown.set(attribute, next);
  }
}

/** What the browser's own sheet says of an element in a state. */
function browserRule(state: TwinState, element: Element): 'fullscreen' | 'focus' | 'buttons' | undefined {
  switch (state) {
    case 'fullscreen':
      return 'fullscreen';
    case 'focus-visible':
      return 'focus';
    case 'hover':
    case 'focus':
      return localNameOf(element) === 'input' ? 'buttons' : undefined;
    default:
      return undefined;
  }
}

/** An element and all that enclose it as it is drawn; with `labelled`, a label's control as well. */
function flatAncestors(element: Element | undefined, labelled: boolean): Set<Element> {
  const all = new Set<Element>();
  let node: Node | null | undefined = element;
  while (node) {
    if (typeOf(node) === 1) {
      all.add(node as Element);
      const control = labelled && localNameOf(node) === 'label' ? (node as HTMLLabelElement).control : null;
      if (control && typeOf(control) === 1) all.add(control);
    }
    const slot: Element | null = typeOf(node) === 1 ? assignedSlot.call(node) : null;
    node = slot ?? parentOf(node) ?? (typeOf(node) === 11 ? (node as ShadowRoot).host : null);
  }
  return all;
}
