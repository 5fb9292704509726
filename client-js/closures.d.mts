/** The names that no minifier may give or take. */
export const givenNames: readonly string[];

export function closures(text: string): string;
