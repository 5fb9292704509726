/** Namespaces by their short name on the wire. */
const namespaces: Record<string, string> = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  mathml: 'http://www.w3.org/1998/Math/MathML',
};

export const htmlNamespace = namespaces['html']!;
export const svgNamespace = namespaces['svg']!;

/** The URI of a namespace as it travels. */
export const namespaceUri = (namespace: string): string | null =>
  namespace === '' ? null : Object.hasOwn(namespaces, namespace) ? namespaces[namespace]! : namespace;

/**
 * Elements that are not what they were: built under this name of no meaning, so that they show their content
 * but never load, run or navigate. Anything else is built under its own name with allowed attributes only.
 */
const inertNames = new Set(['portal', 'fencedframe', 'applet', 'webview', 'bgsound', 'isindex', 'keygen']);

/** The name under which an element is built. */
export const builtName = (namespace: string | null, name: string): string =>
  namespace === htmlNamespace && inertNames.has(name.toLowerCase()) ? `cobrowse-${name.toLowerCase()}` : name;
