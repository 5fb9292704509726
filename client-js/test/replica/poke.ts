// A hostile form hides its own methods behind the names of its controls.
const all = Document.prototype.querySelectorAll;
const click = HTMLElement.prototype.click;
const submit = HTMLFormElement.prototype.submit;
const dispatch = EventTarget.prototype.dispatchEvent;
const names = Element.prototype.getAttributeNames;

/** Sets off whatever a page may have laid out for an agent: clicks, handlers, forms. */
export function poke(document: Document): void {
  for (const each of all.call(document, '*')) {
    attempt(() => click.call(each as HTMLElement));
    const handled = names.call(each).filter((name) => name.startsWith('on'));
    for (const type of ['error', 'load', 'focus', 'toggle', ...handled.map((name) => name.slice(2))])
      dispatch.call(each, new Event(type));
    attempt(() => submit.call(each as HTMLFormElement));
  }
}

/** What is no such element, or may not, throws. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Which is the point.
  }
}
