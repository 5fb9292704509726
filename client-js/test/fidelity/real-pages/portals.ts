import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileBelow, type PortalFile, packageFolder } from './portal-files.ts';

/** A portal that we did not write: its pages, and what its server answers. */
export interface Portal {
  readonly name: string;
  readonly pages: readonly string[];
  /** What the customer prefers; the agent prefers light. */
  readonly colorScheme?: 'dark';
  file(path: string): PortalFile | undefined;
}

const admin = packageFolder('startbootstrap-sb-admin-2');
const creative = join(packageFolder('startbootstrap-creative'), 'dist');
const govuk = join(packageFolder('govuk-frontend'), 'dist/govuk');

const assembled: Record<string, readonly string[]> = {
  'form.html': [
    'header',
    'phase-banner',
    'breadcrumbs',
    'error-summary',
    'input',
    'textarea',
    'select',
    'radios',
    'checkboxes',
    'date-input',
    'file-upload',
    'button',
    'footer',
  ],
  'content.html': [
    'skip-link',
    'header',
    'service-navigation',
    'notification-banner',
    'panel',
    'table',
    'summary-list',
    'tabs',
    'accordion',
    'details',
    'tag',
    'pagination',
    'footer',
  ],
  'more.html': [
    'cookie-banner',
    'header',
    'back-link',
    'inset-text',
    'warning-text',
    'task-list',
    'character-count',
    'password-input',
    'fieldset',
    'exit-this-page',
    'footer',
  ],
};

interface Fixtures {
  readonly fixtures: readonly { readonly html: string; readonly hidden: boolean }[];
}

function govukPage(components: readonly string[]): string {
  const parts = components.map((component) => {
    const path = join(govuk, 'components', component, 'fixtures.json');
    const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as Fixtures;
    return fixtures
      .filter((fixture) => !fixture.hidden)
      .slice(0, 2)
      .map((fixture) => fixture.html)
      .join('\n');
  });
  return (
    `<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>GOV.UK</title>` +
    `<link rel="stylesheet" href="/govuk-frontend.min.css"></head><body class="govuk-template__body">` +
    `<script>document.body.className += ' js-enabled govuk-frontend-supported'</script>` +
    `<div class="govuk-width-container"><main class="govuk-main-wrapper">${parts.join('\n')}</main></div>` +
    `<script type="module">import { initAll } from '/govuk-frontend.min.js'; initAll();</script></body></html>`
  );
}

const schemes: Record<string, string> = {
  'media.html':
    '<!doctype html><style>body{background:#eee;color:#111}@media (prefers-color-scheme:dark){body{background:#123;color:#eee}}' +
    'p{color:light-dark(red,yellow)}</style><h1>Follows the preference by a query</h1><p>Text</p>',
  'native.html':
    '<!doctype html><style>:root{color-scheme:light dark}</style><h1>Painted by the browser</h1>' +
    '<p>Text</p><input placeholder=Field><button>Button</button>',
  'none.html': '<!doctype html><h1>Knows one scheme</h1><p>Text</p><input><button>Button</button>',
};

export const portals: readonly Portal[] = [
  {
    name: 'pages in a dark scheme',
    pages: Object.keys(schemes),
    colorScheme: 'dark',
    file: (path) => {
      const page = schemes[path.slice(1)];
      return page === undefined ? undefined : { type: 'text/html', body: Buffer.from(page) };
    },
  },
  {
    name: 'sb-admin-2',
    pages: readdirSync(admin).filter((file) => file.endsWith('.html')),
    file: (path) => fileBelow(admin, path),
  },
  { name: 'creative', pages: ['index.html'], file: (path) => fileBelow(creative, path) },
  {
    name: 'govuk',
    pages: Object.keys(assembled),
    file: (path) => {
      const components = assembled[path.slice(1)];
      if (components) return { type: 'text/html', body: Buffer.from(govukPage(components)) };
      return fileBelow(govuk, path.replace(/^\/assets\//, '/assets/'));
    },
  },
];
