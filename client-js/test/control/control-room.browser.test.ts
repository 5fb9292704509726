import { userEvent } from '@vitest/browser/context';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadStrings } from '../../src/consent/index.ts';
import { type ControlGround, ControlRoom } from '../../src/control/control-room.ts';
import { encodeAction } from '../../src/protocol/action.ts';
import type { ControlRules, ControlState, SessionView } from '../../src/protocol/index.ts';

const rules: ControlRules = { Blocked: [], AllowSubmit: false, Origins: [] };
let calls: unknown[][];
let asked: string[];
let running: boolean;
let room: ControlRoom;
let ground: ControlGround;
let layer: HTMLElement;
let button: HTMLButtonElement;
let pressed: number;

beforeEach(async () => {
  document.body.innerHTML =
    '<button type="button">Go</button><div id="layer" style="position:fixed;inset:0;pointer-events:none"></div>';
  button = document.querySelector('button')!;
  layer = document.getElementById('layer')!;
  pressed = 0;
  button.addEventListener('click', () => pressed++);
  [calls, asked, running] = [[], [], true];
  ground = {
    strings: await loadStrings('en'),
    hub: { invoke: async (...call: unknown[]) => void calls.push(call) },
    live: {
      get running() {
        return running;
      },
      epoch: 5,
      element: (node: number) => (node === 1 ? button : undefined),
      accepts: () => true,
      conceals: () => false,
    },
    guidance: { receive: (id) => void calls.push(['point', id]) },
    surface: { guide: layer, askedWords: undefined },
    face: { ask: ({ RequestId }) => void asked.push(RequestId) },
  };
  room = new ControlRoom(ground);
});

afterEach(() => {
  room.stop();
  document.body.replaceChildren();
});

const session = (Control: ControlState): SessionView => ({
  ...({} as SessionView),
  State: 'Active',
  Participants: [
    { ParticipantId: 'a', Role: 'Agent', Name: 'Ana', Present: true, Watching: true, Hue: 0, Control },
  ],
});

function act(action: number, from = 'a'): void {
  const { x, y, width, height } = button.getBoundingClientRect();
  const at = { node: 1, x: 0.5, y: 0.5, seen: { x, y, width, height } };
  room.act(from, action, 'Click', encodeAction(5, { type: 'Click', at }));
}

const outcomes = () => calls.filter(([method]) => method === 'Acted').map(([, ...said]) => said);

it('acts for who holds control, marks what they do, and answers each action', async () => {
  expect(room.update(session('None'), rules)).toBeUndefined();
  act(1);
  expect(room.update(session('Held'), rules)).toEqual({
    name: 'Ana',
    says: 'Ana can click and type here',
    stop: 'Stop control',
  });
  act(2, 'another');
  act(3);
  await expect.poll(outcomes).toEqual([[3, 'Done']]);
  expect([pressed, calls[0]]).toEqual([1, ['point', 'a']]);
  await expect.poll(() => layer.textContent).toBe('clicks');
});

it('does nothing for damaged bytes, while nothing is shared, nor for a body of another kind', async () => {
  room.update(session('Held'), rules);
  room.act('a', 1, 'Click', Uint8Array.of(9));
  room.act('a', 2, 'Drag', encodeAction(5, { type: 'Back' }));
  running = false;
  act(3);
  await expect.poll(outcomes).toEqual([
    [1, 'Failed'],
    [2, 'Failed'],
    [3, 'Paused'],
  ]);
  expect(pressed).toBe(0);
});

it('stops at once for the customer, and does not begin again before control has ended', async () => {
  room.update(session('Held'), rules);
  room.stop();
  expect(room.update(session('Held'), rules)).toBeUndefined();
  act(1);
  expect([outcomes(), pressed, layer.childElementCount]).toEqual([[], 0, 0]);
  room.update(session('None'), rules);
  expect(room.update(session('Held'), rules)).toBeDefined();
});

it('begins nothing without rules it can read', () => {
  expect(room.update(session('Held'), null)).toBeUndefined();
  expect(room.update(session('Held'), { AllowSubmit: true } as ControlRules)).toBeUndefined();
});

it('gives way to the customer’s own hands, and says so', async () => {
  room.update(session('Held'), rules);
  await userEvent.keyboard('a');
  await expect.poll(() => calls).toEqual([['YieldControl', true]]);
  act(1);
  await expect.poll(outcomes).toEqual([[1, 'Paused']]);
  expect(pressed).toBe(0);
  expect(room.update(session('Yielded'), rules)?.says).toBe('It is your turn. Ana waits');
  await expect.poll(() => calls.at(-1), { timeout: 5000 }).toEqual(['YieldControl', false]);
  act(2);
  await expect.poll(() => outcomes().at(-1)).toEqual([2, 'Done']);
});

it('asks in words of its own', () => {
  room.ask({
    RequestId: 'r',
    AgentId: 'a',
    AgentName: 'Ana',
    AgentTitle: null,
    Grants: ['Control'],
    ExpiresIn: 60,
    HandedOverBy: null,
    WithSupervisors: false,
  });
  expect(asked).toEqual(['r']);
  expect(ground.surface.askedWords?.consentTitle('Ana', false)).toContain('click and type for you');
  expect(ground.surface.askedWords?.deny).toBe('No');
});
