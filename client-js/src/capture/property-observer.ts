import type { Gate } from '../masking/gate.ts';
import { fieldAccessors, fieldMethods, fieldsChanged } from './field-changes.ts';
import { guarded } from './guard.ts';
import { WindowListeners } from './listeners.ts';
import { Patches } from './patches.ts';

export interface PropertyDelegate {
  stateChanged(element: Element): void;
  shadowAttached(host: Element, root: ShadowRoot): void;
}

type Realm = Record<string, { prototype: object } | undefined>;

type Named = readonly (readonly [owner: string, names: string])[];

const accessors: Named = [['HTMLMediaElement', 'currentTime playbackRate volume muted']];
const methods: Named = [
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

  readonly #gate: Gate;

  constructor(delegate: PropertyDelegate, gate: Gate) {
    this.#delegate = delegate;
    this.#gate = gate;
  }

  start(window: Window): void {
    const known = this.#windows.has(window);
    this.#listen(window);
    if (known) return;
    const realm = window as unknown as Realm;
    const changed = (element: Element) => this.#changed(element);
    for (const [owner, names] of this.#gate.unmasked ? [...accessors, ...fieldAccessors] : accessors) {
      for (const name of names.split(' ')) this.#patches.setter(realm[owner]?.prototype, name, changed);
    }
    for (const [owner, names] of this.#gate.unmasked ? [...methods, ...fieldMethods] : methods) {
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
      if (this.#gate.unmasked && event.type === 'reset')
        queueMicrotask(guarded(() => this.#changed(target, true)));
      else this.#changed(target);
    });
  }

  #changed(element: Element, reset = false): void {
    if (this.#gate.unmasked)
      for (const field of fieldsChanged(element, reset)) this.#delegate.stateChanged(field);
    else this.#delegate.stateChanged(element);
  }

  stop(): void {
    this.#windows.undo();
    this.#patches.undo();
  }
}
