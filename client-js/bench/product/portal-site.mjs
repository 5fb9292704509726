// A portal of its own origin: pages by path, then files by folder. Its pages get one line in the head.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { contentTypes } from './content-types.mjs';

/** Serves `pages` and, under `/`, `folder`; `head` is put before the end of each page's head. */
export async function startPortal({ pages = {}, folder, head = '' }) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://portal').pathname);
    const found = pages[path] ?? (await fileIn(folder, path));
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = contentTypes[extname(path) || '.html'] ?? 'application/octet-stream';
    const html = type.startsWith('text/html');
    response.writeHead(200, { 'content-type': type, 'cache-control': html ? 'no-cache' : 'max-age=600' });
    response.end(html ? String(found).replace('</head>', () => `${head}</head>`) : found);
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  return {
    address: `http://localhost:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** The one line that puts the snippet into a page. */
export const snippetTag = (server) =>
  `<script async src="${server}/snippet/cobrowse.js" data-tenant="demo"></script>`;

async function fileIn(folder, path) {
  if (folder === undefined) return undefined;
  const file = resolve(join(folder, path));
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
