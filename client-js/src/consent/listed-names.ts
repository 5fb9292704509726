/** "Ana", "Ana and Ben", "Ana, Ben and Cem", in the texts' language. */
export function listed(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
