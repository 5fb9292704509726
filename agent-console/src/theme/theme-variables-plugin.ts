import type { Plugin } from 'vite';
import { themeStyleSheet } from './css-variables.ts';

const id = 'virtual:theme-variables.css';

/** Makes `import 'virtual:theme-variables.css'` the theme's own style sheet. */
export function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? themeStyleSheet() : undefined),
  };
}
