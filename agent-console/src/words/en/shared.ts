/** What is said in more than one room. */
export const shared = {
  product: 'CoBrowse',
  pageTitle: (page: string) => `${page} · CoBrowse`,
  close: 'Close',
  backToCustomers: 'Back to customers',
  refused: {
    silent: 'The server does not answer. Try again in a moment.',
    failed: (status: number) => `The server answered ${status}. Try again in a moment.`,
  },
};
