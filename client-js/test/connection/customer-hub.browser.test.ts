import { afterEach, expect, it } from 'vitest';
import { CustomerHub, TicketRefused } from '../../src/connection/customer-hub.ts';
import { type HubLinkDelegate, type HubLinkOpener, SocketFailed } from '../../src/connection/hub-link.ts';

/** A network that does what a test says, one attempt after the other. */
function network(outcomes: ('ok' | 'negotiate' | 'socket')[]) {
  const log: string[] = [];
  const links: HubLinkDelegate[] = [];
  const opener =
    (way: string): HubLinkOpener =>
    async (_address, ticket, delegate) => {
      log.push(`${way} ${ticket}`);
      const outcome = outcomes.shift() ?? 'ok';
      if (outcome !== 'ok') throw outcome === 'socket' ? new SocketFailed() : new Error(outcome);
      links.push(delegate);
      return { buffered: 0, invoke: async () => null, send: () => undefined, close: () => log.push('close') };
    };
  return { log, links, opener };
}

let hub: CustomerHub;
afterEach(() => hub.stop());

function start(outcomes: ('ok' | 'negotiate' | 'socket')[], ticket?: () => Promise<string>) {
  const net = network(outcomes);
  let tickets = 0;
  hub = new CustomerHub({
    address: 'http://node/hubs/customer',
    openLink: net.opener('socket'),
    openFallback: async () => net.opener('fallback'),
    random: () => 0,
    delegate: {
      ticket: ticket ?? (async () => `t${++tickets}`),
      connected: () => {
        net.log.push('connected');
        hub.settled();
      },
      lost: () => net.log.push('lost'),
      received: (target) => net.log.push(`received ${target}`),
      refused: () => net.log.push('refused'),
    },
  });
  hub.start();
  return net;
}

it('each attempt takes a fresh ticket', async () => {
  const { log } = start(['negotiate', 'negotiate']);
  await expect.poll(() => log).toEqual(['socket t1', 'socket t2', 'socket t3', 'connected']);
});

it('comes back after a loss, and a dead link is heard no more', async () => {
  const { log, links } = start([]);
  await expect.poll(() => links.length).toBe(1);
  links[0]!.closed();
  await expect.poll(() => links.length).toBe(2);
  links[0]!.received('late', []);
  links[0]!.closed();
  links[1]!.received('SessionChanged', []);
  expect(log).toEqual([
    'socket t1',
    'connected',
    'lost',
    'socket t2',
    'connected',
    'received SessionChanged',
  ]);
});

it('after two sockets that did not get through it goes another way', async () => {
  const { log } = start(['socket', 'socket']);
  await expect.poll(() => log).toEqual(['socket t1', 'socket t2', 'fallback t3', 'connected']);
});

it('who got through once keeps to sockets', async () => {
  const { log, links } = start(['ok', 'socket', 'socket', 'socket']);
  await expect.poll(() => links.length).toBe(1);
  links[0]!.closed();
  await expect.poll(() => links.length, { timeout: 8000 }).toBe(2);
  expect(log.some((line) => line.startsWith('fallback'))).toBe(false);
});

it('gives up where the session is no more', async () => {
  const { log } = start([], () => Promise.reject(new TicketRefused()));
  await expect.poll(() => log).toEqual(['refused']);
});

it('the browser being back online cuts the wait short', async () => {
  const { log } = start(Array(6).fill('negotiate'));
  await expect.poll(() => log.length).toBe(3);
  dispatchEvent(new Event('online'));
  dispatchEvent(new Event('online'));
  await expect.poll(() => log.length, { timeout: 400 }).toBeGreaterThan(3);
});

it('going offline gives the link up at once', async () => {
  const { log, links } = start([]);
  await expect.poll(() => links.length).toBe(1);
  dispatchEvent(new Event('offline'));
  expect(log.slice(-2)).toEqual(['close', 'lost']);
});

it('stop closes the link and leaves no attempt behind', async () => {
  const { log, links } = start([]);
  await expect.poll(() => links.length).toBe(1);
  hub.stop();
  links[0]!.closed();
  dispatchEvent(new Event('online'));
  await new Promise((go) => setTimeout(go));
  expect(log).toEqual(['socket t1', 'connected', 'close']);
});
