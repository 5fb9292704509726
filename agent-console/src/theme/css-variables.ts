import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme } from './theme.ts';

/**
 * The theme as a style sheet. It is built ahead, because Mantine would otherwise write it into a style element
 * while it runs, which a Content-Security-Policy without `unsafe-inline` refuses.
 */
export function themeStyleSheet(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const css = convertCssVariables(defaultCssVariablesResolver(merged));
  const schemes = convertCssVariables({
    variables: {},
    light: { '--mantine-color-scheme': 'light' },
    dark: { '--mantine-color-scheme': 'dark' },
  });
  return `${css}\n${schemes}\n`;
}
