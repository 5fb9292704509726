import type { fieldChanges } from './field-changes.ts';
import { guarded } from './guard.ts';
import type { Listeners } from './listeners.ts';
import type { Patches } from './patches.ts';

export interface PropertyDelegate {
  stateChanged(element: Element): void;
  animationChanged(element: Element): void;
  shadowAttached(host: Element, root: ShadowRoot): void;
  /** The page has another address. */
  addressChanged(): void;
}

type Realm = Record<string, { prototype: object } | undefined>;

/** What changes an element's state, by the interface of what it is used on. */
const members: Readonly<Record<string, string>> = {
  HTMLMediaElement: 'currentTime playbackRate volume muted',
  HTMLSlotElement: 'assign',
  HTMLDialogElement: 'show showModal close requestClose',
  HTMLElement: 'showPopover hidePopover togglePopover',
};
/** What makes, steers or changes an animation. */
const animating: Readonly<Record<string, string>> = {
  Element: 'animate',
  Animation: 'play pause cancel finish reverse updatePlaybackRate currentTime startTime playbackRate effect',
  KeyframeEffect: 'setKeyframes',
  AnimationEffect: 'updateTiming',
};
/** Heard in the root of their element only. */
const rootEvents =
  'change reset submit invalid toggle beforetoggle close cancel play pause seeked ratechange volumechange';
const windowEvents = `${rootEvents} input blur fullscreenchange`;

/** Sees elements change in ways that no mutation record tells. */
export class PropertyObserver {
  readonly #delegate: PropertyDelegate;
  readonly #patches: Patches;
  #fields: typeof fieldChanges | undefined;

  constructor(delegate: PropertyDelegate, patches: Patches) {
    this.#delegate = delegate;
    this.#patches = patches;
  }

  start(window: Window): void {
    this.#use(window, members, this.#changes);
    this.#use(window, { History: 'pushState replaceState' }, () => this.#delegate.addressChanged());
    this.#use(window, this.#fields?.members, this.#changes);
    this.#use(window, animating, (self: Partial<Animation & KeyframeEffect>) =>
      this.#delegate.animationChanged(
        ((self.effect as KeyframeEffect | null | undefined) ?? self).target ?? (self as Element),
      ),
    );
    const shown = (window as unknown as Realm)['Element']?.prototype;
    this.#patches.part('value', shown, 'attachShadow', (host: Element, _, root: ShadowRoot) =>
      this.#delegate.shadowAttached(host, root),
    );
  }

  /** From now on it matters what is entered into fields. `window` is the only one so far. */
  watchFields(window: Window, fields: typeof fieldChanges): void {
    this.#fields = fields;
    this.#use(window, fields.members, this.#changes);
  }

  #use(
    window: Window,
    names: Readonly<Record<string, string>> | undefined,
    after: (self: never) => void,
  ): void {
    for (const owner in names)
      this.#patches.use((window as unknown as Realm)[owner]?.prototype, names[owner]!, after);
  }

  listen(window: Window, on: Listeners): void {
    this.#listen(window, windowEvents, on);
  }

  listenIn(root: ShadowRoot, on: Listeners): void {
    this.#listen(root, rootEvents, on);
  }

  #listen(root: Window | ShadowRoot, events: string, on: Listeners): void {
    on.add(root, events, (event: Event) => {
      const target = event.composedPath()[0] as Element | undefined;
      if (target?.nodeType !== 1) return;
      // A form that is sent, or may not be, has all its fields judged.
      const form = (event.type === 'invalid' && (target as HTMLInputElement).form) || target;
      if (this.#fields && /^(reset|submit|invalid)$/.test(event.type))
        queueMicrotask(guarded(() => this.#changed(form, true)));
      else this.#changed(target);
    });
  }

  readonly #changes = (element: Element): void => this.#changed(element);

  #changed(element: Element, whole = false): void {
    for (const field of this.#fields?.changed(element, whole) ?? [element])
      this.#delegate.stateChanged(field);
  }
}
