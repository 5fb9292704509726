import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { comparePages } from './compare-pages.ts';
import { fileBelow } from './portal-files.ts';
import type { Portal } from './portals.ts';
const root = '/tmp/prof/pages/node_modules';
const portal = (name: string, dir: string, pages: string[]): Portal => ({ name, pages, file: (path) => fileBelow(join(root, dir), path) ?? (path.endsWith('/') ? undefined : undefined) });
const sb = (n: string, pages = ['index.html']) => portal(n, `startbootstrap-${n}/dist`, pages);
const only = process.env['ONLY'];
const all: Portal[] = [
  ...'agency coming-soon freelancer grayscale landing-page new-age resume stylish-portfolio'.split(' ').map((n) => sb(n)),
  sb('business-casual', ['index.html', 'store.html']), sb('clean-blog', ['index.html', 'contact.html']),
  sb('sb-admin', ['index.html', 'tables.html', 'charts.html', 'login.html']),
  portal('material', 'material-dashboard', ['pages/dashboard.html', 'pages/tables.html', 'pages/billing.html', 'pages/rtl.html', 'pages/notifications.html', 'pages/sign-in.html']),
  portal('gentelella', 'gentelella/dist', ['production/index.html', 'production/profile.html', 'production/chartjs.html', 'production/faq.html', 'production/landing.html', 'production/form.html', 'production/tables_dynamic.html', 'production/calendar.html', 'production/inbox.html']),
];
for (const p of all) for (const f of p.pages) if (!p.file('/' + f) && !existsSync(f)) console.log('missing', p.name, f);
comparePages(all.filter((p) => !only || p.name === only));
