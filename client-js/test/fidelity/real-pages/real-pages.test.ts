import { applications } from './applications/index.ts';
import { compareApplications } from './compare-applications.ts';
import { comparePages } from './compare-pages.ts';
import { portals } from './portals.ts';

// A few pages of the large portals and some applications; `npm run fidelity:pages` compares all.
const usual: Readonly<Record<string, readonly string[]>> = {
  'sb-admin-2': ['index.html', 'tables.html'],
  creative: ['index.html'],
  govuk: ['form.html'],
};

comparePages(portals.map((portal) => ({ ...portal, pages: usual[portal.name] ?? portal.pages })));
compareApplications(applications.filter(({ name }) => ['loans', 'cards'].includes(name)));
