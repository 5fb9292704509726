import type { AgentHubClient, AgentHubServer } from '@cobrowse/client/protocol';
import type { Link } from '../workspace/workspace-state.ts';

/** What the node tells, and what becomes of the connection. */
export interface AgentHubEvents extends AgentHubClient {
  linkChanged(link: Link): void;
}

export type AgentCall = Exclude<keyof AgentHubServer, AgentNews>;

/** What is told without an answer. */
export type AgentNews = 'Guide' | 'Feedback' | 'TypeChat' | 'ReceiveChat';

/** The agent's connection to the node, which mends itself until it is stopped. */
export interface AgentHub {
  start(events: AgentHubEvents): void;
  stop(): void;
  /** Lets the connection go and makes a new one, which the node serves from the last keyframe on. */
  renew(): void;
  /** Asks and waits for the answer; rejects when the connection is down or goes down meanwhile. */
  call<M extends AgentCall>(
    method: M,
    ...args: Parameters<AgentHubServer[M]>
  ): Promise<ReturnType<AgentHubServer[M]>>;
  /** Tells without an answer; what cannot be sent now is dropped. */
  send<M extends AgentNews>(method: M, ...args: Parameters<AgentHubServer[M]>): void;
}
