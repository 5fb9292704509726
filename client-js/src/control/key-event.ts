import type { Key } from '../protocol/action.ts';

const codes: Readonly<Record<string, readonly [code: string, number: number]>> = {
  Enter: ['Enter', 13],
  Tab: ['Tab', 9],
  Escape: ['Escape', 27],
  Backspace: ['Backspace', 8],
  Delete: ['Delete', 46],
  ArrowLeft: ['ArrowLeft', 37],
  ArrowUp: ['ArrowUp', 38],
  ArrowRight: ['ArrowRight', 39],
  ArrowDown: ['ArrowDown', 40],
  Home: ['Home', 36],
  End: ['End', 35],
  PageUp: ['PageUp', 33],
  PageDown: ['PageDown', 34],
  ' ': ['Space', 32],
};

function codeOf(key: string): readonly [string, number] {
  const known = codes[key];
  if (known) return known;
  if (/^[a-z]$/i.test(key)) return [`Key${key.toUpperCase()}`, key.toUpperCase().charCodeAt(0)];
  if (/^\d$/.test(key)) return [`Digit${key}`, key.charCodeAt(0)];
  return ['', 0];
}

/** Fires one event of a key; false where the page prevents what would follow. */
export function fireKey(target: Element, type: 'keydown' | 'keypress' | 'keyup', key: Key): boolean {
  const [code, number] = codeOf(key.key);
  const keyCode = type === 'keypress' ? key.key.charCodeAt(0) : number;
  const view = target.ownerDocument.defaultView ?? window;
  const event = new view.KeyboardEvent(type, {
    key: key.key,
    code,
    shiftKey: key.shift ?? false,
    ctrlKey: key.control ?? false,
    altKey: key.alt ?? false,
    metaKey: key.meta ?? false,
    bubbles: true,
    cancelable: true,
    composed: true,
    view,
    // Older pages ask for nothing else.
    keyCode,
    which: keyCode,
    charCode: type === 'keypress' ? keyCode : 0,
  } as KeyboardEventInit);
  return target.dispatchEvent(event);
}
