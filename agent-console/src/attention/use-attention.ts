import { useCallback } from 'react';
import { useRememberedFlag } from '../keyboard/remembered-flag.ts';
import { chime } from './chime.ts';

export interface Call {
  readonly title: string;
  readonly body: string;
  /** A later one with the same tag takes the place of this one. */
  readonly tag: string;
}

export const useSound = () => useRememberedFlag('sound', true);
export const useDesktopNotes = () => useRememberedFlag('desktop-notes', false);

/** Calls the agent: by a sound, and where the console is out of sight by a note of the desktop, as far as they want it. */
export function useAttention(): (call: Call) => void {
  const [sound] = useSound();
  const [notes] = useDesktopNotes();
  return useCallback(
    ({ title, body, tag }) => {
      if (sound) chime();
      if (notes && document.visibilityState === 'hidden') desktopNote(title, body, tag);
    },
    [sound, notes],
  );
}

/** Whether the browser lets the console show notes, after asking where it has not been asked. */
export async function notesAllowed(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  const permission =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  return permission === 'granted';
}

function desktopNote(title: string, body: string, tag: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const note = new Notification(title, { body, tag });
    note.onclick = () => {
      window.focus();
      note.close();
    };
  } catch {
    // Some browsers show notes only from a worker.
  }
}
