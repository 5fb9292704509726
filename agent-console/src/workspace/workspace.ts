import type {
  Ack,
  AgentHubServer,
  AgentJoined,
  AgentStatus,
  ColleagueList,
  DeskView,
  InvitationKind,
  MadeLink,
  QueueEntry,
  Refusal,
  SessionView,
} from '@cobrowse/client/protocol';
import { ChatDesk } from '../chat/chat-desk.ts';
import type { AgentHub } from '../connection/agent-hub.ts';
import { ControlDesk } from '../control/control-desk.ts';
import type { ControlNote } from '../control/control-seat.ts';
import { ProposalDesk } from '../proposing/proposal-desk.ts';
import { FrameFeed } from '../replica-stage/frame-feed.ts';
import { advance } from './advance.ts';
import type { SeatMemory } from './seat-memory.ts';
import {
  type Attempt,
  type Link,
  type Picture,
  start,
  type WorkspaceEvent,
  type WorkspaceState,
} from './workspace-state.ts';

type AckCall = 'DeclineInvitation' | 'Invite' | 'TakeInvitationBack' | 'ChooseStatus' | 'SetIdle';

/** Assets are renewed this long before their addresses expire. */
const renewAhead = 60_000;

/** The agent's work: the connection, the queue and the one seat, as a store that React reads. */
export class Workspace {
  readonly frames = new FrameFeed();
  readonly chat: ChatDesk;
  readonly proposals: ProposalDesk;
  /** What the agent does on the customer's page. */
  readonly control = new ControlDesk(
    (...action) => this.#refusalOf(this.#hub.call('Act', ...action)),
    () => this.frames.epoch,
  );
  readonly #hub: AgentHub;
  readonly #memory: SeatMemory;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #state: WorkspaceState = start;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #idle = false;

  constructor(hub: AgentHub, memory: SeatMemory, now: () => number = Date.now) {
    this.#hub = hub;
    this.#memory = memory;
    this.#now = now;
    this.chat = new ChatDesk(hub, now);
    this.proposals = new ProposalDesk(hub);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): WorkspaceState => this.#state;

  start(): void {
    const sessionId = this.#memory.recall();
    if (sessionId !== undefined) this.#advance({ type: 'attempt', attempt: { type: 'return', sessionId } });
    this.#hub.start({
      linkChanged: (link) => this.#linkChanged(link),
      QueueChanged: (entries) => this.#queued(entries),
      LinkOpened: (refusal) => this.#advance({ type: 'link-opened', refusal }),
      InvitationAnswered: (id, outcome) => this.#advance({ type: 'invitation-answered', id, outcome }),
      SessionChanged: (session) => this.#advance({ type: 'session', session, now: this.#now() }),
      ConsentDecided: (outcome) => this.#advance({ type: 'decided', outcome, now: this.#now() }),
      ControlDecided: (outcome) =>
        this.#control(outcome === 'Granted' ? undefined : { type: 'decided', outcome }),
      ControlEnded: (reason) => this.#control({ type: 'ended', reason }),
      Acted: (action, outcome) => this.control.heard(action, outcome),
      Resyncing: () => this.pictureIs({ type: 'catching-up' }),
      Removed: (reason) => this.#advance({ type: 'removed', reason, now: this.#now() }),
      DeskChanged: (desk) => this.#deskIs(desk),
      ColleaguesChanged: (list) => this.#advance({ type: 'colleagues', list }),
      HelpedSessionsChanged: (sessions) => this.#advance({ type: 'helped', sessions }),
      InvitationClosed: ({ InvitationId: id, Kind: kind, ToName: name }, outcome) =>
        this.#advance({ type: 'answered', answer: { id, kind, name, outcome } }),
      Chat: (log) => this.chat.receive(log),
      ChatTyping: (participantId) => this.chat.hear(participantId),
      ProposalClosed: (id, outcome, reason) => this.proposals.closed(id, outcome, reason),
      f: (frame) => this.frames.push(frame),
    });
  }

  stop(): void {
    clearTimeout(this.#renewal);
    this.#hub.stop();
  }

  readonly claim = (sessionId: string): Promise<void> => this.#attempt({ type: 'claim', sessionId });

  readonly joinByCode = (code: string): Promise<void> => this.#attempt({ type: 'code', code });

  /** A link for one customer, or why there is none. */
  readonly makeLink = (): Promise<MadeLink> => this.#hub.call('MakeLink');

  /** Asks the customer with this reference on their page; the answer comes as news. */
  readonly inviteCustomer = async (reference: string): Promise<Refusal | null> => {
    this.#advance({ type: 'invited', invitation: undefined });
    const { Refusal, InvitationId: id, ExpiresAt: until } = await this.#hub.call('InviteCustomer', reference);
    if (id && until)
      this.#advance({ type: 'invited', invitation: { id, reference, until, outcome: undefined } });
    return Refusal;
  };

  /** Goes on in an own session that is open nowhere, or in another tab too. */
  readonly goOn = (sessionId: string): Promise<void> => this.#attempt({ type: 'return', sessionId });

  readonly accept = (sessionId: string, invitationId: string): Promise<void> =>
    this.#attempt({ type: 'accept', sessionId, invitationId });

  readonly decline = (sessionId: string, invitationId: string): Promise<Refusal | null> =>
    this.#tell('DeclineInvitation', sessionId, invitationId);

  readonly watch = (sessionId: string): Promise<void> => this.#attempt({ type: 'watch', sessionId });

  /** Asks a colleague to join, or to take over; resolves with why that was refused, or null. */
  readonly invite = (agentId: string, kind: InvitationKind, note: string | null): Promise<Refusal | null> =>
    this.#tell('Invite', agentId, kind, note);

  readonly takeBack = (invitationId: string): Promise<Refusal | null> =>
    this.#tell('TakeInvitationBack', invitationId);

  readonly findColleagues = (search: string): Promise<ColleagueList> =>
    this.#hub.call('GetColleagues', search);

  readonly chooseStatus = (status: AgentStatus): Promise<Refusal | null> =>
    this.#tell('ChooseStatus', status);

  /** Says whether anybody is at this console; said again on each new connection. */
  readonly idleIs = (idle: boolean): void => {
    if (this.#idle === idle) return;
    this.#idle = idle;
    if (this.#state.link.type === 'online') void this.#tell('SetIdle', idle);
  };

  /** Leaves the seat; the customer's session waits for another agent. */
  readonly leave = async (): Promise<void> => {
    await this.#hub.call('Leave').catch(() => undefined);
    this.#advance({ type: 'left' });
  };

  /** Ends the session for everybody; the node's news of the end changes the seat. */
  readonly end = async (): Promise<void> => {
    const ack = await this.#hub.call('EndSession').catch(() => undefined);
    if (ack && ack.Refusal !== null) this.#advance({ type: 'left' });
  };

  /** Puts the report of a finished session, or of a failed attempt, aside. */
  readonly dismiss = (): void => this.#advance({ type: 'left' });

  readonly guide = (body: Uint8Array): void => this.#hub.send('Guide', body);

  /** Draws on the customer's page; resolves with why not, where it does not show. */
  readonly annotate = async (body: Uint8Array, label: string | null): Promise<Refusal | null> => {
    const { Refusal } = await this.#hub
      .call('Annotate', body, label)
      .catch(() => ({ Refusal: 'WrongState' as const }));
    return Refusal;
  };

  readonly askControl = async (): Promise<void> => {
    this.#control(undefined);
    const refusal = await this.#refusalOf(this.#hub.call('AskControl'));
    if (refusal !== null) this.#control({ type: 'refused', refusal });
  };

  /** Gives control back, or the question for it up. */
  readonly releaseControl = async (): Promise<void> => {
    this.control.drop();
    await this.#refusalOf(this.#hub.call('ReleaseControl'));
  };

  readonly dismissControl = (): void => this.#control(undefined);

  readonly feedback = (body: Uint8Array): void => this.#hub.send('Feedback', body);

  readonly ping = (): Promise<number> => this.#hub.call('Ping');

  /** Takes the seat anew on a new connection, since the node serves a whole picture only to a newcomer. */
  readonly refresh = (): void => {
    if (this.#state.seat.type !== 'seated' || this.#state.link.type !== 'online') return;
    this.frames.reset();
    if (this.#state.seat.picture.type !== 'awaited') this.pictureIs({ type: 'catching-up' });
    this.#hub.renew();
  };

  readonly pictureIs = (picture: Picture): void => this.#advance({ type: 'picture', picture });

  #control(note: ControlNote | undefined): void {
    this.control.drop();
    this.#advance({ type: 'control', note });
  }

  #refusalOf(call: Promise<Ack>): Promise<Refusal | null> {
    return call.then(
      ({ Refusal }) => Refusal,
      () => 'WrongState' as const,
    );
  }

  /** Who opened this agent's link, or took their invitation, is met at once if the agent is free. */
  #queued(entries: readonly QueueEntry[]): void {
    this.#advance({ type: 'queue', entries });
    const called = entries.find(({ Reservation: kept }) => kept?.Yours && kept.Cause !== 'Return');
    const { seat } = this.#state;
    if (called && (seat.type === 'free' || seat.type === 'over') && called.Reservation!.Until > this.#now())
      void this.claim(called.SessionId);
  }

  #advance(event: WorkspaceEvent): void {
    const before = this.#state.seat;
    this.#state = advance(this.#state, event);
    const { seat } = this.#state;
    if (seat !== before) {
      this.chat.seated(seat.type === 'seated' ? seat : undefined);
      this.proposals.seated(seat.type === 'seated' ? seat : undefined);
      if (seat.type !== 'seated') this.frames.reset();
      if (seat.type === 'seated') this.#memory.keep(seat.session.SessionId);
      else if (seat.type !== 'taking') this.#memory.keep(undefined);
      const same =
        seat.type === 'seated' &&
        before.type === 'seated' &&
        seat.assets === before.assets &&
        seat.consent.type === before.consent.type;
      if (!same) this.#scheduleRenewal();
    }
    for (const listener of this.#listeners) listener();
  }

  async #attempt(attempt: Attempt): Promise<void> {
    const { seat } = this.#state;
    if (seat.type === 'seated' || seat.type === 'taking') return;
    this.#advance({ type: 'attempt', attempt });
    try {
      const answer = await this.#ask(attempt);
      this.#advance({ type: 'answer', attempt, answer, now: this.#now() });
    } catch {
      this.#advance({ type: 'unanswered', attempt });
    }
  }

  #ask(attempt: Attempt): Promise<AgentJoined> {
    switch (attempt.type) {
      case 'claim':
        return this.#hub.call('Claim', attempt.sessionId);
      case 'code':
        return this.#hub.call('JoinByCode', attempt.code);
      case 'return':
        return this.#hub.call('Rejoin', attempt.sessionId);
      case 'accept':
        return this.#hub.call('AcceptInvitation', attempt.sessionId, attempt.invitationId);
      case 'watch':
        return this.#hub.call('Watch', attempt.sessionId);
      default:
        return attempt satisfies never;
    }
  }

  #linkChanged(link: Link): void {
    this.#advance({ type: 'link', link });
    if (link.type !== 'online') return;
    this.#hub.call('GetQueue').then(
      (entries) => this.#queued(entries),
      () => undefined,
    );
    void this.#greet();
    const { seat } = this.#state;
    if (seat.type === 'seated') void this.#rejoin(seat.session);
    else if (seat.type === 'taking' && seat.attempt.type === 'return') void this.#return(seat.attempt);
  }

  /** Who is there, and what is this agent's own. */
  async #greet(): Promise<void> {
    try {
      if (this.#idle) void this.#tell('SetIdle', true);
      // What the node tells while it is asked is newer than its answer, which may have been overtaken.
      const before = this.#state;
      const desk = await this.#hub.call('GetDesk');
      if (this.#state.desk === before.desk) this.#deskIs(desk);
      const list = await this.#hub.call('GetColleagues', null);
      if (this.#state.colleagues === before.colleagues) this.#advance({ type: 'colleagues', list });
      if (desk.Self.Role !== 'Supervisor') return;
      const sessions = await this.#hub.call('GetHelpedSessions');
      if (this.#state.helped === before.helped) this.#advance({ type: 'helped', sessions });
    } catch {
      // The connection went down again; the next one asks once more.
    }
  }

  #deskIs({ Self: self, Invitations, Sessions: sessions, Watermark: watermark }: DeskView): void {
    const now = this.#now();
    const invitations = Invitations.map((each) => ({ ...each, until: now + each.ExpiresIn * 1000 }));
    this.#advance({ type: 'desk', desk: { self, invitations, sessions, watermark } });
  }

  /** Resolves with why the node refuses; a node that cannot be reached refuses too. */
  async #tell<M extends AckCall>(method: M, ...args: Parameters<AgentHubServer[M]>): Promise<Refusal | null> {
    const answer: { readonly Refusal: Refusal | null } = await this.#hub
      .call(method, ...args)
      .catch(() => ({ Refusal: 'WrongState' as const }));
    return answer.Refusal;
  }

  async #return(attempt: Attempt & { type: 'return' }): Promise<void> {
    try {
      const answer = await this.#ask(attempt);
      this.#advance({ type: 'answer', attempt, answer, now: this.#now() });
    } catch {
      // The connection went down again; the next one asks once more.
    }
  }

  async #rejoin(before: SessionView): Promise<void> {
    try {
      const answer = await this.#hub.call('Rejoin', before.SessionId);
      const { seat } = this.#state;
      // What the node told while this was under way is newer than the answer, which may have been overtaken.
      const told = seat.type === 'seated' && seat.session !== before && answer.Session !== null;
      this.#advance({
        type: 'rejoined',
        answer: told ? { ...answer, Session: seat.session } : answer,
        now: this.#now(),
      });
    } catch {
      // The connection went down again; the next one asks once more.
    }
  }

  #scheduleRenewal(): void {
    clearTimeout(this.#renewal);
    const { seat } = this.#state;
    if (seat.type !== 'seated') return;
    const wait = seat.assets ? Math.max(seat.assets.ExpiresAt - this.#now() - renewAhead, 5000) : 0;
    if (wait > 0 || seat.consent.type === 'granted')
      this.#renewal = setTimeout(() => void this.#renew(), Math.min(wait, 2 ** 31 - 1));
  }

  async #renew(): Promise<void> {
    const assets = await this.#hub.call('RenewAssets').catch(() => null);
    if (assets) this.#advance({ type: 'assets', assets });
    else if (this.#state.seat.type === 'seated') this.#renewal = setTimeout(() => void this.#renew(), 15_000);
  }
}
