/** What changes fields without a mutation record. */
const members: Readonly<Record<string, string>> = {
  HTMLInputElement:
    'value checked indeterminate valueAsNumber valueAsDate files setRangeText stepUp stepDown setCustomValidity',
  HTMLTextAreaElement: 'value setRangeText setCustomValidity',
  HTMLSelectElement: 'value selectedIndex setCustomValidity',
  HTMLOptionElement: 'selected',
};

/** The fields that change with `element`: all of a form, where it is `whole`, the others of a radio group. */
function* changed(element: Element, whole: boolean): Generator<Element> {
  if (whole && element.localName === 'form') {
    // A field may be named `elements`.
    for (const field of Reflect.get(HTMLFormElement.prototype, 'elements', element))
      yield* changed(field, false);
    return;
  }
  yield element;
  const select = element.localName === 'option' ? element.closest('select') : null;
  if (select) yield select;
  if (element.localName !== 'input') return;
  const input = element as HTMLInputElement;
  if (input.type !== 'radio' || input.name === '') return;
  // Checking one unchecks another of its group.
  const root = input.form ?? (input.getRootNode() as ParentNode);
  for (const other of root.querySelectorAll<HTMLInputElement>('input[type="radio" i]'))
    if (other.name === input.name) yield other;
}

/** How fields change. Where the gate denies fields, nobody need know. */
export const fieldChanges = { members, changed } as const;
