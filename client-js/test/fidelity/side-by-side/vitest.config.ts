import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'beside rrweb', include: ['test/fidelity/side-by-side/*.peer.ts'] },
});
