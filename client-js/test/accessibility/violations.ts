import type { AxeResults, RunOptions } from 'axe-core';

/** What a bank has to meet: WCAG 2.1, levels A and AA. */
export const wcag: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  resultTypes: ['violations'],
};

/** What depends on colours alone. */
export const colours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
};

/** One line for each element that breaks a rule. */
export const violations = (results: AxeResults): string[] =>
  results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) =>
      [id, html.slice(0, 160), ...[...any, ...all].map(({ message }) => message)].join(' · '),
    ),
  );
