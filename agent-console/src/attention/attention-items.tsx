import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import { chime } from './chime.ts';
import { notesAllowed, useDesktopNotes, useSound } from './use-attention.ts';

/** How the agent is called: a part of the account menu. */
export function AttentionItems() {
  const { attention: words } = useWords().home;
  const [sound, setSound] = useSound();
  const [notes, setNotes] = useDesktopNotes();
  const [blocked, setBlocked] = useState(false);
  const items = [
    {
      label: words.sound,
      on: sound,
      flip: () => {
        setSound(!sound);
        if (!sound) chime();
      },
    },
    {
      label: words.notes,
      on: notes,
      flip: async () => {
        const allowed = notes || (await notesAllowed());
        setBlocked(!allowed);
        setNotes(!notes && allowed);
      },
    },
  ];
  return (
    <>
      <Menu.Label>{words.heading}</Menu.Label>
      {items.map(({ label, on, flip }) => (
        <Menu.CheckboxItem key={label} checked={on} onChange={() => void flip()}>
          {label}
        </Menu.CheckboxItem>
      ))}
      {blocked && <Menu.Label role="status">{words.blocked}</Menu.Label>}
    </>
  );
}
