/** How a session begins, and how customers know that an agent is the bank's. */
export const starting = {
  twoWords: {
    label: (words: string) => `Two words: ${words}`,
    hint: 'Read these two words to the customer. Their page shows the same two, so they know you are the bank’s.',
    whileAsking: 'Read them these two words. Their page shows the same two:',
  },
};
