export const shell = {
  rail: {
    label: 'Queue',
    folded: 'Queue, folded',
    show: 'Show the queue (B)',
    showWaiting: (count: number) => `Show the queue, ${count} waiting`,
  },
};
