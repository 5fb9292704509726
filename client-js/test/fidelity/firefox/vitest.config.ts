import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Needs an installed Firefox, and minutes: on demand.
export default defineConfig({
  test: { root: fileURLToPath(new URL('.', import.meta.url)), include: ['firefox-cases.ts'] },
});
