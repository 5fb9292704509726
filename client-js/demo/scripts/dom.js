/**
 * Makes an element. Properties that the element has are set, others become attributes; `class` and `data-*` are
 * attributes. Children are nodes or text.
 * @param {string} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && key !== 'list') made[key] = value;
    else made.setAttribute(key, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * The element with this id; its absence is a mistake in the page.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}
