import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { windowScheduler } from '../../src/capture/scheduler.ts';

/** A window that renders only when it is told to. */
class StillWindow {
  #asked: (() => void) | undefined;

  requestAnimationFrame(callback: () => void): number {
    this.#asked = callback;
    return 1;
  }

  cancelAnimationFrame(): void {
    this.#asked = undefined;
  }

  get asked(): boolean {
    return this.#asked !== undefined;
  }

  render(): void {
    const callback = this.#asked;
    this.#asked = undefined;
    callback?.();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function frames() {
  const window = new StillWindow();
  const called = vi.fn();
  const running = windowScheduler(window as unknown as Window).everyFrame(called);
  const renderAll = () => {
    let count = 0;
    for (; window.asked; count++) window.render();
    return count;
  };
  return { window, called, running, renderAll };
}

it('a page at rest is asked for no more animation frames, and still looked at', () => {
  const { window, called, renderAll } = frames();
  expect(renderAll()).toBeGreaterThan(1);
  expect(window.asked).toBe(false);
  called.mockClear();
  vi.advanceTimersByTime(500);
  expect(called).toHaveBeenCalled();
  expect(window.asked).toBe(false);
});

it('once woken, calls come with animation frames again', () => {
  const { window, called, running, renderAll } = frames();
  renderAll();
  called.mockClear();
  running.wake();
  expect(window.asked).toBe(true);
  window.render();
  expect(called).toHaveBeenCalledOnce();
  expect(window.asked).toBe(true);
});

it('a window that renders nothing is looked at all the same', () => {
  const { called } = frames();
  vi.advanceTimersByTime(500);
  expect(called.mock.calls.length).toBeGreaterThan(3);
});

it('after it was stopped, nothing is asked for and nobody called', () => {
  const { window, called, running } = frames();
  running.stop();
  running.wake();
  vi.advanceTimersByTime(500);
  expect(window.asked).toBe(false);
  expect(called).not.toHaveBeenCalled();
});
