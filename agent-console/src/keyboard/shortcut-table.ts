/** Every single-key shortcut of the console, in the order in which the help shows them. */
export const shortcutTable = [
  { key: 'c', shown: 'C', words: 'Claim the customer who waits longest', place: 'Queue' },
  { key: 'q', shown: 'Q', words: 'Go to the queue; ↑ ↓ move, Enter claims', place: 'Queue' },
  { key: '/', shown: '/', words: 'Type a code', place: 'Queue' },
  { key: 'z', shown: 'Z', words: 'Switch between fit and 100 %', place: 'Session' },
  { key: 'f', shown: 'F', words: 'Ask for a fresh picture', place: 'Session' },
  { key: 'm', shown: 'M', words: 'Show or hide the chat; Esc leaves it', place: 'Session' },
  { key: 'p', shown: 'P', words: 'Point', place: 'Guiding' },
  { key: 's', shown: 'S', words: 'Spotlight', place: 'Guiding' },
  { key: 'a', shown: 'A', words: 'Arrow', place: 'Guiding' },
  { key: 'r', shown: 'R', words: 'Box', place: 'Guiding' },
  { key: 'd', shown: 'D', words: 'Draw', place: 'Guiding' },
  { key: 't', shown: 'T', words: 'Label', place: 'Guiding' },
  { key: 'v', shown: 'V', words: 'Propose a value for a field', place: 'Guiding' },
  { key: 'u', shown: 'U', words: 'Take the last drawing back', place: 'Guiding' },
  { key: 'x', shown: 'X', words: 'Take all drawings back', place: 'Guiding' },
  { key: 'k', shown: 'K', words: 'Ask for control, or give it back', place: 'Guiding' },
  { key: 'escape', shown: 'Esc', words: 'Back to pointing', place: 'Guiding' },
  { key: 'l', shown: 'L', words: 'Leave the session', place: 'Session' },
  { key: 'e', shown: 'E', words: 'End the session (asks first)', place: 'Session' },
  { key: 'b', shown: 'B', words: 'Show or hide the queue', place: 'Everywhere' },
  { key: '?', shown: '?', words: 'This help', place: 'Everywhere' },
] as const;

export type ShortcutKey = (typeof shortcutTable)[number]['key'];
