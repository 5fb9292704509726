/** What the agent's mouse does above the customer's page, in the order of the tool bar. */
export const tools = [
  {
    name: 'pointer',
    key: 'p',
    words: 'Point',
    hint: 'The customer sees where you point; a click leaves a mark',
  },
  { name: 'spotlight', key: 's', words: 'Spotlight', hint: 'Click on what the customer should look at' },
  { name: 'arrow', key: 'a', words: 'Arrow', hint: 'Drag from anywhere to what you mean' },
  { name: 'box', key: 'r', words: 'Box', hint: 'Drag a frame around it' },
  { name: 'pen', key: 'd', words: 'Draw', hint: 'Draw freely' },
  { name: 'label', key: 't', words: 'Label', hint: 'Click where the text should stand' },
  {
    name: 'value',
    key: 'v',
    words: 'Propose a value',
    hint: 'Click on a field and write what the customer should enter',
  },
] as const;

export type Tool = (typeof tools)[number]['name'];
