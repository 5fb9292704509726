import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AgentHubEvents } from '../../src/connection/agent-hub.ts';
import { signalRAgentHub } from '../../src/connection/signalr-agent-hub.ts';
import { TicketRefused } from '../../src/connection/ticket.ts';

const address = 'http://127.0.0.1:9/hubs/agent';
const ignore = () => undefined;

function listener() {
  const links: string[] = [];
  const events: AgentHubEvents = {
    linkChanged: (link) => links.push(link.type),
    QueueChanged: ignore,
    SessionChanged: ignore,
    ConsentDecided: ignore,
    LinkOpened: ignore,
    InvitationAnswered: ignore,
    Resyncing: ignore,
    Removed: ignore,
    Chat: ignore,
    ChatTyping: ignore,
    ProposalClosed: ignore,
    ControlDecided: ignore,
    ControlEnded: ignore,
    Acted: ignore,
    DeskChanged: ignore,
    ColleaguesChanged: ignore,
    HelpedSessionsChanged: ignore,
    InvitationClosed: ignore,
    f: ignore,
  };
  return { links, events };
}

describe('the agent’s hub', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('tries again without limit while the node cannot be reached, and stops when told', async () => {
    let asked = 0;
    const hub = signalRAgentHub(() => {
      asked++;
      return Promise.reject(new Error('no network'));
    }, address);
    const { links, events } = listener();
    hub.start(events);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(asked).toBeGreaterThan(20);
    expect(links.slice(0, 2)).toEqual(['connecting', 'reconnecting']);
    expect(new Set(links.slice(1))).toEqual(new Set(['reconnecting']));
    hub.stop();
    const before = asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked - before).toBeLessThanOrEqual(1);
  });

  for (const kind of ['expired', 'barred'] as const)
    test(`a sign-in that is ${kind} is not tried again`, async () => {
      let asked = 0;
      const hub = signalRAgentHub(() => {
        asked++;
        return Promise.reject(new TicketRefused(kind));
      }, address);
      const { links, events } = listener();
      hub.start(events);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(links).toEqual(['connecting', kind]);
      expect(asked).toBe(1);
      hub.stop();
    });

  test('a question without a connection is refused at once', async () => {
    const hub = signalRAgentHub(() => Promise.resolve('ticket'), address);
    await expect(hub.call('GetQueue')).rejects.toThrow('Not connected');
    expect(() => hub.send('Guide', new Uint8Array(1))).not.toThrow();
  });
});
