import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { foreignHost } from './arm.ts';
import { foreignAnswer } from './foreign-answers.ts';

type Own = (url: URL, response: ServerResponse) => void;

/**
 * The one way out of the browser. It serves the tests' own hosts and writes down every other one that is asked for,
 * tunnels included; a hostile host gets an answer, so that an attack can go on.
 */
export class LoggingProxy {
  readonly #own = new Map<string, Own>();
  readonly #server: Server = createServer((request, response) => this.#answer(request, response));
  /** Requests to hosts that are not the tests' own. */
  readonly foreign: string[] = [];
  /** While a page is recorded, nothing may lead it away. */
  pagesStay = false;

  serve(host: string, own: Own): void {
    this.#own.set(host, own);
  }

  async start(): Promise<string> {
    this.#server.on('connect', (request: IncomingMessage, socket) => {
      if (/foreign\.test/i.test(request.url ?? '')) this.foreign.push(`CONNECT ${request.url}`);
      // A browser that closes in the middle is none of ours either.
      socket.on('error', () => {});
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    this.#server.on('upgrade', (request: IncomingMessage, socket) => {
      this.foreign.push(`UPGRADE ${request.headers.host}${request.url}`);
      socket.destroy();
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const own = this.#own.get(url.host);
    if (own) {
      own(url, response);
      return;
    }
    // What the browser itself asks its maker is none of a page's.
    if (url.hostname.replace(/\.$/, '').endsWith('.test')) this.foreign.push(`${request.method} ${url.href}`);
    const page = request.headers['sec-fetch-mode'] === 'navigate';
    // Nothing navigates to an answer without content, so the console and its customers stay where they are.
    const stays = this.pagesStay || request.headers['sec-fetch-dest'] === 'document';
    const answer = foreignHost.test(url.hostname) ? foreignAnswer(url.hostname, url.pathname) : undefined;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    if (!answer || (page && stays)) response.writeHead(page ? 204 : 404).end();
    else response.writeHead(200, { 'Content-Type': answer.type }).end(answer.body);
  }
}

/** The payloads for which somebody asked a foreign host, and what was asked of hosts that are nobody's. */
export function callers(requests: readonly string[]): { requests: Set<number>; strays: string[] } {
  const asked = new Set<number>();
  const strays: string[] = [];
  for (const line of requests) {
    const host = /^\w+ (?:\w+:\/\/)?([^/:]+)/.exec(line)?.[1] ?? '';
    const index = foreignHost.exec(host)?.[1];
    if (index === undefined) strays.push(line);
    else asked.add(Number(index));
  }
  return { requests: asked, strays };
}
