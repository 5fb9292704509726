import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import 'virtual:theme-variables.css';
import './surface.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

const colorScheme = localStorageColorSchemeManager({ key: 'cobrowse-console-scheme' });

/** Everything below it wears the console's theme. All styles come from files, none from style elements. */
export function ThemeRoot({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Notifications position="bottom-left" limit={3} autoClose={8000} containerWidth={320} />
      {children}
    </MantineProvider>
  );
}
