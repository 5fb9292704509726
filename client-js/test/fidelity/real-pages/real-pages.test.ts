import { applications } from './applications/index.ts';
import { compareApplications } from './compare-applications.ts';
import { comparePages } from './compare-pages.ts';
import { portals } from './portals.ts';

// A page of each large portal and an application; `npm run fidelity:pages` compares all.
const usual: Readonly<Record<string, readonly string[]>> = {
  'sb-admin-2': ['tables.html'],
  creative: ['index.html'],
  govuk: ['form.html'],
};

comparePages(portals.map((portal) => ({ ...portal, pages: usual[portal.name] ?? portal.pages })));
compareApplications(applications.filter(({ name }) => name === 'loans'));
