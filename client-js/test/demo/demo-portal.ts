import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A snippet that only remembers what the page reports. */
const snippet =
  'window.CoBrowse = { reports: [], report(name, details) { this.reports.push({ name, details }); } };';

/** The demo bank under a policy at least as strict as the server's, with a stand-in for the snippet. */
export async function serveDemoPortal(): Promise<{ origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://demo').pathname;
    const origin = `http://${request.headers.host}`;
    if (path === '/snippet/cobrowse.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(snippet);
      return;
    }
    try {
      const file = path === '/' ? '/index.html' : path;
      const text = await readFile(join(demo, normalize(file)), 'utf8');
      response
        .writeHead(200, {
          'Content-Type': types[extname(file)] ?? '',
          'Content-Security-Policy': strictPolicy,
        })
        .end(text.replaceAll('%COBROWSE_SERVER%', origin));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
