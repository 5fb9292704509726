import type { ConsentRequest, EndReason } from '../protocol/protocol.gen.ts';
import type { Failure } from './strings.ts';

/** An agent of the session, as the customer knows them. */
export interface SeenAgent {
  readonly id: string;
  readonly name: string;
  /** Receives what this page shows, now. */
  readonly sees: boolean;
  /** The number of the colour of their pointer. */
  readonly hue: number;
}

/** Which agent acts on this page, in the customer's words. */
export interface ControlView {
  readonly name: string;
  readonly says: string;
  /** What the button says that takes it back. */
  readonly stop: string;
}

/** What the customer is shown of the session. */
export type View =
  | { readonly type: 'nothing' }
  | { readonly type: 'preparing' }
  /** `joining`: somebody has taken the session and is about to ask. */
  | { readonly type: 'waiting'; readonly code: string; readonly joining: boolean }
  | {
      readonly type: 'sharing';
      readonly agents: readonly SeenAgent[];
      readonly paused: boolean;
      /** This page is one that the tenant shows to nobody. */
      readonly withheld?: boolean;
      /** The two words that the agents can read out. */
      readonly words?: string | null;
      readonly control?: ControlView;
    }
  | { readonly type: 'reconnecting' }
  | { readonly type: 'ended'; readonly reason: EndReason }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** What is seldom said, by a module that is seldom fetched: an agent's invitation, a link that leads nowhere. */
  | {
      readonly type: 'card';
      readonly title: string;
      readonly lines: readonly string[];
      readonly actions: readonly (readonly [text: string, look: string, press: () => void])[];
    };

/** What the customer does in the snippet's own interface. */
export interface SurfaceDelegate {
  answered(request: ConsentRequest, granted: boolean): void;
  pausePressed(): void;
  resumePressed(): void;
  stopPressed(): void;
  /** What agents cannot see is to be outlined on the page, or not any more. */
  hiddenPressed(on: boolean): void;
  /** The customer wants the chat, or to be rid of it. */
  chatPressed(): void;
  removePressed(agentId: string): void;
  /** Nobody but the customer is to act on this page any more; who sees it goes on seeing. */
  controlStopPressed(): void;
  retryPressed(): void;
  closePressed(): void;
}
