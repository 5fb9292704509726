import { type Drawing, decodeDrawing } from '@cobrowse/client/guide';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type OpenConsole, openConsole } from '../fixture/open-console.tsx';
import { joined, session } from '../fixture/sessions.ts';

let opened: OpenConsole;

beforeEach(async () => {
  opened = await openConsole({ seat: 'one' });
  opened.hub.answerJoin('Rejoin', joined());
  opened.hub.online();
  await expect.poll(() => opened.replicas.length).toBe(1);
  opened.hub.node.f(new Uint8Array(16));
  await expect.element(tool('Spotlight')).toBeEnabled();
});
afterEach(() => {
  opened.close();
  localStorage.clear();
});

const tool = (name: string) => page.getByRole('button', { name, exact: true });
const surface = () => page.getByRole('img', { name: /^The customer’s page/ });
const drawn = (): [Drawing | undefined, unknown][] =>
  opened.hub.calls
    .filter(({ method }) => method === 'Annotate')
    .map(({ args: [body, label] }) => [decodeDrawing(body as Uint8Array), label]);
const types = () => drawn().map(([drawing]) => drawing?.type);

/** The agent's mouse, from one place of the customer's page to another, in fractions of it. */
function drag(...stations: [x: number, y: number][]): void {
  const element = surface().element();
  const box = element.getBoundingClientRect();
  const names = ['pointerdown', ...stations.slice(1, -1).map(() => 'pointermove'), 'pointerup'];
  for (const [index, name] of names.entries()) {
    const [x, y] = stations[Math.min(index, stations.length - 1)]!;
    const clientX = box.left + box.width * x;
    const clientY = box.top + box.height * y;
    element.dispatchEvent(
      new PointerEvent(name, { bubbles: true, pointerId: 1, button: 0, clientX, clientY }),
    );
  }
}

test('a new picture begins without drawings, on both sides', () => {
  expect(types()).toEqual(['clear']);
});

test('each tool has a key, draws what it says, and shows it here as well', async () => {
  Element.prototype.setPointerCapture = () => undefined;
  await userEvent.keyboard('s');
  await expect.element(tool('Spotlight')).toHaveAttribute('aria-pressed', 'true');
  drag([0.5, 0.5], [0.5, 0.5]);
  await userEvent.keyboard('a');
  drag([0.1, 0.1], [0.3, 0.2], [0.5, 0.5]);
  await userEvent.keyboard('r');
  drag([0.4, 0.4], [0.5, 0.5], [0.6, 0.6]);
  await userEvent.keyboard('d');
  drag([0.4, 0.4], [0.5, 0.5], [0.6, 0.6]);
  await expect.poll(types).toEqual(['clear', 'spotlight', 'arrow', 'box', 'ink', 'more']);
  expect(drawn()[1]).toEqual([{ type: 'spotlight', id: 1, node: 7 }, null]);
  await expect.poll(() => document.querySelectorAll('[class*=drawings] g').length).toBe(4);
  await userEvent.keyboard('{Escape}');
  await expect.element(tool('Point')).toHaveAttribute('aria-pressed', 'true');
});

test('a drag that is none draws nothing', async () => {
  await userEvent.keyboard('a');
  drag([0.5, 0.5], [0.5, 0.5]);
  expect(types()).toEqual(['clear']);
});

test('a label is one of the approved texts', async () => {
  await tool('Label').click();
  await page.getByRole('menuitem', { name: 'Fill this in' }).click();
  await expect.element(tool('Label')).toHaveAttribute('aria-pressed', 'true');
  drag([0.5, 0.5], [0.5, 0.5]);
  expect(drawn().at(-1)).toMatchObject([{ type: 'label' }, 'Fill this in']);
  await expect.element(page.getByText('Fill this in')).toBeVisible();
});

test('drawings are taken back one by one or all at once', async () => {
  await expect.element(tool('Undo')).toBeDisabled();
  await userEvent.keyboard('s');
  drag([0.5, 0.5], [0.5, 0.5]);
  drag([0.5, 0.6], [0.5, 0.6]);
  await tool('Undo').click();
  await userEvent.keyboard('x');
  expect(types()).toEqual(['clear', 'spotlight', 'spotlight', 'remove', 'clear']);
  await expect.element(tool('Clear')).toBeDisabled();
});

test('what the customer does not see is taken away here, and the agent is told', async () => {
  opened.hub.answers.Annotate = () => ({ Refusal: 'WrongState' });
  await userEvent.keyboard('s');
  drag([0.5, 0.5], [0.5, 0.5]);
  await expect.element(page.getByText(/The customer does not see this: they have paused/)).toBeVisible();
  await expect.element(tool('Undo')).toBeDisabled();
});

test('while the customer pauses there is nothing to guide on', async () => {
  opened.hub.node.SessionChanged(session({ State: 'Paused' }));
  await expect.element(tool('Spotlight')).toBeDisabled();
  await userEvent.keyboard('s');
  await expect.element(tool('Spotlight')).toHaveAttribute('aria-pressed', 'false');
});

test('the tool bar is one stop of the tab key, and the arrows go on from there', async () => {
  const stops = () => page.getByRole('toolbar').element().querySelectorAll('button[tabindex="0"]').length;
  expect(stops()).toBe(1);
  tool('Point').element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(tool('Arrow')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  await expect.element(tool('Control')).toHaveFocus();
  expect(stops()).toBe(1);
});
