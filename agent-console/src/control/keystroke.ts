import type { Key } from '@cobrowse/client/protocol';

/** What a key of the agent's means for the customer's page. */
export type Keystroke =
  | { readonly type: 'leave' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'key'; readonly key: Key }
  /** The browser is to do its own thing: what it pastes comes as text. */
  | { readonly type: 'paste' }
  | { readonly type: 'nothing' };

const named =
  /^(?:Enter|Tab|Escape|Backspace|Delete|Arrow(?:Left|Right|Up|Down)|Home|End|Page(?:Up|Down)|F(?:[1-9]|1[0-2]))$/;

/** Of modified keys only those go on that do nothing beyond the page: nothing is copied or cut there. */
export function keystroke(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
): Keystroke {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const command = ctrlKey || metaKey;
  if (command && key === '.') return { type: 'leave' };
  if (event.isComposing) return { type: 'nothing' };
  // AltGr types letters, and tells of Ctrl and Alt at once.
  const letter = [...key].length === 1 && (!command || (ctrlKey && altKey));
  if (letter && key !== ' ') return { type: 'text', text: key };
  if (command && /^v$/i.test(key)) return { type: 'paste' };
  const all = command && /^a$/i.test(key);
  if (!all && !named.test(key) && key !== ' ') return { type: 'nothing' };
  return { type: 'key', key: { key, shift: shiftKey, control: ctrlKey, alt: altKey, meta: metaKey } };
}
