/** What a portal asks its customer in its own words. */
export interface ConsentQuestion {
  readonly agentName: string;
  readonly agentTitle: string | null;
  /** The agent who leaves with the customer's yes to this one: to be named in the question. */
  readonly handedOverBy: string | null;
  /** A yes holds for the agent's supervisors too: the question has to say so. */
  readonly withSupervisors: boolean;
  readonly grants: readonly string[];
  /** Seconds; silence is a no. */
  readonly expiresIn: number;
  /** The two words that the agent's console shows as well: show them. */
  readonly words: string | null;
  /** Aborted when nobody waits for the answer any more: take the question away. */
  readonly signal: AbortSignal;
}

/** An agent of the session. */
export interface BarAgent {
  readonly id: string;
  readonly name: string;
  /** Receives what this page shows, now. */
  readonly sees: boolean;
}

/** What a portal's own bar shows, and what its buttons do. */
export interface BarState {
  readonly agents: readonly BarAgent[];
  readonly paused: boolean;
  /** The connection is lost; nothing is shared until it is back. */
  readonly reconnecting: boolean;
  /** The two words that the agent's console shows as well. */
  readonly words: string | null;
  /** Who acts on the page; null while nobody does. Meanwhile our own bar shows too. */
  readonly control: string | null;
  stopControl(): void;
  pause(): void;
  resume(): void;
  /** Ends the session for everybody. A bar without it keeps ours on the page. */
  stop(): void;
  remove(agentId: string): void;
  /** Opens the chat with the agents, or closes it. */
  chat(): void;
}

/** What a portal draws itself instead of the snippet. */
export interface PortalHooks {
  /** Asks whether an agent may see the page; resolves with the customer's answer. */
  readonly confirmSession?: (question: ConsentQuestion) => Promise<boolean>;
  /** Asks whether an agent may act on the page. */
  readonly confirmControl?: (question: ConsentQuestion) => Promise<boolean>;
  /** Draws the bar, again with each change, and answers its element; with null it goes. */
  readonly renderBar?: (bar: BarState | null) => Element | null | undefined;
}
