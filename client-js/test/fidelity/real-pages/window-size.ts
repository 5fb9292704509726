/** What both windows show at once. */
export const windowSize = { width: 1200, height: 1400 };
