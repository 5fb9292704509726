import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where one window of the bench lives, and what its server holds. */
export interface Site {
  readonly origin: string;
  readonly other: string;
  files: ReadonlyMap<string, string | Uint8Array>;
  /** Paths that were asked for. */
  readonly asked: string[];
}

export const paneWidth = 500;
export const paneHeight = 400;

const types: Record<string, string> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  wav: 'audio/wav',
};
/** The last one lies out of the window. */
const panes = ['source', 'live', 'late', 'amid'];
const host =
  '<!doctype html><meta charset=utf-8><style>*{margin:0}html{overflow:hidden}iframe{border:0;display:block;background:Canvas}' +
  `#source,#live,#late,#amid{position:absolute;top:0;width:${paneWidth}px;height:${paneHeight}px;overflow:hidden}` +
  panes.map((id, index) => `#${id}{left:${index * paneWidth}px}`).join('') +
  '</style>' +
  '<iframe id=source src=/source allow=fullscreen></iframe><div id=live></div><div id=late></div><div id=amid></div><script src=/bench.js></script>';

/** Serves the bench and the pages of its cases, to each window at origins of its own. */
export class CaseServer {
  readonly #entry: string;
  readonly #sites = new Map<string, Site>();
  #server: Server | undefined;
  #bench = '';

  /** `entry` is the script that opens the bench in a page; ours where not said. */
  constructor(entry = fileURLToPath(new URL('own-page.ts', import.meta.url))) {
    this.#entry = entry;
  }

  async start(): Promise<void> {
    const { outputFiles } = await build({
      entryPoints: [this.#entry],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    this.#bench = outputFiles[0]!.text;
    this.#server = createServer((request, response) => {
      const site = this.#sites.get(request.headers.host ?? '');
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      site?.asked.push(pathname);
      const found = site && this.#find(site, pathname);
      const type = types[pathname.split('.')[1] ?? 'html'] ?? 'text/plain';
      response.writeHead(found === undefined ? 404 : 200, {
        'content-type': type,
        'cache-control': pathname === '/bench.js' ? 'max-age=3600' : 'no-store',
      });
      response.end(found ?? '');
    });
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** Origins for one more window. */
  site(): Site {
    const { port } = this.#server!.address() as AddressInfo;
    const name = `w${this.#sites.size}.localhost:${port}`;
    const site: Site = {
      origin: `http://${name}`,
      other: `http://other.${name}`,
      files: new Map(),
      asked: [],
    };
    this.#sites.set(name, site);
    this.#sites.set(`other.${name}`, site);
    return site;
  }

  #find(site: Site, path: string): string | Uint8Array | undefined {
    if (path === '/') return host;
    if (path === '/bench.js') return this.#bench;
    if (path === '/rrweb.js') return peer();
    return site.files.get(path);
  }
}

const peer = () =>
  readFileSync(new URL('../../../node_modules/rrweb/dist/rrweb.umd.min.cjs', import.meta.url), 'utf8');
