import { comparePages } from './compare-pages.ts';
import { portals } from './portals.ts';

// A few pages of the large portals; `npm run fidelity:pages` compares all.
const usual: Readonly<Record<string, readonly string[]>> = {
  'sb-admin-2': ['index.html', 'tables.html'],
  creative: ['index.html'],
  govuk: ['form.html'],
};

comparePages(portals.map((portal) => ({ ...portal, pages: usual[portal.name] ?? portal.pages })));
