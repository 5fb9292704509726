import type { Packed } from './message-pack.ts';

/** One live connection to a hub: from its handshake until it closes. It never comes back; open another. */
export interface HubLink {
  /** Bytes that were sent but have not left the browser yet. */
  readonly buffered: number;
  /** Calls a hub method and waits for its answer. Rejects when the link closes first. */
  invoke(target: string, args: readonly Packed[]): Promise<unknown>;
  /** Calls a hub method that has no answer. Dropped when the link is closed. */
  send(target: string, args: readonly Packed[]): void;
  /** Closes without telling the delegate. */
  close(): void;
}

export interface HubLinkDelegate {
  received(target: string, args: readonly unknown[]): void;
  /** The link is gone, by the node or the network. Told once. */
  closed(): void;
}

/** Opens a link to the hub at `address` with a one-time ticket. Rejects where that does not work out. */
export type HubLinkOpener = (address: string, ticket: string, delegate: HubLinkDelegate) => Promise<HubLink>;

/** The node answered, but its WebSocket did not get through, or is lost. */
export class SocketFailed extends Error {}
