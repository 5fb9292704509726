import { type AuditReport, type PageAudit, placeKey, type SeenPlace } from './audit-report.ts';
import type { Difference } from './difference.ts';

/** The report as one page of HTML that needs nothing else. */
export function reportPage(report: AuditReport, changes: Difference | undefined): string {
  const added = new Set(changes?.added.map(({ page, place }) => placeKey(page, place)));
  const places = report.pages.flatMap((page) => page.places);
  const personal = places.filter((place) => place.personal).length;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>What an agent would see</title>
<style>${styles}</style>
<header>
<h1>What an agent would see</h1>
<p>${escaped(report.at.slice(0, 16).replace('T', ' '))} UTC · policy <b>${escaped(report.policy)}</b> · ${count(report.pages.length, 'page')}</p>
<ul class="sums">
<li><b>${places.length}</b> places show something</li>
<li class="${personal > 0 ? 'warn' : ''}"><b>${personal}</b> of them look personal</li>
${changes ? `<li class="${changes.added.length > 0 ? 'warn' : ''}"><b>${changes.added.length}</b> are new since the last run, ${changes.removed.length} are gone</li>` : '<li>The first run: nothing to compare with</li>'}
</ul>
${changes && changes.removed.length > 0 ? `<details><summary>Gone since the last run</summary><ul>${changes.removed.map(({ page, place }) => `<li><code>${escaped(page.path)}</code> ${escaped(place.kind)} <code>${escaped(place.where)}</code></li>`).join('')}</ul></details>` : ''}
${report.failed.length > 0 ? `<h2>Not looked at</h2><ul>${report.failed.map(({ address, reason }) => `<li><code>${escaped(address)}</code>: ${escaped(reason)}</li>`).join('')}</ul>` : ''}
</header>
<nav aria-label="Pages"><ul>${report.pages.map((page, at) => `<li><a href="#page-${at}">${escaped(page.path)}</a></li>`).join('')}</ul></nav>
<main>
${report.pages.map((page, at) => pageSection(page, at, added)).join('\n')}
</main>
</html>
`;
}

function pageSection(page: PageAudit, at: number, added: ReadonlySet<string>): string {
  const isNew = (place: SeenPlace) => added.has(placeKey(page, place));
  const rank = (place: SeenPlace) => (isNew(place) ? 2 : 0) + (place.personal ? 1 : 0);
  const places = [...page.places].sort((a, b) => rank(b) - rank(a));
  const all = page.shown + page.masked;
  return `<section id="page-${at}">
<h2>${escaped(page.title || page.path)} <small><code>${escaped(page.path)}</code></small></h2>
<p>${all === 0 ? 'No text.' : `${Math.round((100 * page.shown) / all)} % of the text shows.`}</p>
${page.picture ? `<img src="data:image/jpeg;base64,${page.picture}" alt="The page as an agent would see it" loading="lazy">` : ''}
${
  places.length === 0
    ? '<p class="calm">Nothing shows.</p>'
    : `<table><thead><tr><th>Kind</th><th>Where</th><th>What shows</th><th class="number">Times</th></tr></thead><tbody>
${places.map((place) => row(place, isNew(place))).join('\n')}
</tbody></table>`
}
</section>`;
}

const row = ({ kind, where, name, samples, count, personal }: SeenPlace, isNew: boolean): string =>
  `<tr class="${personal ? 'warn' : ''}"><td>${escaped(kind)}${name ? ` <code>${escaped(name)}</code>` : ''}${isNew ? ' <mark>new</mark>' : ''}${personal ? ' <mark>looks personal</mark>' : ''}</td><td><code>${escaped(where)}</code></td><td>${samples.map(escaped).join('<br>')}</td><td class="number">${count}</td></tr>`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]!);

const styles = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8884; --warn: #b45309; --soft: #8881; }
@media (prefers-color-scheme: dark) { :root { --warn: #fbbf24; } }
body { margin: 0 auto; max-width: 1100px; padding: 2rem 1.5rem 4rem; }
h1 { margin: 0; } h2 { margin: 3rem 0 .25rem; } small { font-weight: 400; opacity: .75; }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
.sums { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; padding: 0; }
.sums li { background: var(--soft); border-radius: .5rem; padding: .5rem 1rem; }
.sums b { font-size: 1.25em; } .warn b, mark { color: var(--warn); }
mark { background: none; font-size: .8em; font-weight: 600; white-space: nowrap; }
nav ul { columns: 16rem; padding-left: 1.25rem; }
img { border: 1px solid var(--line); border-radius: .5rem; display: block; margin: 1rem 0; max-width: min(100%, 640px); }
table { border-collapse: collapse; width: 100%; } th { text-align: left; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .75rem .4rem 0; vertical-align: top; }
.number { font-variant-numeric: tabular-nums; text-align: right; }
`;
