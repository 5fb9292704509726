import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SeatMemory } from '../../src/workspace/seat-memory.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { ScriptedHub } from '../fixture/scripted-hub.ts';
import { joined, refused, session, waiting } from '../fixture/sessions.ts';

function memory(kept?: string): SeatMemory & { kept: string | undefined } {
  return {
    kept,
    recall() {
      return this.kept;
    },
    keep(sessionId) {
      this.kept = sessionId;
    },
  };
}

describe('a workspace', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  async function open(kept?: string) {
    const hub = new ScriptedHub();
    const seat = memory(kept);
    const workspace = new Workspace(hub, seat);
    hub.answers.GetQueue = () => waiting;
    workspace.start();
    const online = async () => {
      hub.online();
      await vi.advanceTimersByTimeAsync(0);
    };
    return { hub, seat, workspace, online };
  }

  test('reads the queue whenever it comes online', async () => {
    const { hub, workspace, online } = await open();
    await online();
    expect(workspace.state().queue).toEqual({ type: 'known', entries: waiting });
    hub.node.linkChanged({ type: 'reconnecting', since: 0 });
    hub.answers.GetQueue = () => [];
    await online();
    expect(workspace.state().queue).toEqual({ type: 'known', entries: [] });
  });

  test('claims, and remembers the seat for a reload', async () => {
    const { hub, seat, workspace, online } = await open();
    await online();
    hub.answerJoin('Claim', joined());
    await workspace.claim('one');
    expect(hub.calls).toContainEqual({ method: 'Claim', args: ['one'] });
    expect(workspace.state().seat).toMatchObject({ type: 'seated', participantId: 'a' });
    expect(seat.kept).toBe('one');
  });

  test('takes its seat again after a reload', async () => {
    const { hub, seat, workspace, online } = await open('one');
    expect(workspace.state().seat).toMatchObject({ type: 'taking', attempt: { type: 'return' } });
    hub.answerJoin('Rejoin', joined());
    await online();
    expect(workspace.state().seat.type).toBe('seated');
    expect(seat.kept).toBe('one');
  });

  test('forgets a seat that is no longer there', async () => {
    const { hub, seat, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', refused('NotFound'));
    await online();
    expect(workspace.state().seat).toMatchObject({ type: 'free', problem: { refusal: 'NotFound' } });
    expect(seat.kept).toBeUndefined();
  });

  test('rejoins its session after a lost connection', async () => {
    const { hub, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined());
    await online();
    hub.node.linkChanged({ type: 'reconnecting', since: 0 });
    expect(workspace.state().seat).toMatchObject({ type: 'seated', joined: false });
    await online();
    expect(hub.count('Rejoin')).toBe(2);
    expect(workspace.state().seat).toMatchObject({ type: 'seated', joined: true });
  });

  test('a claim that the connection swallows is said to have failed', async () => {
    const { hub, workspace, online } = await open();
    await online();
    hub.answers.Claim = () => {
      throw new Error('gone');
    };
    await workspace.claim('one');
    expect(workspace.state().seat).toMatchObject({ type: 'free', problem: { type: 'unreachable' } });
  });

  test('what the node tells while it answers a return counts more than the answer', async () => {
    const { hub, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined());
    await online();
    hub.answers.Rejoin = () => {
      hub.node.SessionChanged(session({ State: 'Active', CustomerPresent: false }));
      return joined();
    };
    await online();
    expect(workspace.state().seat).toMatchObject({ type: 'seated', session: { CustomerPresent: false } });
  });

  test('leaves', async () => {
    const { hub, seat, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined());
    await online();
    await workspace.leave();
    expect(hub.count('Leave')).toBe(1);
    expect(workspace.state().seat).toEqual({ type: 'free', problem: undefined });
    expect(seat.kept).toBeUndefined();
  });

  test('shows the end that the node tells of, after ending', async () => {
    const { hub, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined());
    await online();
    await workspace.end();
    hub.node.SessionChanged(session({ State: 'Ended', EndReason: 'AgentEnded' }));
    expect(workspace.state().seat).toMatchObject({ type: 'over', outcome: { reason: 'AgentEnded' } });
  });

  test('renews asset addresses a minute before they expire', async () => {
    const { hub, workspace, online } = await open('one');
    const first = { BaseUrl: '/a/', ExpiresAt: Date.now() + 300_000 };
    const second = { BaseUrl: '/b/', ExpiresAt: Date.now() + 900_000 };
    hub.answerJoin('Rejoin', joined({ Assets: first }));
    hub.answers.RenewAssets = () => second;
    await online();
    await vi.advanceTimersByTimeAsync(239_000);
    expect(hub.count('RenewAssets')).toBe(0);
    await vi.advanceTimersByTimeAsync(2000);
    expect(hub.count('RenewAssets')).toBe(1);
    expect(workspace.state().seat).toMatchObject({ assets: second });
    workspace.stop();
  });

  test('asks for asset addresses when consent opens a view that has none', async () => {
    const { hub, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined({ Assets: null, ConsentExpiresIn: 60 }));
    const access = { BaseUrl: '/a/', ExpiresAt: Date.now() + 300_000 };
    hub.answers.RenewAssets = () => access;
    await online();
    expect(hub.count('RenewAssets')).toBe(0);
    hub.node.ConsentDecided('Granted');
    await vi.advanceTimersByTimeAsync(0);
    expect(workspace.state().seat).toMatchObject({ assets: access });
    workspace.stop();
  });

  test('a fresh picture is asked for by taking the place anew', async () => {
    const { hub, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined());
    await online();
    workspace.pictureIs({ type: 'lost', reason: 'a gap' });
    workspace.refresh();
    expect(workspace.state().seat).toMatchObject({ picture: { type: 'catching-up' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(hub.count('Rejoin')).toBe(2);
  });

  test('frames before the replica stands are kept for it, those of a former session are not', async () => {
    const { hub, workspace, online } = await open('one');
    hub.answerJoin('Rejoin', joined());
    await online();
    hub.node.f(Uint8Array.of(1));
    await workspace.leave();
    hub.answerJoin('Claim', joined());
    await workspace.claim('one');
    hub.node.f(Uint8Array.of(2));
    const seen: number[] = [];
    expect(workspace.frames.attach((frame) => seen.push(frame[0]!))).toBe(true);
    expect(seen).toEqual([2]);
  });
});
