/** The words of a list, which blanks and line breaks part. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
