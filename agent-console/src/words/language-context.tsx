import { DirectionProvider } from '@mantine/core';
import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import type { Words } from './en/index.ts';
import { english, type Language } from './languages.ts';

const LanguageContext = createContext<Language>(english);

/** Everything below it speaks `language`, and runs in its direction. */
export function LanguageRoot({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  useLayoutEffect(() => {
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.direction;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <DirectionProvider
        key={language.direction}
        initialDirection={language.direction}
        detectDirection={false}
      >
        {children}
      </DirectionProvider>
    </LanguageContext>
  );
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** All texts of the console, by room, in the language of whoever reads them. */
export const useWords = (): Words => useLanguage().words;
