import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Every page of every portal: minutes, so on demand.
export default defineConfig({
  test: { root: fileURLToPath(new URL('.', import.meta.url)), include: ['all-pages.ts'] },
});
