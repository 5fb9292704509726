const owners = [
  'HTMLInputElement HTMLTextAreaElement HTMLSelectElement HTMLOptionElement HTMLMediaElement HTMLDialogElement',
  'HTMLElement Element CSSStyleSheet StyleSheet CSSGroupingRule CSSStyleRule CSSStyleDeclaration CSSKeyframesRule',
  'CSSKeyframeRule CSSMediaRule MediaList EventTarget Node Document',
]
  .join(' ')
  .split(' ');

/** What a page finds on its prototypes. */
export function descriptors(window: Window): Map<string, PropertyDescriptor> {
  const all = new Map<string, PropertyDescriptor>();
  for (const owner of owners) {
    const { prototype } = (window as unknown as Record<string, { prototype: object }>)[owner]!;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      all.set(`${owner}.${name}`, descriptor);
    }
  }
  return all;
}

/** Follows which listeners stand in a page, until told to stop. */
export function followListeners(window: Window) {
  const { EventTarget } = window as unknown as typeof globalThis;
  const listeners = new Set<string>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const key = (target: unknown, type: string, options: unknown) =>
    `${String(target)} ${type} ${JSON.stringify(options)}`;
  const followed = { added: 0, listeners, stop };
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: never[]) {
    listeners.add(key(this, type, rest[1]));
    followed.added++;
    return addEventListener.call(this, type, ...(rest as unknown as [() => void]));
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, ...rest: never[]) {
    listeners.delete(key(this, type, rest[1]));
    return removeEventListener.call(this, type, ...(rest as unknown as [() => void]));
  };
  function stop(): void {
    EventTarget.prototype.addEventListener = addEventListener;
    EventTarget.prototype.removeEventListener = removeEventListener;
  }
  return followed;
}
