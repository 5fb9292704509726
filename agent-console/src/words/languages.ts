import { en, type Words } from './en/index.ts';

/** A language that the console speaks. */
export interface Language {
  /** BCP 47; also the locale of dates and numbers. */
  readonly code: string;
  /** Its name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
}

export const english: Language = { code: 'en', name: 'English', direction: 'ltr', words: en };

/** The others, fetched when chosen: what nobody reads is not sent. */
export const others: readonly (Omit<Language, 'words'> & { readonly load: () => Promise<Words> })[] = [];

/** The language that suits somebody best who reads `wanted`, first wish first. English where none does. */
export async function languageFor(wanted: readonly string[]): Promise<Language> {
  for (const wish of wanted.map((code) => new Intl.Locale(code).language)) {
    if (wish === english.code) return english;
    const found = others.find(({ code }) => new Intl.Locale(code).language === wish);
    if (found) return { ...found, words: await found.load() };
  }
  return english;
}
