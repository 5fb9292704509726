import type { ConsentOutcome, EndReason } from '@cobrowse/client/protocol';
import { seatOf } from './seat-of.ts';
import type { Outcome, Seat, Seated, WorkspaceEvent } from './workspace-state.ts';

type SeatEvent = Exclude<
  WorkspaceEvent,
  {
    type:
      | 'link'
      | 'queue'
      | 'link-opened'
      | 'invited'
      | 'invitation-answered'
      | 'desk'
      | 'colleagues'
      | 'helped'
      | 'answered';
  }
>;

/** The next seat. Pure. */
export function advanceSeat(seat: Seat, event: SeatEvent): Seat {
  switch (event.type) {
    case 'attempt':
      return seat.type === 'seated' ? seat : { type: 'taking', attempt: event.attempt };
    case 'answer': {
      const taken = seatOf(event.answer, event.now);
      if (taken) return taken;
      return {
        type: 'free',
        problem: {
          type: 'refused',
          // A session that has ended meanwhile is, to the one who asks, a session that is not there.
          refusal: event.answer.Refusal ?? 'NotFound',
          attempt: event.attempt,
        },
      };
    }
    case 'unanswered':
      return seat.type === 'taking'
        ? { type: 'free', problem: { type: 'unreachable', attempt: event.attempt } }
        : seat;
    case 'left':
      return { type: 'free', problem: undefined };
    case 'rejoined':
    case 'session':
    case 'decided':
    case 'removed':
    case 'control':
    case 'picture':
    case 'assets':
      return seat.type === 'seated' ? advanceSeated(seat, event) : seat;
    default:
      return event satisfies never;
  }
}

type SeatedEvent = Extract<
  SeatEvent,
  { type: 'rejoined' | 'session' | 'decided' | 'removed' | 'control' | 'picture' | 'assets' }
>;

function advanceSeated(seat: Seated, event: SeatedEvent): Seat {
  switch (event.type) {
    case 'rejoined': {
      const again = seatOf(event.answer, event.now, seat);
      if (again) return again;
      const session = event.answer.Session ?? seat.session;
      return over(
        seat,
        session.State === 'Ended'
          ? endOutcome(session.EndReason)
          : { type: 'gone', refusal: event.answer.Refusal ?? 'NotFound' },
        event.now,
      );
    }
    case 'session':
      if (event.session.SessionId !== seat.session.SessionId) return seat;
      if (event.session.State === 'Ended')
        return over({ ...seat, session: event.session }, endOutcome(event.session.EndReason), event.now);
      return { ...seat, session: event.session, toldAt: event.now };
    case 'decided':
      return decided(seat, event.outcome, event.now);
    case 'removed':
      return over(seat, { type: 'removed', reason: event.reason }, event.now);
    case 'picture':
      return { ...seat, picture: event.picture };
    case 'control':
      return { ...seat, controlNote: event.note };
    case 'assets':
      return { ...seat, assets: event.assets };
    default:
      return event satisfies never;
  }
}

function decided(seat: Seated, outcome: ConsentOutcome, now: number): Seat {
  switch (outcome) {
    case 'Granted':
      return { ...seat, consent: { type: 'granted' } };
    case 'Denied':
      return over(seat, { type: 'denied' }, now);
    case 'TimedOut':
      return over(seat, { type: 'timed-out' }, now);
    case 'Withdrawn':
      return over(seat, { type: 'withdrawn' }, now);
    default:
      return outcome satisfies never;
  }
}

/** The customer's no reaches an agent twice, as a decision and as an end; both read the same. */
function endOutcome(reason: EndReason | null): Outcome {
  switch (reason) {
    case 'ConsentDenied':
      return { type: 'denied' };
    case 'ConsentTimedOut':
      return { type: 'timed-out' };
    default:
      return { type: 'ended', reason: reason ?? 'Expired' };
  }
}

const over = (seat: Seated, outcome: Outcome, at: number): Seat => ({
  type: 'over',
  session: seat.session,
  outcome,
  at,
});
