import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromium } from './chromium.mjs';

const launchOptions = {
  args: chromium.args,
  ...(chromium.executablePath ? { executablePath: chromium.executablePath } : {}),
};

// Limits for a machine that is busy, not measures.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 800 } }],
});

// Compares two runs of one page to the last event: whatever else the browser does at the time would be a difference.
const alone = ['test/masking/leaks/quiet.browser.test.ts'];

export default defineConfig({
  test: {
    // Most files wait for a browser most of the time: with one file at a time two cores idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts'],
          globalSetup: ['test/loader/snippet-folder.ts'],
          ...patience,
        },
      },
      {
        // Found only when a test asks, they would reload the page under the others.
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            'vue/dist/vue.esm-bundler.js',
            '@radix-ui/react-dialog',
            '@radix-ui/react-select',
            'flatpickr',
            'lit',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          exclude: alone,
          ...patience,
          browser: browser(),
        },
      },
      {
        test: { name: 'alone', include: alone, ...patience, browser: browser(), sequence: { groupOrder: 1 } },
      },
    ],
  },
});
