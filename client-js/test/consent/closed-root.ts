/** What `make` makes, with the shadow root that it attaches: closed to the page, tests catch it where it is made. */
export function withRoot<T>(make: () => T): [made: T, root: ShadowRoot] {
  const attach = Element.prototype.attachShadow;
  let root: ShadowRoot | undefined;
  Element.prototype.attachShadow = function (options) {
    root = attach.call(this, options);
    return root;
  };
  try {
    return [make(), root!];
  } finally {
    Element.prototype.attachShadow = attach;
  }
}
