import { beforeEach, describe, expect, it, vi } from 'vitest';
import { request, Scene, unwatched, view, watched } from './session-scene.ts';

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
  scene.session.start(true);
});

const policy = JSON.stringify({ version: 1, text: 'standard', allow: [], mask: [], block: [] });
const active = { Session: view('Active'), Policy: policy, PolicyHash: 'h1', Watch: watched };
const strict = JSON.stringify({ version: 1, text: 'strict' });

describe('what is captured follows from the state alone', () => {
  it.each([
    ['Waiting', watched, undefined],
    ['Claimed', watched, undefined],
    ['Consenting', watched, undefined],
    ['Paused', watched, undefined],
    ['Active', unwatched, undefined],
    ['Active', null, undefined],
    ['Active', watched, 'standard'],
  ] as const)('%s with %j', async (state, Watch, capturing) => {
    await scene.join({ Session: view(state), Policy: policy, Watch });
    expect(scene.capturing).toBe(capturing);
  });

  it('a policy that cannot be read is the strict one', async () => {
    await scene.join({ ...active, Policy: '?' });
    expect(scene.capturing).toBe('strict');
  });

  it('POLICY-3 a policy that changes meanwhile holds at once', async () => {
    await scene.join(active);
    expect(scene.hash).toBe('h1');
    scene.tell('PolicyChanged', strict, 'h2');
    expect([scene.capturing, scene.hash]).toEqual(['strict', 'h2']);
    scene.tell('PolicyChanged', 'broken', 'h3');
    expect([scene.capturing, scene.hash]).toEqual(['strict', 'h3']);
  });

  it('POLICY-3 one that changed before an older answer to the join arrives, counts', async () => {
    const joined = scene.join(active);
    scene.tell('PolicyChanged', strict, 'h2');
    await joined;
    expect([scene.capturing, scene.hash]).toEqual(['strict', 'h2']);
  });

  it('starts with the first watcher and stops with the last', async () => {
    await scene.join({ ...active, Watch: unwatched });
    scene.tell('WatchChanged', watched);
    expect(scene.capturing).toBe('standard');
    scene.tell('WatchChanged', unwatched);
    expect(scene.capturing).toBeUndefined();
  });

  it.each([
    ['the first watcher', unwatched, watched, 'standard'],
    ['the last one leaving', watched, unwatched, undefined],
  ] as const)(
    '%s, told before an older answer to the join arrives, counts',
    async (_, old, told, capturing) => {
      const joined = scene.join({ ...active, Watch: old });
      scene.tell('WatchChanged', told);
      await joined;
      expect(scene.capturing).toBe(capturing);
    },
  );

  it.each(['lost', 'superseded', 'leaving', 'ended'] as const)('stops at once when %s', async (what) => {
    await scene.join(active);
    if (what === 'lost') scene.session.hubDelegate.lost();
    else if (what === 'superseded') scene.tell('Superseded');
    else if (what === 'leaving') scene.session.leaving();
    else scene.tell('SessionChanged', view('Ended', { EndReason: 'AgentEnded' }));
    expect(scene.capturing).toBeUndefined();
  });
});

describe('pause', () => {
  it('stops before the node knows, and stays so while old news arrive', async () => {
    await scene.join(active);
    scene.session.surfaceDelegate.pausePressed();
    expect(scene.capturing).toBeUndefined();
    scene.tell('WatchChanged', watched);
    expect(scene.capturing).toBeUndefined();
    expect(scene.last).toMatchObject({ type: 'sharing', paused: true });
    expect(scene.calls.at(-1)).toEqual(['Pause']);
  });

  it('is asked for again when the connection was lost meanwhile', async () => {
    await scene.join(active);
    scene.session.surfaceDelegate.pausePressed();
    scene.session.hubDelegate.lost();
    await scene.join(active);
    expect(scene.capturing).toBeUndefined();
    expect(scene.calls.at(-1)).toEqual(['Pause']);
  });

  it('ends when the session is active again', async () => {
    await scene.join(active);
    scene.session.surfaceDelegate.pausePressed();
    scene.tell('SessionChanged', view('Paused'));
    scene.session.surfaceDelegate.resumePressed();
    scene.tell('SessionChanged', view('Active'));
    expect(scene.capturing).toBe('standard');
  });
});

describe('consent', () => {
  it('an open question is asked again after a reload', async () => {
    await scene.join({ Session: view('Consenting'), Consent: request });
    expect(scene.asked).toEqual(['r1']);
  });

  it('a further agent is asked for without stopping what runs', async () => {
    await scene.join(active);
    scene.tell('ConsentRequested', { ...request, RequestId: 'r2', AgentName: 'Tom' });
    expect(scene.asked).toEqual(['r2']);
    expect(scene.capturing).toBe('standard');
    scene.session.surfaceDelegate.answered({ ...request, RequestId: 'r2' }, false);
    expect(scene.calls.at(-1)).toEqual(['AnswerConsent', { RequestId: 'r2', Granted: false }]);
    expect(scene.capturing).toBe('standard');
  });

  it('a question that was withdrawn closes', async () => {
    await scene.join({ Session: view('Consenting'), Consent: request });
    scene.tell('ConsentClosed', 'r1');
    expect(scene.asked).toEqual([]);
  });
});

describe('the end', () => {
  it('the customer stops: here at once, then the node is told', async () => {
    await scene.join(active);
    scene.session.end();
    expect(scene.capturing).toBeUndefined();
    expect(scene.last).toEqual({ type: 'ended', reason: 'CustomerEnded' });
    expect(scene.calls.at(-1)).toEqual(['End', 'CustomerEnded']);
    await expect.poll(() => scene.open).toBe(false);
    expect(scene.ended).toEqual(['CustomerEnded']);
  });

  it('cancelling while waiting leaves nothing to read', async () => {
    await scene.join({ Session: view('Waiting') });
    scene.session.end();
    expect(scene.ended).toEqual([undefined]);
    expect(scene.last).toEqual({ type: 'nothing' });
  });

  it('says why the node ended it', async () => {
    await scene.join({ Session: view('Consenting') });
    scene.tell('SessionChanged', view('Ended', { EndReason: 'ConsentTimedOut' }));
    expect(scene.last).toEqual({ type: 'ended', reason: 'ConsentTimedOut' });
    expect(scene.open).toBe(false);
  });

  it('an old pointer goes quietly: the customer knew of nothing on this page', async () => {
    await scene.join({ Refusal: 'Expired' });
    expect(scene.ended).toEqual([undefined]);
  });

  it('what arrives after the end changes nothing', async () => {
    await scene.join(active);
    scene.session.end();
    scene.tell('SessionChanged', view('Active'));
    scene.tell('WatchChanged', watched);
    expect(scene.capturing).toBeUndefined();
  });
});

describe('another identity', () => {
  it.each(['Waiting', 'Consenting', 'Active', 'Paused'] as const)(
    'ends a session that is %s before the node is told, and says why',
    async (state) => {
      await scene.join({ ...active, Session: view(state) });
      scene.session.end('IdentityChanged');
      expect(scene.capturing).toBeUndefined();
      expect(scene.last).toEqual({ type: 'ended', reason: 'IdentityChanged' });
      expect(scene.calls.at(-1)).toEqual(['End', 'IdentityChanged']);
      expect(scene.ended).toEqual(['IdentityChanged']);
      await expect.poll(() => scene.told).toBe(true);
      expect(scene.open).toBe(false);
    },
  );

  it('a tab without the place connects, joins nothing, and tells the node', async () => {
    const other = new Scene();
    other.linked = false;
    other.session.start(false);
    other.session.end('IdentityChanged');
    expect(other.open).toBe(true);
    expect(other.last).toEqual({ type: 'ended', reason: 'IdentityChanged' });
    await new Promise((go) => setTimeout(go));
    other.linked = true;
    other.session.hubDelegate.connected();
    await expect.poll(() => other.told).toBe(true);
    expect(other.calls).toEqual([['End', 'IdentityChanged']]);
    expect(other.open).toBe(false);
  });

  it('a link that breaks while the node is told shows no reconnecting', async () => {
    await scene.join(active);
    scene.linked = false;
    scene.session.end('IdentityChanged');
    const shown = scene.shown.length;
    vi.useFakeTimers();
    scene.session.hubDelegate.lost();
    vi.advanceTimersByTime(3000);
    vi.useRealTimers();
    expect(scene.shown).toHaveLength(shown);
  });
});

describe('tabs', () => {
  it('a superseded tab rests until the customer turns to it', async () => {
    await scene.join(active);
    scene.tell('Superseded');
    expect(scene.open).toBe(false);
    expect(scene.last).toEqual({ type: 'nothing' });
    scene.session.attended();
    expect(scene.open).toBe(true);
    await scene.join(active);
    expect(scene.capturing).toBe('standard');
  });

  it('a tab in the background does not take the place', () => {
    const other = new Scene();
    other.session.start(false);
    expect(other.open).toBe(false);
    other.session.attended();
    expect(other.open).toBe(true);
  });

  it('a page from the back-forward cache goes on', async () => {
    await scene.join(active);
    scene.session.leaving();
    expect(scene.open).toBe(false);
    scene.session.returned();
    expect(scene.open).toBe(true);
  });

  it('a tab at rest forgets a session that another tab has ended', () => {
    const other = new Scene();
    other.session.start(false);
    other.session.forgotten();
    expect(other.ended).toEqual([undefined]);
  });
});

describe('trouble', () => {
  it('a join without a readable answer opens another link', async () => {
    await scene.join(new Error('server'));
    expect(scene.reopened).toBe(1);
  });

  it.each([
    ['SessionChanged', [null]],
    ['SessionChanged', [{ SessionId: 's1', State: 'Active' }]],
    ['WatchChanged', ['yes']],
    ['ConsentRequested', [{}]],
    ['Guidance', ['p2', 'text']],
    ['Unheard', [1, 2]],
  ])('%s with %j is ignored', async (target, args) => {
    await scene.join({ ...active, Watch: unwatched });
    const before = scene.shown.length;
    scene.tell(target, ...args);
    expect(scene.capturing).toBeUndefined();
    expect(scene.asked).toEqual([]);
    expect(scene.shown).toHaveLength(before);
  });

  it('only agents of an active session may point', async () => {
    await scene.join(active);
    expect(scene.session.agentOf('p2')).toMatchObject({ name: 'Maria Keller', hue: 3 });
    expect(scene.session.agentOf('p1')).toBeUndefined();
    scene.tell('SessionChanged', view('Paused'));
    expect(scene.session.agentOf('p2')).toBeUndefined();
  });
});

describe('control of the page', () => {
  it('goes to the room of control, apart from questions for viewing', async () => {
    await scene.join(active);
    scene.tell('ConsentRequested', { ...request, RequestId: 'r2', Grants: ['Control'] });
    expect([scene.asked, scene.askedControl]).toEqual([[], ['r2']]);
    scene.tell('Action', 'p2', 7, 'Click', new Uint8Array(3));
    scene.tell('Action', 'p2', 'seven', 'Click', new Uint8Array(3));
    expect(scene.acted).toEqual([7]);
  });

  it('stops here at once when the customer takes it back, and tells the node', async () => {
    await scene.join(active);
    scene.session.surfaceDelegate.controlStopPressed();
    expect(scene.controlStopped).toBe(1);
    expect(scene.calls.at(-1)).toEqual(['RevokeControl']);
  });

  it('stops when another tab has the place, and when the session is over', async () => {
    await scene.join(active);
    scene.tell('Superseded');
    scene.session.end();
    expect(scene.controlStopped).toBe(2);
  });
});
