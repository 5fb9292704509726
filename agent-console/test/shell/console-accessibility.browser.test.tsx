import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { consoleStates } from '../fixture/console-states.ts';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';

let opened: OpenConsole | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
  localStorage.clear();
  document.documentElement.removeAttribute('data-mantine-color-scheme');
});

/** One line for each element that breaks a rule of WCAG 2.1 A or AA. The customer’s page is not the console’s. */
async function found(): Promise<string[]> {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    resultTypes: ['violations'],
    iframes: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) =>
      [id, html.slice(0, 160), ...[...any, ...all].map(({ message }) => message)].join(' · '),
    ),
  );
}

describe.each(['light', 'dark'] as const)('the %s console meets WCAG 2.1 AA:', (scheme) => {
  test.each(Object.entries(consoleStates))('%s', async (_, state) => {
    localStorage.setItem('cobrowse-console-scheme', scheme);
    opened = await openConsole(state);
    await expect.poll(() => document.querySelector('#root')?.childElementCount).toBeGreaterThan(0);
    state.play?.(opened);
    const seen = page.getByRole(state.role, state.name === '' ? {} : { name: state.name, exact: true });
    await expect.element(seen.first()).toBeVisible();
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe(scheme);
    expect(await found()).toEqual([]);
  });
});
