/**
 * Sets a property as the browser would: past what a framework put on the element itself, which would take our change
 * for its own and miss it.
 */
export function setNative<K extends string>(
  element: Element & Record<K, unknown>,
  name: K,
  value: unknown,
): void {
  for (let at: object | null = Object.getPrototypeOf(element); at; at = Object.getPrototypeOf(at)) {
    const setter = Object.getOwnPropertyDescriptor(at, name)?.set;
    if (!setter) continue;
    Reflect.apply(setter, element, [value]);
    return;
  }
}
