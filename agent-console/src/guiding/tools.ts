/** What the agent's mouse does above the customer's page, in the order of the tool bar. */
export const tools = [
  { name: 'pointer', key: 'p' },
  { name: 'spotlight', key: 's' },
  { name: 'arrow', key: 'a' },
  { name: 'box', key: 'r' },
  { name: 'pen', key: 'd' },
  { name: 'label', key: 't' },
  { name: 'value', key: 'v' },
] as const;

export type Tool = (typeof tools)[number]['name'];
