import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import type { SurfaceDelegate, View } from '../../src/consent/index.ts';
import { PortalSurface } from '../../src/consent/portal-surface.ts';
import type { BarState, ConsentQuestion, PortalHooks } from '../../src/loader/portal-hooks.ts';
import type { ConsentRequest } from '../../src/protocol/index.ts';

const request: ConsentRequest = {
  RequestId: 'r1',
  AgentId: 'a1',
  AgentName: 'Maria Keller',
  AgentTitle: 'Mortgage advice',
  Grants: ['View'],
  ExpiresIn: 60,
  HandedOverBy: null,
  WithSupervisors: false,
};
const sharing: View = {
  type: 'sharing',
  paused: false,
  agents: [{ id: 'p2', name: 'Maria Keller', sees: true, hue: 0 }],
};

let own: { barElsewhere: boolean; show: Mock; ask: Mock; unask: Mock };
let delegate: { [K in keyof SurfaceDelegate]: Mock<SurfaceDelegate[K]> };
let warned: Mock;
const surfaceWith = (hooks: PortalHooks) => new PortalSurface(own, hooks, delegate);

beforeEach(() => {
  own = { barElsewhere: false, show: vi.fn(), ask: vi.fn(), unask: vi.fn() };
  delegate = new Proxy({} as typeof delegate, {
    get: (all, name: keyof SurfaceDelegate) => (all[name] ??= vi.fn() as never),
  });
  warned = vi.spyOn(console, 'warn').mockReturnValue(undefined) as Mock;
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

it.each([true, false])('the answer of the portal’s question counts: %s', async (answer) => {
  const asked: ConsentQuestion[] = [];
  const surface = surfaceWith({
    confirmSession: async (question) => {
      asked.push(question);
      return answer;
    },
  });
  surface.ask(request, 'amber river');
  expect(surface.asking).toBe(true);
  await vi.waitFor(() => expect(delegate.answered).toHaveBeenCalledExactlyOnceWith(request, answer));
  expect(asked).toMatchObject([
    {
      agentName: 'Maria Keller',
      agentTitle: 'Mortgage advice',
      handedOverBy: null,
      withSupervisors: false,
      grants: ['View'],
      expiresIn: 60,
      words: 'amber river',
    },
  ]);
  expect(surface.asking).toBe(false);
  expect(own.ask).not.toHaveBeenCalled();
});

it.each([
  ['throws', () => Promise.reject(new Error('no'))],
  [
    'throws at once',
    () => {
      throw new Error('no');
    },
  ],
  ['answers nothing', async () => undefined as never],
  ['answers a text', async () => 'true' as never],
])('a question that %s is asked in our way', async (_, confirmSession) => {
  surfaceWith({ confirmSession }).ask(request, 'amber river');
  await vi.waitFor(() => expect(own.ask).toHaveBeenCalledExactlyOnceWith(request, 'amber river'));
  expect(warned).toHaveBeenCalledOnce();
  expect(delegate.answered).not.toHaveBeenCalled();
});

it('a question for which there is no hook is asked in our way', () => {
  surfaceWith({ confirmControl: async () => true }).ask(request, 'amber river');
  expect(own.ask).toHaveBeenCalledExactlyOnceWith(request, 'amber river');
});

it('a question that is withdrawn tells the portal so, and its late answer counts for nothing', async () => {
  let settle: (answer: boolean) => void = () => undefined;
  let signal: AbortSignal | undefined;
  const surface = surfaceWith({
    confirmSession: (question) => {
      ({ signal } = question);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
  });
  surface.ask(request);
  surface.ask(request);
  await vi.waitFor(() => expect(signal).toBeDefined());
  surface.unask('another');
  expect(signal!.aborted).toBe(false);
  surface.unask('r1');
  expect(signal!.aborted).toBe(true);
  expect(surface.asking).toBe(false);
  settle(true);
  await Promise.resolve();
  await Promise.resolve();
  expect(delegate.answered).not.toHaveBeenCalled();
});

function portalBar(): HTMLElement {
  const bar = document.createElement('div');
  bar.style.cssText = 'position:fixed;inset:0 0 auto 0;height:40px';
  document.body.append(bar);
  return bar;
}

it('the portal’s bar takes the place of ours once it is seen, for as long as it is', async () => {
  const bar = portalBar();
  const states: (BarState | null)[] = [];
  const surface = surfaceWith({
    renderBar: (state) => {
      states.push(state);
      return bar;
    },
  });
  surface.show(sharing);
  expect(own.barElsewhere).toBe(false);
  await vi.waitFor(() => expect(own.barElsewhere).toBe(true));
  expect(own.show).toHaveBeenLastCalledWith(sharing);
  expect(states.at(-1)).toMatchObject({
    paused: false,
    reconnecting: false,
    agents: [{ name: 'Maria Keller' }],
  });
  states.at(-1)!.stop();
  expect(delegate.stopPressed).toHaveBeenCalledOnce();
  states.at(-1)!.remove('p2');
  expect(delegate.removePressed).toHaveBeenCalledExactlyOnceWith('p2');

  bar.style.transform = 'translateY(-200px)';
  await vi.waitFor(() => expect(own.barElsewhere).toBe(false));
  bar.style.transform = '';
  await vi.waitFor(() => expect(own.barElsewhere).toBe(true));

  surface.show({ type: 'ended', reason: 'CustomerEnded' });
  expect(states.at(-1)).toBeNull();
  expect(own.barElsewhere).toBe(false);
});

it.each([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['answers nothing', () => undefined],
  ['answers a text', () => 'bar' as never],
])('ours stays where the hook %s', (_, renderBar) => {
  surfaceWith({ renderBar }).show(sharing);
  expect(own.barElsewhere).toBe(false);
  expect(warned).toHaveBeenCalledOnce();
});
