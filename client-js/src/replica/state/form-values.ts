import { localNameOf, viewOf } from '../tree/dom-order.ts';

type Value = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Selectedness as the customer has it, applied select by select when all options are there. */
export class Selectedness {
  readonly #wanted = new WeakMap<Node, boolean>();
  readonly #touched = new Set<HTMLSelectElement>();

  set(option: HTMLOptionElement, selected: boolean): void {
    const select = option.closest('select');
    // Of one choice, only that is told.
    if (select && !select.multiple) for (const other of select.options) this.#wanted.delete(other);
    this.#wanted.set(option, selected);
    if (select) this.#touched.add(select);
    else option.selected = selected;
  }

  flush(): void {
    for (const select of this.#touched) this.#apply(select);
    this.#touched.clear();
  }

  #apply(select: HTMLSelectElement): void {
    const options = Array.from(select.querySelectorAll('option'));
    if (select.multiple) {
      for (const option of options) {
        const wanted = this.#wanted.get(option);
        if (wanted !== undefined && option.selected !== wanted) option.selected = wanted;
      }
      return;
    }
    const chosen = options.findLast((option) => this.#wanted.get(option));
    if (chosen) chosen.selected = true;
    else select.selectedIndex = -1;
  }
}

/** Sets a control's value without touching what already holds it. */
export function setValue(element: Element, value: string): void {
  const control = element as Value;
  if (localNameOf(control) === 'input' && (control as HTMLInputElement).type === 'file') return;
  if (control.value === value && localNameOf(control) !== 'input') {
    // A textarea's value may only look the same while it still follows its text.
    if (localNameOf(control) === 'textarea') control.value = value;
    return;
  }
  control.value = value;
}

/** More names have no room in a control. */
const mostFiles = 100;

/** Shows these names in a file input. */
export function setFileNames(input: HTMLInputElement, names: readonly string[]): void {
  const view = viewOf(input);
  if (!view || input.type !== 'file') return;
  const transfer = new view.DataTransfer();
  for (const name of names.slice(0, mostFiles)) transfer.items.add(new view.File([], name));
  input.files = transfer.files;
}
