/** Opens the closed roots to the test, and counts what the snippet hooks into the page. */
export function observePage(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };
  const live = new Map<string, number>();
  const keyOf = (target: EventTarget, type: string) =>
    target === window || target === document
      ? `${target === window ? 'window' : 'document'} ${type}`
      : undefined;
  const count = (target: EventTarget, type: string, by: number) => {
    const key = keyOf(target ?? window, type);
    if (key) live.set(key, (live.get(key) ?? 0) + by);
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const known = new WeakMap<object, Set<string>>();
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const seen = listener && (known.get(listener) ?? known.set(listener, new Set()).get(listener)!);
    const capture = typeof options === 'object' ? options?.capture : options;
    const key = `${keyOf(this ?? window, type)} ${!!capture}`;
    if (seen && !seen.has(key)) {
      seen.add(key);
      count(this, type, 1);
    }
    return addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const capture = typeof options === 'object' ? options?.capture : options;
    const key = `${keyOf(this ?? window, type)} ${!!capture}`;
    if (listener && known.get(listener)?.delete(key)) count(this, type, -1);
    return removeEventListener.call(this ?? window, type, listener, options);
  };
  const natives = () =>
    [
      Node,
      Element,
      Document,
      HTMLElement,
      HTMLInputElement,
      CSSStyleSheet,
      CSSStyleDeclaration,
      ShadowRoot,
    ].flatMap((each) =>
      Object.entries(Object.getOwnPropertyDescriptors(each.prototype)).map(
        ([name, d]) => [`${each.name}.${name}`, d.value ?? d.set ?? d.get] as const,
      ),
    );
  const before = new Map(natives());
  Object.assign(window, {
    leftovers: () => ({
      listeners: [...live].filter(([, n]) => n !== 0).map(([key, n]) => `${key} ${n}`),
      patches: natives()
        .filter(([name, value]) => before.get(name) !== value)
        .map(([name]) => name),
    }),
    violations: [] as string[],
  });
  addEventListener.call(document, 'securitypolicyviolation', (event) => {
    (window as never as { violations: string[] }).violations.push(
      (event as SecurityPolicyViolationEvent).violatedDirective,
    );
  });
}
