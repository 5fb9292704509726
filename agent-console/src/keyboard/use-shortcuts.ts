import { useEffect, useEffectEvent } from 'react';
import { type ShortcutKey, shortcutTable } from './shortcut-table.ts';

/** The shortcut that a key press means, or undefined where it is meant for something else. */
export function shortcutOf(event: KeyboardEvent): ShortcutKey | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return undefined;
  const target = event.target;
  if (target instanceof HTMLElement) {
    if (target.isContentEditable || target.matches('input:not([type="radio"]), textarea, select'))
      return undefined;
    if (target.closest('[role="menu"]')) return undefined;
  }
  const key = event.key.toLowerCase();
  return shortcutTable.find((shortcut) => shortcut.key === key)?.key;
}

/** Calls the handler of a pressed shortcut while `enabled`. */
export function useShortcuts(
  handlers: Readonly<Partial<Record<ShortcutKey, () => void>>>,
  enabled: boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = shortcutOf(event);
    if (!key || (!enabled && key !== '?')) return;
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    const handler = handlers[key];
    if (!handler) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
