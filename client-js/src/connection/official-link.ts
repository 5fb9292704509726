import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import type { HubLinkOpener } from './hub-link.ts';

const targets = [
  'SessionChanged',
  'ConsentRequested',
  'ConsentClosed',
  'WatchChanged',
  'KeyframeNeeded',
  'Guidance',
  'Feedback',
  'PolicyChanged',
  'Superseded',
];

/** The official client over server-sent events or long polling, for networks that let no WebSocket through. */
export const openOfficialLink: HubLinkOpener = async (address, ticket, delegate) => {
  const hub = new HubConnectionBuilder()
    .withUrl(address, {
      accessTokenFactory: () => ticket,
      transport: HttpTransportType.LongPolling,
      withCredentials: false,
    })
    .withHubProtocol(new MessagePackHubProtocol())
    .configureLogging(LogLevel.None)
    .build();
  for (const target of targets) hub.on(target, (...args: unknown[]) => delegate.received(target, args));

  let closing = false;
  let buffered = 0;
  hub.onclose(() => closing || delegate.closed());
  await hub.start();

  return {
    get buffered() {
      return buffered;
    },
    invoke: (target, args) => hub.invoke(target, ...args),
    send(target, args) {
      const last = args[args.length - 1];
      const size = last instanceof Uint8Array ? last.length : 0;
      buffered += size;
      const sent = () => {
        buffered -= size;
      };
      hub.send(target, ...args).then(sent, sent);
    },
    close() {
      closing = true;
      hub.stop().catch(() => undefined);
    },
  };
};
