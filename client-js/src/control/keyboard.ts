import { isField } from '../masking/fields.ts';
import type { Key } from '../protocol/action.ts';
import type { ActionOutcome } from '../protocol/protocol.gen.ts';
import { type Bounds, isLink } from './bounds.ts';
import { upwards } from './composed.ts';
import { commit, enterText, fire, removeText, type TextField } from './enter-text.ts';
import { fireKey } from './key-event.ts';
import { setNative } from './native-property.ts';
import { isFocusable } from './pointer.ts';

const texts = /^(?:text|search|url|tel|email|number|)$/;

/** A field that takes text key by key. */
export const isTextField = (element: Element): element is TextField =>
  element.localName === 'textarea' ||
  (element.localName === 'input' && texts.test((element as HTMLInputElement).type));

/** Presses one key on what has the focus, and does what a browser does with it, unless the page prevents that. */
export function pressKey(target: Element, key: Key, bounds: Bounds): ActionOutcome | undefined {
  const held = key.control || key.alt || key.meta;
  const printable = [...key.key].length === 1 && !held;
  if (printable && isTextField(target)) {
    const typed = enterText(target, key.key, { accepts: () => !bounds.refuses(target) });
    return typed ? undefined : bounds.refuses(target);
  }
  let refused: ActionOutcome | undefined;
  if (fireKey(target, 'keydown', key) && (!printable || fireKey(target, 'keypress', key)))
    refused = act(target, key, bounds);
  if (target.isConnected) fireKey(target, 'keyup', key);
  return refused;
}

function act(target: Element, key: Key, bounds: Bounds): ActionOutcome | undefined {
  const refused = bounds.refuses(target);
  if (refused && key.key !== 'Tab') return refused;
  if (key.control || key.meta) {
    if (/^a$/i.test(key.key) && isTextField(target)) target.select();
    return undefined;
  }
  switch (key.key) {
    case 'Tab':
      moveFocus(target, key.shift === true, bounds);
      return undefined;
    case 'Enter':
      return enter(target, bounds);
    case ' ':
      return press(target, /^(?:button|summary)$/.test(target.localName) || isToggle(target), bounds);
    case 'Escape':
      closeDialog(target);
      return undefined;
    case 'Backspace':
    case 'Delete':
      if (isTextField(target)) removeText(target, key.key === 'Delete' ? 'forward' : 'backward');
      return undefined;
    default:
      step(target, key);
      return undefined;
  }
}

/** What a press would do there, a key does too, within the same bounds. */
function press(target: Element, presses: boolean, bounds: Bounds): ActionOutcome | undefined {
  if (!presses) return undefined;
  const refused = bounds.refusesPress(target);
  if (!refused) (target as HTMLElement).click();
  return refused;
}

function enter(target: Element, bounds: Bounds): ActionOutcome | undefined {
  if (target.localName === 'textarea') {
    enterText(target as TextField, '\n', { accepts: () => !bounds.refuses(target) });
    return undefined;
  }
  if (!isField(target))
    return press(
      target,
      target.localName === 'button' || target.localName === 'summary' || isLink(target),
      bounds,
    );
  const { form, type } = target as HTMLInputElement;
  if (/^(?:button|submit|reset|image)$/.test(type)) return press(target, true, bounds);
  if (!form || target.localName !== 'input') return undefined;
  if (!bounds.allowsSubmit) return 'Blocked';
  commit(target);
  const sends = Array.from(
    Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<HTMLButtonElement>,
  ).find((each) => /^(?:submit|image)$/.test(each.type));
  if (sends) return sends.disabled ? undefined : press(sends, true, bounds);
  HTMLFormElement.prototype.requestSubmit.call(form);
  return undefined;
}

const isToggle = (target: Element): boolean =>
  target.localName === 'input' &&
  /^(?:checkbox|radio|button|submit|reset)$/.test((target as HTMLInputElement).type);

function closeDialog(target: Element): void {
  for (const at of upwards(target)) {
    if (at.localName !== 'dialog' || !at.matches(':modal')) continue;
    const view = at.ownerDocument.defaultView ?? window;
    if (at.dispatchEvent(new view.Event('cancel', { cancelable: true }))) (at as HTMLDialogElement).close();
    return;
  }
}

/** The next or former element that takes the focus. */
function moveFocus(target: Element, back: boolean, bounds: Bounds): void {
  const all = tabbable(target.ownerDocument).filter((each) => !bounds.refuses(each));
  const from = all.findIndex((each) => each === target || each.contains(target));
  const next = all[from < 0 ? 0 : (from + (back ? all.length - 1 : 1)) % all.length];
  next?.focus();
}

function tabbable(document: Document): HTMLElement[] {
  const modal = [...document.querySelectorAll('dialog:modal')].pop() ?? document;
  const found = [...modal.querySelectorAll<HTMLElement>('*')].filter(
    (each) => isFocusable(each) && each.tabIndex >= 0 && (each.checkVisibility?.() ?? true),
  );
  return found.sort((one, other) => (one.tabIndex || 1e6) - (other.tabIndex || 1e6));
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };

/** Arrows, Home and End: through a text, along a range, over options, else the page scrolls. */
function step(target: Element, key: Key): void {
  const by = steps[key.key];
  const field = target as HTMLInputElement;
  const { localName } = target;
  const type = isField(target) ? field.type : '';
  if (type === 'range' || (type === 'number' && /^Arrow(?:Up|Down)$/.test(key.key))) {
    const former = field.value;
    if (by) setNative(field as HTMLInputElement & Record<'value', unknown>, 'value', stepped(field, by));
    else if (key.key === 'Home') setNative(field as never, 'value', field.min || '0');
    else if (key.key === 'End') setNative(field as never, 'value', field.max || '100');
    if (field.value !== former) changed(field);
  } else if (localName === 'select' && by) choose(target as unknown as HTMLSelectElement, -by);
  else if (type === 'radio' && by) chooseRadio(field, -by);
  else if (isTextField(target)) moveCaret(target, key);
  else
    scrollBy({
      top:
        {
          ArrowUp: -40,
          ArrowDown: 40,
          PageUp: -innerHeight * 0.9,
          PageDown: innerHeight * 0.9,
          Home: -1e7,
          End: 1e7,
        }[key.key] ?? 0,
      behavior: 'instant',
    });
}

/** As `stepUp` and `stepDown` would, which stand on the element and may be a framework's. */
function stepped(field: HTMLInputElement, by: number): string {
  const copy = field.cloneNode() as HTMLInputElement;
  copy.value = field.value;
  if (by > 0) copy.stepUp();
  else copy.stepDown();
  return copy.value;
}

function changed(field: Element): void {
  fire(field, 'input');
  fire(field, 'change');
}

function choose(select: HTMLSelectElement, by: number): void {
  const options = Array.from(select.options);
  for (let at = select.selectedIndex + by; at >= 0 && at < options.length; at += by)
    if (!options[at]!.disabled) return void selectOption(select, at);
}

/** Selects the option at a place, as a customer would. */
export function selectOption(select: HTMLSelectElement, index: number): void {
  if (select.multiple) {
    const option = select.options[index]!;
    setNative(option as HTMLOptionElement & Record<'selected', unknown>, 'selected', !option.selected);
  } else if (select.selectedIndex === index) return;
  else setNative(select as HTMLSelectElement & Record<'selectedIndex', unknown>, 'selectedIndex', index);
  changed(select);
}

function chooseRadio(field: HTMLInputElement, by: number): void {
  const root = field.form ?? (field.getRootNode() as ParentNode);
  const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio" i]')].filter(
    (each) => each.name === field.name && !each.disabled,
  );
  const next = group[(group.indexOf(field) + by + group.length) % group.length];
  next?.focus();
  next?.click();
}

function moveCaret(field: TextField, { key, shift }: Key): void {
  if (field.selectionStart === null) return;
  const { value } = field;
  const backward = field.selectionDirection === 'backward';
  const from = (backward ? field.selectionStart : field.selectionEnd) ?? 0;
  const fixed = (backward ? field.selectionEnd : field.selectionStart) ?? 0;
  const to = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    Home: 0,
    End: value.length,
    ArrowUp: 0,
    ArrowDown: value.length,
  }[key];
  if (to === undefined) return;
  const at = Math.min(value.length, Math.max(0, to));
  if (!shift) field.setSelectionRange(at, at);
  else field.setSelectionRange(Math.min(at, fixed), Math.max(at, fixed), at < fixed ? 'backward' : 'forward');
}
