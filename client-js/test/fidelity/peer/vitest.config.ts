import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A score beside ours, and minutes: on demand.
export default defineConfig({
  test: { root: fileURLToPath(new URL('.', import.meta.url)), include: ['rrweb-cases.ts'] },
});
