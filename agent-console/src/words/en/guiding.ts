export const guiding = {
  label: 'Guide the customer',
  live: (hint: string) => `The customer’s page, live. ${hint}.`,
  approved: 'Approved by your bank',
  tools: {
    pointer: { name: 'Point', hint: 'The customer sees where you point; a click leaves a mark' },
    spotlight: { name: 'Spotlight', hint: 'Click on what the customer should look at' },
    arrow: { name: 'Arrow', hint: 'Drag from anywhere to what you mean' },
    box: { name: 'Box', hint: 'Drag a frame around it' },
    pen: { name: 'Draw', hint: 'Draw freely' },
    label: { name: 'Label', hint: 'Click where the text should stand' },
    value: { name: 'Propose a value', hint: 'Click on a field and write what the customer should enter' },
  },
  fades: {
    name: 'Lines fade',
    on: 'Lines go by themselves; press to let them stay',
    off: 'Lines stay; press to let them fade',
  },
  undo: { name: 'Undo', hint: 'Take the last drawing back' },
  clear: { name: 'Clear', hint: 'Take all drawings back' },
  withKey: (name: string, key: string) => `${name} (${key})`,
  /** Why a drawing does not show to the customer, and what to do. */
  problem: {
    WrongState:
      'The customer does not see this: they have paused, or the connection is down. Draw again once the page is live.',
    TooManyAttempts:
      'The customer does not see this: that was too much at once. Wait a moment and draw again.',
    NotAllowed: 'The customer does not see this: your bank has not approved it.',
    other: 'The customer does not see this. Draw again, or ask for a fresh picture.',
  },
};
