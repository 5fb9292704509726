import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from '../client-js/compressed-files.mjs';
import { themeVariables } from './src/theme/theme-variables-plugin.ts';
import { usedStyles } from './src/theme/used-styles-plugin.ts';

export default defineConfig({
  base: '/console/',
  plugins: [
    react(),
    themeVariables(),
    usedStyles(),
    { name: 'compressed', apply: 'build', closeBundle: () => compressFiles(`${import.meta.dirname}/dist`) },
  ],
  build: {
    target: 'es2022',
    // Data addresses would need holes in a strict Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/dev', '/hubs', '/console/replica'].map((path) => [
        path,
        { target: 'http://localhost:5080', ws: path === '/hubs' },
      ]),
    ),
  },
});
