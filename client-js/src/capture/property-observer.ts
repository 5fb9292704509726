import { guarded } from './guard.ts';
import { WindowListeners } from './listeners.ts';
import { Patches } from './patches.ts';

export interface PropertyDelegate {
  stateChanged(element: Element): void;
  shadowAttached(host: Element, root: ShadowRoot): void;
}

type Realm = Record<string, { prototype: object } | undefined>;

const accessors: readonly (readonly [owner: string, names: string])[] = [
  ['HTMLInputElement', 'value checked indeterminate valueAsNumber valueAsDate files'],
  ['HTMLTextAreaElement', 'value'],
  ['HTMLSelectElement', 'value selectedIndex'],
  ['HTMLOptionElement', 'selected'],
  ['HTMLMediaElement', 'currentTime playbackRate volume muted'],
];
const methods: readonly (readonly [owner: string, names: string])[] = [
  ['HTMLInputElement', 'setRangeText stepUp stepDown setCustomValidity'],
  ['HTMLTextAreaElement', 'setRangeText setCustomValidity'],
  ['HTMLSelectElement', 'setCustomValidity'],
  ['HTMLSlotElement', 'assign'],
  ['HTMLDialogElement', 'show showModal close requestClose'],
  ['HTMLElement', 'showPopover hidePopover togglePopover'],
];
const events =
  'input change reset blur toggle beforetoggle close cancel fullscreenchange play pause seeked ratechange volumechange';

/** Sees elements change in ways that no mutation record tells. */
export class PropertyObserver {
  readonly #delegate: PropertyDelegate;
  readonly #patches = new Patches();
  readonly #windows = new WindowListeners();

  constructor(delegate: PropertyDelegate) {
    this.#delegate = delegate;
  }

  start(window: Window): void {
    const known = this.#windows.has(window);
    this.#listen(window);
    if (known) return;
    const realm = window as unknown as Realm;
    const changed = (element: Element) => this.#changed(element);
    for (const [owner, names] of accessors) {
      for (const name of names.split(' ')) this.#patches.setter(realm[owner]?.prototype, name, changed);
    }
    for (const [owner, names] of methods) {
      for (const name of names.split(' ')) this.#patches.method(realm[owner]?.prototype, name, changed);
    }
    this.#patches.method(realm['Element']?.prototype, 'attachShadow', (host: Element, _, root: ShadowRoot) =>
      this.#delegate.shadowAttached(host, root),
    );
  }

  #listen(window: Window): void {
    this.#windows.begin(window).add(window, events, (event: Event) => {
      const target = event.composedPath()[0] as Element | undefined;
      if (target?.nodeType !== 1) return;
      if (event.type === 'reset') queueMicrotask(guarded(() => this.#reset(target as HTMLFormElement)));
      else this.#changed(target);
    });
  }

  #reset(form: HTMLFormElement): void {
    // A field may be named `elements`.
    for (const field of Reflect.get(HTMLFormElement.prototype, 'elements', form)) this.#changed(field);
  }

  #changed(element: Element): void {
    this.#delegate.stateChanged(element);
    const select = element.localName === 'option' ? element.closest('select') : null;
    if (select !== null) this.#delegate.stateChanged(select);
    if (element.localName !== 'input') return;
    const input = element as HTMLInputElement;
    if (input.type !== 'radio' || input.name === '') return;
    // Checking one unchecks another of its group.
    const root = input.form ?? (input.getRootNode() as ParentNode);
    for (const other of root.querySelectorAll<HTMLInputElement>('input[type="radio" i]')) {
      if (other.name === input.name) this.#delegate.stateChanged(other);
    }
  }

  stop(): void {
    this.#windows.undo();
    this.#patches.undo();
  }
}
