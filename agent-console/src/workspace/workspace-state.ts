import type {
  AgentJoined,
  AssetAccess,
  ColleagueList,
  ColleagueView,
  CustomerInvitationOutcome,
  EndReason,
  HelpedSession,
  InvitationKind,
  InvitationOutcome,
  InvitationView,
  OwnSession,
  PlaceLost,
  QueueEntry,
  Refusal,
  SessionView,
} from '@cobrowse/client/protocol';
import type { ControlNote } from '../control/control-seat.ts';

/** The connection to the node. */
export type Link =
  | { readonly type: 'connecting' }
  | { readonly type: 'online' }
  /** Tried again without limit; `since` is when it was lost. */
  | { readonly type: 'reconnecting'; readonly since: number }
  /** The issuer's token is spent and could not be renewed: only a new sign-in helps. */
  | { readonly type: 'expired' }
  /** Signed in, but this identity may not use the console. */
  | { readonly type: 'barred' };

export type QueueView =
  | { readonly type: 'unknown' }
  | { readonly type: 'known'; readonly entries: readonly QueueEntry[] };

/** The customer's answer to this agent. */
export type Consent =
  | { readonly type: 'asking'; readonly until: number | undefined }
  | { readonly type: 'granted' };

/** What the stage shows of the customer's page. */
export type Picture =
  | { readonly type: 'awaited' }
  | { readonly type: 'live' }
  /** Frames were dropped for this slow connection; a keyframe follows. */
  | { readonly type: 'catching-up' }
  /** The replica cannot go on by itself. */
  | { readonly type: 'lost'; readonly reason: string }
  /** The replica failed and is gone from the stage; only a new one helps. */
  | { readonly type: 'broken' };

/** Why an attempt to take a seat came to nothing. */
export type Problem =
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly attempt: Attempt }
  | { readonly type: 'unreachable'; readonly attempt: Attempt };

export type Attempt =
  | { readonly type: 'claim'; readonly sessionId: string }
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'return'; readonly sessionId: string }
  | { readonly type: 'accept'; readonly sessionId: string; readonly invitationId: string }
  | { readonly type: 'watch'; readonly sessionId: string };

/** An invitation that is open; `until` is when it expires, Unix milliseconds. */
export interface OpenInvitation extends InvitationView {
  readonly until: number;
}

/** What is this agent's own, wherever they are signed in. */
export interface Desk {
  readonly self: ColleagueView;
  readonly invitations: readonly OpenInvitation[];
  readonly sessions: readonly OwnSession[];
  /** The tenant wants the agent's name over what customers show. */
  readonly watermark: boolean;
}

/** How an invitation that this agent sent has ended. */
export interface InvitationAnswer {
  readonly id: string;
  readonly kind: InvitationKind;
  readonly name: string;
  readonly outcome: InvitationOutcome;
}

export type Outcome =
  | { readonly type: 'ended'; readonly reason: EndReason }
  | { readonly type: 'denied' }
  | { readonly type: 'timed-out' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'removed'; readonly reason: PlaceLost }
  /** After a lost connection the node no longer had a place for this agent. */
  | { readonly type: 'gone'; readonly refusal: Refusal };

/** The one session in which this agent sits, or the lack of one. */
export type Seat =
  | { readonly type: 'free'; readonly problem: Problem | undefined }
  | { readonly type: 'taking'; readonly attempt: Attempt }
  | Seated
  | { readonly type: 'over'; readonly session: SessionView; readonly outcome: Outcome; readonly at: number };

export interface Seated {
  readonly type: 'seated';
  readonly session: SessionView;
  readonly participantId: string;
  readonly consent: Consent;
  readonly assets: AssetAccess | undefined;
  readonly picture: Picture;
  /** How this agent's wish for control came to nothing, or ended. */
  readonly controlNote: ControlNote | undefined;
  /** What the agent may write on the customer's page. */
  readonly labels: readonly string[];
  /** False from a lost connection until the node has taken the agent back. */
  readonly joined: boolean;
  /** When this agent took the seat. */
  readonly since: number;
  /** When the node told `session`: what expires in it counts from then. */
  readonly toldAt: number;
}

/** What became of the links that this agent sent, and of the customer whom they invited. */
export interface Bringing {
  /** Counts the links that were opened to no avail. */
  readonly refusedLink: { readonly refusal: Refusal; readonly count: number } | undefined;
  readonly invitation: Invitation | undefined;
}

export interface Invitation {
  readonly id: string;
  readonly reference: string;
  readonly until: number;
  readonly outcome: CustomerInvitationOutcome | undefined;
}

export interface WorkspaceState {
  readonly link: Link;
  readonly queue: QueueView;
  readonly seat: Seat;
  readonly bringing: Bringing;
  readonly desk: Desk | undefined;
  readonly colleagues: ColleagueList | undefined;
  /** The sessions in which somebody helps, as supervisors see them. */
  readonly helped: readonly HelpedSession[] | undefined;
  readonly answered: InvitationAnswer | undefined;
}

export type WorkspaceEvent =
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'queue'; readonly entries: readonly QueueEntry[] }
  | { readonly type: 'link-opened'; readonly refusal: Refusal | null }
  | { readonly type: 'invited'; readonly invitation: Invitation | undefined }
  | { readonly type: 'invitation-answered'; readonly id: string; readonly outcome: CustomerInvitationOutcome }
  | { readonly type: 'attempt'; readonly attempt: Attempt }
  | { readonly type: 'answer'; readonly attempt: Attempt; readonly answer: AgentJoined; readonly now: number }
  | { readonly type: 'unanswered'; readonly attempt: Attempt }
  | { readonly type: 'rejoined'; readonly answer: AgentJoined; readonly now: number }
  | { readonly type: 'session'; readonly session: SessionView; readonly now: number }
  | {
      readonly type: 'decided';
      readonly outcome: 'Granted' | 'Denied' | 'TimedOut' | 'Withdrawn';
      readonly now: number;
    }
  | { readonly type: 'control'; readonly note: ControlNote | undefined }
  | { readonly type: 'removed'; readonly reason: PlaceLost; readonly now: number }
  | { readonly type: 'desk'; readonly desk: Desk }
  | { readonly type: 'colleagues'; readonly list: ColleagueList }
  | { readonly type: 'helped'; readonly sessions: readonly HelpedSession[] }
  | { readonly type: 'answered'; readonly answer: InvitationAnswer }
  | { readonly type: 'picture'; readonly picture: Picture }
  | { readonly type: 'assets'; readonly assets: AssetAccess }
  | { readonly type: 'left' };

export const start: WorkspaceState = {
  link: { type: 'connecting' },
  queue: { type: 'unknown' },
  seat: { type: 'free', problem: undefined },
  bringing: { refusedLink: undefined, invitation: undefined },
  desk: undefined,
  colleagues: undefined,
  helped: undefined,
  answered: undefined,
};
