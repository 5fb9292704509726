import { defineConfig } from 'vitest/config';

// Every page of every portal: minutes, so on demand.
export default defineConfig({
  test: { root: new URL('.', import.meta.url).pathname, include: ['all-pages.ts'] },
});
