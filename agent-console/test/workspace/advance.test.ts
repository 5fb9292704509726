import { describe, expect, test } from 'vitest';
import { advance } from '../../src/workspace/advance.ts';
import {
  type Seated,
  start,
  type WorkspaceEvent,
  type WorkspaceState,
} from '../../src/workspace/workspace-state.ts';
import { asked, joined, refused, session } from '../fixture/sessions.ts';

const now = 1_000_000;
const attempt = { type: 'claim', sessionId: 'one' } as const;
const play = (...events: WorkspaceEvent[]): WorkspaceState => events.reduce(advance, start);
const asking = play({ type: 'attempt', attempt }, { type: 'answer', attempt, answer: asked(), now });
const watching = play({ type: 'attempt', attempt }, { type: 'answer', attempt, answer: joined(), now });

describe('taking a seat', () => {
  test('a claim that is taken asks for consent until its time is up', () => {
    expect(asking.seat).toMatchObject({
      type: 'seated',
      joined: true,
      consent: { type: 'asking', until: now + 60_000 },
      picture: { type: 'awaited' },
    });
  });

  test('a refusal frees the seat and keeps the reason and what was tried', () => {
    const state = play(
      { type: 'attempt', attempt },
      { type: 'answer', attempt, answer: refused('AlreadyClaimed'), now },
    );
    expect(state.seat).toEqual({
      type: 'free',
      problem: { type: 'refused', refusal: 'AlreadyClaimed', attempt },
    });
  });

  test('no answer at all frees the seat', () => {
    const state = play({ type: 'attempt', attempt }, { type: 'unanswered', attempt });
    expect(state.seat).toEqual({ type: 'free', problem: { type: 'unreachable', attempt } });
  });

  test('an ended session gives no seat', () => {
    const answer = joined({ Session: session({ State: 'Ended', EndReason: 'CustomerEnded' }) });
    expect(play({ type: 'answer', attempt, answer, now }).seat).toMatchObject({ type: 'free' });
  });

  test('one who sits does not start another attempt', () => {
    expect(advance(watching, { type: 'attempt', attempt: { type: 'code', code: '000000' } })).toBe(watching);
  });

  test('a second agent asks in a session that is already active', () => {
    const state = play({ type: 'answer', attempt, answer: joined({ ConsentExpiresIn: 30 }), now });
    expect(state.seat).toMatchObject({ consent: { type: 'asking', until: now + 30_000 } });
  });
});

describe('consent', () => {
  test('granted opens the view', () => {
    const state = advance(asking, { type: 'decided', outcome: 'Granted', now });
    expect(state.seat).toMatchObject({ type: 'seated', consent: { type: 'granted' } });
  });

  for (const [outcome, type] of [
    ['Denied', 'denied'],
    ['TimedOut', 'timed-out'],
    ['Withdrawn', 'withdrawn'],
  ] as const)
    test(`${outcome} ends the seat`, () => {
      const state = advance(asking, { type: 'decided', outcome, now });
      expect(state.seat).toMatchObject({ type: 'over', outcome: { type }, at: now });
    });

  test('a no that arrives as the end of the session reads like a no', () => {
    const ended = session({ State: 'Ended', EndReason: 'ConsentDenied' });
    expect(advance(asking, { type: 'session', session: ended, now }).seat).toMatchObject({
      type: 'over',
      outcome: { type: 'denied' },
    });
  });

  test('a decision after the end changes nothing', () => {
    const over = advance(asking, { type: 'decided', outcome: 'Denied', now });
    expect(advance(over, { type: 'decided', outcome: 'Granted', now })).toBe(over);
  });
});

describe('while seated', () => {
  test('news of another session is ignored', () => {
    const other = session({ SessionId: 'other', State: 'Ended', EndReason: 'CustomerEnded' });
    expect(advance(watching, { type: 'session', session: other, now })).toBe(watching);
  });

  test('a lost connection keeps the seat but not the place in it', () => {
    const cut = advance(watching, { type: 'link', link: { type: 'reconnecting', since: now } });
    expect(cut.seat).toMatchObject({ type: 'seated', joined: false });
    const back = advance(cut, { type: 'link', link: { type: 'online' } });
    expect(back.seat).toMatchObject({ joined: false });
    const again = advance(back, { type: 'rejoined', answer: joined(), now: now + 5 });
    expect(again.seat).toMatchObject({ joined: true, since: now });
  });

  test('a picture that shows stays over a lost connection', () => {
    const live = advance(watching, { type: 'picture', picture: { type: 'live' } });
    const again = advance(live, { type: 'rejoined', answer: joined(), now });
    expect((again.seat as Seated).picture).toEqual({ type: 'live' });
  });

  test('a refused return ends the seat', () => {
    const state = advance(watching, { type: 'rejoined', answer: refused('NotFound'), now });
    expect(state.seat).toMatchObject({ type: 'over', outcome: { type: 'gone', refusal: 'NotFound' } });
  });

  test('a return to a session that ended meanwhile says how it ended', () => {
    const answer = joined({ Session: session({ State: 'Ended', EndReason: 'CustomerGone' }) });
    expect(advance(watching, { type: 'rejoined', answer, now }).seat).toMatchObject({
      type: 'over',
      outcome: { type: 'ended', reason: 'CustomerGone' },
    });
  });

  test('the customer can remove the agent', () => {
    expect(advance(watching, { type: 'removed', reason: 'HandedOver', now }).seat).toMatchObject({
      type: 'over',
      outcome: { type: 'removed', reason: 'HandedOver' },
    });
  });
});
