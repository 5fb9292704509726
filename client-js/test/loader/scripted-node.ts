import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MessageType } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import type { BrowserContext, WebSocketRoute } from 'playwright-core';
import type { SessionView } from '../../src/protocol/index.ts';

const protocol = new MessagePackHubProtocol();
const maria = {
  ParticipantId: 'p2',
  Role: 'Agent',
  Name: 'Maria Keller',
  Present: true,
  Watching: true,
  Hue: 0,
};

/**
 * A CoBrowse node for one customer, whose part the test plays: it serves the built snippet and a portal on another
 * origin, and speaks the hub protocol through the official library.
 */
export class ScriptedNode {
  readonly frames: Uint8Array[] = [];
  readonly calls: string[] = [];
  /** The reasons for which a customer ended. */
  readonly ends: unknown[] = [];
  readonly uploads: string[] = [];
  /** The paths that were asked for, in order. */
  readonly requests: string[] = [];
  /** The portal's `/held.js` comes no earlier. */
  held: Promise<void> = Promise.resolve();
  state: SessionView['State'] = 'Waiting';
  sessions = 0;
  joins = 0;
  /** Answers requests no more, as a node that hangs. */
  hangs = false;
  /** What is served in the place of a file of the snippet. */
  readonly altered = new Map<string, string>();
  /** What pages sent who asked for a session, or listened. */
  readonly bodies: Record<string, unknown>[] = [];
  /** Why no session is opened by a link or an invitation. */
  refusal: string | undefined;
  /** Agents may invite customers; the next page that listens is shown this. */
  invites = false;
  invitation: object | undefined;
  /** Pages from which nothing may leave. */
  withheld: string | null = null;
  policy: object = { version: 1, text: 'standard', allow: [], mask: [], block: [] };
  page: (server: string) => { html: string; csp?: string } = () => ({ html: '' });
  private socket: WebSocketRoute | undefined;
  private readonly server: Server;
  private readonly portal: Server;
  private readonly files: string;

  constructor(files: string) {
    this.files = files;
    this.server = createServer((request, response) => void this.serve(request, response));
    this.portal = createServer((request, response) => {
      const { html, csp } = this.page(this.address);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (csp) response.setHeader('content-security-policy', csp);
      if (request.url === '/held.js') {
        response.setHeader('content-type', 'text/javascript');
        void this.held.then(() => response.end());
        return;
      }
      response.end(request.url === '/' || request.url?.startsWith('/page') ? html : '');
    });
  }

  async start(context: BrowserContext): Promise<void> {
    await Promise.all(
      [this.server, this.portal].map((s) => new Promise<void>((go) => s.listen(0, '127.0.0.1', go))),
    );
    await context.routeWebSocket(`ws${this.address.slice(4)}/hubs/customer**`, (socket) =>
      this.connect(socket),
    );
  }

  stop(): void {
    for (const server of [this.server, this.portal]) {
      server.closeAllConnections();
      server.close();
    }
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get portalAddress(): string {
    return `http://127.0.0.1:${(this.portal.address() as AddressInfo).port}/`;
  }

  tell(target: string, ...args: unknown[]): void {
    this.send({ type: MessageType.Invocation, target, arguments: args });
  }

  become(state: SessionView['State']): void {
    this.state = state;
    this.tell('SessionChanged', this.view());
    this.tell('WatchChanged', this.watch());
  }

  ask(): void {
    this.become('Consenting');
    this.tell('ConsentRequested', {
      RequestId: 'r1',
      AgentId: 'a1',
      AgentName: 'Maria Keller',
      AgentTitle: null,
      Grants: ['View'],
      ExpiresIn: 60,
      HandedOverBy: null,
      WithSupervisors: false,
    });
  }

  private view() {
    return {
      SessionId: 's1',
      State: this.state,
      Code: '482913',
      Topic: null,
      Origin: 'x',
      CreatedAt: 1,
      EndReason: null,
      CustomerPresent: true,
      Participants: this.state === 'Waiting' ? [] : [maria],
    };
  }

  private watch() {
    const watching = this.state === 'Active';
    return { Watching: watching, Watchers: watching ? [maria] : [] };
  }

  private connect(socket: WebSocketRoute): void {
    let greeted = false;
    this.socket = socket;
    socket.onMessage((data) => {
      if (!greeted) {
        greeted = true;
        socket.send(Buffer.from('{}\u001e'));
        return;
      }
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      for (const message of protocol.parseMessages(new Uint8Array(bytes).buffer, { log() {} }))
        if (message.type === MessageType.Invocation) this.called(message as never);
    });
  }

  private called(call: { target: string; arguments: unknown[]; invocationId?: string }): void {
    if (call.target === 'f') {
      this.frames.push(call.arguments[0] as Uint8Array);
      return;
    }
    if (call.target !== 'Ping') this.calls.push(call.target);
    if (call.target === 'End') this.ends.push(call.arguments[0]);
    const { invocationId } = call;
    const joined = {
      Refusal: null,
      Session: this.view(),
      Policy: JSON.stringify(this.policy),
      Watch: this.watch(),
      Consent: null,
      Withheld: this.withheld,
    };
    if (call.target === 'Join') this.joins++;
    const result = call.target === 'Join' ? joined : { Refusal: null };
    this.send({ type: MessageType.Completion, invocationId, result });
    if (call.target === 'AnswerConsent')
      this.become((call.arguments[0] as { Granted: boolean }).Granted ? 'Active' : 'Ended');
    if (call.target === 'Pause') this.become('Paused');
    if (call.target === 'Resume') this.become('Active');
  }

  private send(message: object): void {
    this.socket?.send(Buffer.from(protocol.writeMessage(message as never) as ArrayBuffer));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.hangs) return;
    const url = new URL(request.url!, this.address);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-encoding, content-type');
    response.setHeader('access-control-allow-methods', 'POST, PUT');
    const json = (value: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (request.method === 'OPTIONS') return void response.end();
    this.requests.push(url.pathname);
    if (url.pathname.startsWith('/snippet/')) return this.file(basename(url.pathname), response);
    if (url.pathname === '/api/customer/sessions') {
      const body = JSON.parse(await text(request)) as Record<string, unknown>;
      this.bodies.push(body);
      if (this.refusal && (body['link'] || body['invitation'])) {
        response.statusCode = 409;
        return void json({ reason: this.refusal });
      }
      this.sessions++;
      return void json({ sessionId: 's1', code: '482913', token: 'token', expiresAt: 0 });
    }
    if (url.pathname.startsWith('/api/customer/invitations/')) {
      this.bodies.push(JSON.parse(await text(request)) as Record<string, unknown>);
      const { invitation } = this;
      this.invitation = undefined;
      if (invitation) return void json(invitation);
      // As the node does, which answers after a while.
      if (url.pathname.endsWith('/next')) return void setTimeout(() => response.writeHead(204).end(), 1000);
      return void response.writeHead(204).end();
    }
    if (url.pathname === '/api/tickets') return void json({ ticket: 'ticket', expiresIn: 60 });
    if (url.pathname === '/hubs/customer/negotiate')
      return void json({ connectionToken: 'c1', negotiateVersion: 1 });
    if (url.pathname === '/api/assets/missing') return void json({ missing: [] });
    response.statusCode = 404;
    response.end();
  }

  private async file(name: string, response: ServerResponse): Promise<void> {
    if (name === 'manifest.json' && this.invites && !this.altered.has(name)) {
      const manifest = JSON.parse(await readFile(join(this.files, name), 'utf8')) as object;
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ ...manifest, invites: true }));
      return;
    }
    const bytes = this.altered.get(name) ?? (await readFile(join(this.files, name)).catch(() => undefined));
    response.statusCode = bytes ? 200 : 404;
    response.setHeader('content-type', name.endsWith('.json') ? 'application/json' : 'text/javascript');
    response.end(bytes);
  }
}
