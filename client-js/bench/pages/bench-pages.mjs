// What is recorded: pages that we did not write, and made ones.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { govukPage } from './govuk.mjs';
import { pageOfNodes } from './synthetic.mjs';

const folder = (name) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));

/** Pages by path, and folders by prefix, for the benchmark's site. */
export async function benchPages() {
  const govuk = join(folder('govuk-frontend'), 'dist/govuk');
  return {
    pages: {
      '/govuk.html': await govukPage(govuk),
      // What the workloads change stands beside a page of usual size.
      '/stage.html': pageOfNodes(1000).replace('<main', '<div id="stage"></div><main'),
      '/replay.html': '<!doctype html><title>Replay</title><div id="stage"></div>',
      '/10k.html': pageOfNodes(10_000),
      '/50k.html': pageOfNodes(50_000),
      '/90k.html': pageOfNodes(90_000),
    },
    folders: {
      '/admin/': folder('startbootstrap-sb-admin-2'),
      '/creative/': join(folder('startbootstrap-creative'), 'dist'),
      '/govuk/': govuk,
    },
  };
}

export const realPages = [
  ['sb-admin-2 dashboard', '/admin/index.html'],
  ['sb-admin-2 tables', '/admin/tables.html'],
  ['sb-admin-2 charts', '/admin/charts.html'],
  ['sb-admin-2 cards', '/admin/cards.html'],
  ['creative', '/creative/index.html'],
  ['GOV.UK components', '/govuk.html'],
];

export const madePages = [
  ['10k nodes', '/10k.html'],
  ['50k nodes', '/50k.html'],
  ['90k nodes', '/90k.html'],
];
