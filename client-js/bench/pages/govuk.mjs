import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const components = [
  'header phase-banner breadcrumbs error-summary input textarea select radios checkboxes date-input file-upload',
  'notification-banner panel table summary-list tabs accordion details tag pagination task-list footer',
].flatMap((line) => line.split(' '));

/** A page of GOV.UK's components, each as its first two fixtures show it. */
export async function govukPage(folder) {
  const parts = await Promise.all(
    components.map(async (component) => {
      const file = join(folder, 'components', component, 'fixtures.json');
      const { fixtures } = JSON.parse(await readFile(file, 'utf8'));
      return fixtures
        .filter(({ hidden }) => !hidden)
        .slice(0, 2)
        .map(({ html }) => html)
        .join('\n');
    }),
  );
  return `<!doctype html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>GOV.UK</title>
<link rel="stylesheet" href="/govuk/govuk-frontend.min.css"></head><body class="govuk-template__body js-enabled
govuk-frontend-supported"><div class="govuk-width-container"><main>${parts.join('\n')}</main></div>
<script type="module">import { initAll } from '/govuk/govuk-frontend.min.js'; initAll();</script></body></html>`;
}
