import { fireKey } from './key-event.ts';
import { setNative } from './native-property.ts';

/** A field that takes text. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** How text is entered. */
export interface TextEntry {
  /** In the place of all that stands there; else in that of what is selected. */
  readonly replaces?: boolean;
  /** Tells of the change as a field does that is left. */
  readonly commits?: boolean;
  /** Asked before each character: a field may become another one while it is typed into. */
  readonly accepts?: () => boolean;
}

/** Their value is one thing, not a row of characters. */
const whole = /^(?:date|time|month|week|datetime-local|color|range)$/;
/** Beyond this, text comes as if it were pasted. */
const longestTyped = 500;

/** What was typed of a number that is none yet, such as `1.`: a field of numbers keeps nothing of it. */
const unfinished = new WeakMap<Element, string>();

/**
 * Enters text as if it were typed: the page's own events fire, in the order in which browsers fire them, so that fields
 * which a framework controls react. Whether all of it was taken; a page may refuse any key.
 */
export function enterText(field: TextField, text: string, entry: TextEntry = {}): boolean {
  const accepts = () =>
    !field.readOnly && !field.disabled && field.isConnected && (entry.accepts?.() ?? true);
  if (!accepts()) return false;
  const root = field.getRootNode() as Document | ShadowRoot;
  if (root.activeElement !== field) field.focus({ preventScroll: true });
  if (!accepts()) return false;
  let taken: boolean;
  if (whole.test(field.type)) taken = write(field, () => text, text, 'insertReplacementText');
  else {
    if (entry.replaces) taken = clear(field, text === '');
    else taken = true;
    const pieces = text.length > longestTyped ? [text] : [...text];
    for (const piece of pieces) taken = accepts() && type(field, piece) && taken;
  }
  if (entry.commits && accepts()) commit(field);
  return taken;
}

/** Takes away what is selected, or the character before or behind the caret, as if by its key. */
export function removeText(field: TextField, direction: 'backward' | 'forward'): void {
  const { value } = field;
  const from = field.selectionStart ?? value.length;
  const to = field.selectionEnd ?? value.length;
  const [start, end] =
    from !== to
      ? [from, to]
      : direction === 'backward'
        ? [from - lengthBefore(value, from), from]
        : [from, from + lengthBehind(value, from)];
  if (start === end) return;
  splice(
    field,
    start,
    end,
    null,
    direction === 'backward' ? 'deleteContentBackward' : 'deleteContentForward',
  );
}

/** The field is left with another value than it had. */
export function commit(field: Element): void {
  unfinished.delete(field);
  fire(field, 'change');
}

/** `input` and `change` tell of themselves as the browser's do. */
export function fire(field: Element, type: 'input' | 'change'): void {
  const view = field.ownerDocument.defaultView ?? window;
  field.dispatchEvent(new view.Event(type, { bubbles: true, composed: type === 'input' }));
}

function type(field: TextField, piece: string): boolean {
  const key = { key: piece === '\n' ? 'Enter' : piece };
  const single = [...piece].length === 1;
  // A line of one field would be submitted.
  if (piece === '\n' && field.localName === 'input') return false;
  if (single && !fireKey(field, 'keydown', key)) {
    fireKey(field, 'keyup', key);
    return false;
  }
  let taken = !single || fireKey(field, 'keypress', key);
  if (taken) {
    const end = field.value.length;
    const from = field.selectionStart ?? end;
    const to = field.selectionEnd ?? end;
    taken = splice(field, from, to, piece, piece === '\n' ? 'insertLineBreak' : 'insertText');
  }
  if (single) fireKey(field, 'keyup', key);
  return taken;
}

/** Selects all, which the first character then replaces; takes it away where none follows. */
function clear(field: TextField, remove: boolean): boolean {
  unfinished.delete(field);
  if (field.value === '') return true;
  if (!remove && field.selectionStart !== null) {
    field.select();
    return true;
  }
  return write(field, () => '', null, 'deleteContentBackward');
}

function splice(field: TextField, from: number, to: number, text: string | null, how: string): boolean {
  const added = text ?? '';
  if (field.type === 'number') return typeNumber(field, added, how);
  const room = field.maxLength < 0 ? added.length : field.maxLength - (field.value.length - (to - from));
  const fitting = added.slice(0, Math.max(0, room));
  if (fitting === '' && from === to) return false;
  const caret = from + fitting.length;
  const ranged = field.selectionStart !== null;
  const done = write(
    field,
    (value) => value.slice(0, from) + fitting + value.slice(to),
    text === null ? null : fitting,
    how,
    () => ranged && field.setSelectionRange(caret, caret),
  );
  return done && fitting === added;
}

function typeNumber(field: TextField, added: string, how: string): boolean {
  const known = unfinished.get(field) ?? field.value;
  const typed = added === '' ? known.slice(0, -1) : known + added;
  if (!/^[+-]?\d*\.?\d*(?:e[+-]?\d*)?$/i.test(typed)) return false;
  if (typed !== '' && !/^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(typed)) {
    unfinished.set(field, typed);
    return true;
  }
  unfinished.delete(field);
  return write(field, () => typed, added, how);
}

/** Changes the value between `beforeinput`, which may refuse it, and `input`. */
function write(
  field: TextField,
  change: (value: string) => string,
  data: string | null,
  inputType: string,
  then?: () => void,
): boolean {
  const view = field.ownerDocument.defaultView ?? window;
  const told = { data, inputType, bubbles: true, composed: true };
  if (!field.dispatchEvent(new view.InputEvent('beforeinput', { ...told, cancelable: true }))) return false;
  setNative(field as TextField & Record<'value', unknown>, 'value', change(field.value));
  then?.();
  field.dispatchEvent(new view.InputEvent('input', told));
  return true;
}

const lengthBefore = (value: string, at: number): number => [...value.slice(0, at)].at(-1)?.length ?? 0;
const lengthBehind = (value: string, at: number): number => [...value.slice(at)][0]?.length ?? 0;
