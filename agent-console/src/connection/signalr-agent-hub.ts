import { agentHubPath } from '@cobrowse/client/protocol';
import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import type { AgentHub, AgentHubEvents } from './agent-hub.ts';
import { retryDelay } from './retry-delay.ts';
import { TicketRefused } from './ticket.ts';

/** The agent's hub through the official SignalR client. `ticket` is asked anew for every connection. */
export function signalRAgentHub(ticket: () => Promise<string>, path: string = agentHubPath): AgentHub {
  let connection: HubConnection | undefined;
  let refused: TicketRefused | undefined;
  let stopped = false;

  const build = (): HubConnection =>
    new HubConnectionBuilder()
      .withUrl(path, {
        accessTokenFactory: async () => {
          try {
            const fresh = await ticket();
            refused = undefined;
            return fresh;
          } catch (error) {
            if (error instanceof TicketRefused) refused = error;
            throw error;
          }
        },
      })
      .withHubProtocol(new MessagePackHubProtocol())
      .withAutomaticReconnect({
        nextRetryDelayInMilliseconds: ({ previousRetryCount }) =>
          refused || stopped ? null : retryDelay(previousRetryCount),
      })
      .configureLogging(LogLevel.Critical)
      .build();

  return {
    start(events) {
      stopped = false;
      const hub = build();
      connection = hub;
      subscribe(hub, events);
      hub.onreconnecting(() => events.linkChanged({ type: 'reconnecting', since: Date.now() }));
      hub.onreconnected(() => events.linkChanged({ type: 'online' }));
      hub.onclose(() => {
        if (stopped || connection !== hub) return;
        if (refused) events.linkChanged({ type: refused.kind });
        else void connect(hub, events, Date.now());
      });
      events.linkChanged({ type: 'connecting' });
      void connect(hub, events, undefined);
    },
    stop() {
      stopped = true;
      void connection?.stop();
      connection = undefined;
    },
    renew() {
      // Closing is what starts the next connection.
      if (connection?.state === HubConnectionState.Connected) void connection.stop();
    },
    call(method, ...args) {
      if (!connection) return Promise.reject(new Error('Not connected.'));
      return connection.invoke(method, ...args);
    },
    send(method, ...args) {
      if (connection?.state !== HubConnectionState.Connected) return;
      connection.send(method, ...args).catch(() => undefined);
    },
  };

  /** The official client mends a connection that once stood; the first one, and a closed one, are ours to retry. */
  async function connect(hub: HubConnection, events: AgentHubEvents, lostAt: number | undefined) {
    if (lostAt !== undefined) events.linkChanged({ type: 'reconnecting', since: lostAt });
    for (let attempt = 0; !stopped && connection === hub; attempt++) {
      try {
        await hub.start();
        if (!stopped) events.linkChanged({ type: 'online' });
        return;
      } catch {
        if (stopped) return;
        if (refused) {
          events.linkChanged({ type: refused.kind });
          return;
        }
        events.linkChanged({ type: 'reconnecting', since: lostAt ?? Date.now() });
        lostAt ??= Date.now();
        await new Promise((resolve) => setTimeout(resolve, retryDelay(attempt + 1)));
      }
    }
  }
}

function subscribe(hub: HubConnection, events: AgentHubEvents) {
  hub.on('QueueChanged', events.QueueChanged);
  hub.on('SessionChanged', events.SessionChanged);
  hub.on('LinkOpened', events.LinkOpened);
  hub.on('InvitationAnswered', events.InvitationAnswered);
  hub.on('ConsentDecided', events.ConsentDecided);
  hub.on('ControlDecided', events.ControlDecided);
  hub.on('ControlEnded', events.ControlEnded);
  hub.on('Acted', events.Acted);
  hub.on('Resyncing', events.Resyncing);
  hub.on('Removed', events.Removed);
  hub.on('Chat', events.Chat);
  hub.on('ChatTyping', events.ChatTyping);
  hub.on('ProposalClosed', events.ProposalClosed);
  hub.on('DeskChanged', events.DeskChanged);
  hub.on('ColleaguesChanged', events.ColleaguesChanged);
  hub.on('HelpedSessionsChanged', events.HelpedSessionsChanged);
  hub.on('InvitationClosed', events.InvitationClosed);
  hub.on('f', events.f);
}
