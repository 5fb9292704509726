import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { consoleStates } from '../fixture/console-states.ts';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

describe('every state of the console can be seen', () => {
  for (const [name, state] of Object.entries(consoleStates))
    test(name, async () => {
      opened = await openConsole(state);
      await expect.poll(() => document.querySelector('#root')?.childElementCount).toBeGreaterThan(0);
      state.play?.(opened);
      const seen = page.getByRole(state.role, state.name === '' ? {} : { name: state.name, exact: true });
      await expect.element(seen.first()).toBeVisible();
    });
});
