import { userEvent } from '@vitest/browser/context';
import { afterEach, expect, it, vi } from 'vitest';
import { CustomerHands } from '../../src/control/customer-hands.ts';

let hands: CustomerHands | undefined;

afterEach(() => {
  hands?.stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function listen(): boolean[] {
  const told: boolean[] = [];
  hands = new CustomerHands((onPage) => told.push(onPage));
  hands.start();
  return told;
}

it('hears the customer’s own keys and presses, and when they have rested', async () => {
  document.body.innerHTML = '<input>';
  const told = listen();
  await userEvent.type(document.querySelector('input')!, 'a');
  expect([told, hands!.onPage]).toEqual([[true], true]);
  await expect.poll(() => told, { timeout: 5000 }).toEqual([true, false]);
  expect(hands!.onPage).toBe(false);
});

it('takes nothing for them that the browser does not vouch for', () => {
  const told = listen();
  for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'pointermove'])
    document.body.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  document.body.click();
  expect(told).toEqual([]);
});

it('hears them in iframes that came later, and nowhere once it has stopped', async () => {
  const told = listen();
  document.body.innerHTML = '<iframe srcdoc="<input>"></iframe>';
  const frame = document.querySelector('iframe')!;
  await expect.poll(() => frame.contentDocument?.querySelector('input')).toBeTruthy();
  hands!.look();
  hands!.stop();
  await userEvent.click(document.body);
  expect(told).toEqual([]);
});
