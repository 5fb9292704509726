// The site of the capture benchmark: pages by path, packages' folders, and what recorders send. Answers OpenReplay's
// tracker as its ingest server would, so that the tracker runs as it is.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { contentTypes } from './content-types.mjs';

// Nothing is compressed on the way here, so that all are compressed alike afterwards.
const openReplayStart = {
  token: 'bench',
  userUUID: 'bench',
  projectID: '1',
  sessionID: '1',
  delay: 0,
  beaconSizeLimit: 64_000_000,
  compressionThreshold: 1_000_000_000,
  startTimestamp: 1_700_000_000_000,
};

/** `pages` are texts by path, `folders` are directories by prefix. */
export async function startBenchSite({ pages, folders }) {
  let taken = [];
  const offered = {};
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://site');
    if (request.method === 'POST') {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      if (pathname === '/openreplay/v1/web/start')
        response.setHeader('content-type', 'application/json').end(JSON.stringify(openReplayStart));
      else {
        const what = pathname.split('/').at(-1);
        taken.push({ what: what === 'i' ? 'batch' : what, query: searchParams, body });
        response.end();
      }
      return;
    }
    if (pathname.startsWith('/openreplay/')) {
      response.setHeader('content-type', 'application/json').end('[]');
      return;
    }
    const found =
      offered[pathname] ?? pages[pathname] ?? (await fileIn(folders, decodeURIComponent(pathname)));
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': contentTypes[extname(pathname) || '.html'] ?? 'application/octet-stream',
      'cache-control': pathname in offered ? 'no-store' : 'max-age=600',
    });
    response.end(found);
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  return {
    address: `http://localhost:${server.address().port}`,
    /** What was posted since the last time. */
    taken() {
      const all = taken;
      taken = [];
      return all;
    },
    /** Has `body` fetched under `path`. */
    offer(path, body) {
      offered[path] = body;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function fileIn(folders, path) {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const file = resolve(join(folder, path.slice(prefix.length)));
    if (file.startsWith(resolve(folder) + sep)) return readFile(file).catch(() => undefined);
  }
  return undefined;
}
