import { applications } from './applications/index.ts';
import { compareApplications } from './compare-applications.ts';
import { comparePages } from './compare-pages.ts';
import { portals } from './portals.ts';

compareApplications(applications);
comparePages(portals);
