import { comparePages } from './compare-pages.ts';
import { portals } from './portals.ts';

comparePages(portals);
