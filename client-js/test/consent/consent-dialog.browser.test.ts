import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConsentDialog } from '../../src/consent/consent-dialog.ts';
import { english } from '../../src/consent/strings-en.ts';

let clock: number;
let asked: ConsentDialog;
let allow: HTMLButtonElement;
const answered = vi.fn();

beforeEach(() => {
  // Only the dialog's own clock moves; its timer stands still, so that each look is the test's.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  clock = 10_000;
  answered.mockReset();
  const request = {
    RequestId: 'r1',
    AgentId: 'a1',
    AgentName: 'Maria Keller',
    AgentTitle: null,
    Grants: ['View'],
    ExpiresIn: 60,
    HandedOverBy: null,
    WithSupervisors: false,
  } as const;
  asked = new ConsentDialog(request, english, answered, () => clock);
  document.body.append(asked.dialog);
  asked.show();
  allow = [...asked.dialog.querySelectorAll('button')].find((button) => button.textContent === 'Allow')!;
});

afterEach(() => {
  vi.useRealTimers();
  asked.close();
  document.body.replaceChildren();
});

const later = (milliseconds: number) => {
  clock += milliseconds;
};
async function press(): Promise<void> {
  allow.focus();
  await userEvent.keyboard('{Enter}');
}

describe('Allow', () => {
  it.each([0, 499])('takes no press %i ms after it was shown, by key or mouse', async (milliseconds) => {
    later(milliseconds);
    expect(allow.getAttribute('aria-disabled')).toBe('true');
    await press();
    await userEvent.click(allow, { force: true });
    expect(answered).not.toHaveBeenCalled();
  });

  it.each([
    ['key', press],
    ['mouse', () => userEvent.click(allow, { force: true })],
  ])('takes a press by %s after half a second in sight', async (_, pressed) => {
    later(500);
    await pressed();
    expect(answered).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('shows when it is ready, without losing the focus', () => {
    allow.focus();
    later(500);
    vi.advanceTimersByTime(100);
    expect(allow.getAttribute('aria-disabled')).toBe('false');
    expect(document.activeElement).toBe(allow);
  });

  it('begins anew when it has moved', async () => {
    later(500);
    asked.dialog.style.translate = '40px 0';
    await press();
    expect(answered).not.toHaveBeenCalled();
    later(499);
    await press();
    expect(answered).not.toHaveBeenCalled();
    later(1);
    await press();
    expect(answered).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('begins anew after the page has put a dialog of its own in front', async () => {
    later(5000);
    const front = document.body.appendChild(document.createElement('dialog'));
    front.showModal();
    vi.advanceTimersByTime(100);
    expect(allow.getAttribute('aria-disabled')).toBe('true');
    front.close();
    await press();
    expect(answered).not.toHaveBeenCalled();
    later(500);
    await press();
    expect(answered).toHaveBeenCalledExactlyOnceWith(true);
  });
});

it('a no needs no wait', async () => {
  await userEvent.keyboard('{Escape}');
  expect(answered).toHaveBeenCalledExactlyOnceWith(false);
});
