import { tried } from '../capture/tried.ts';
import type { Point } from '../guide/element-box.ts';
import type { Action, Aim } from '../protocol/action.ts';
import type { ActionOutcome } from '../protocol/protocol.gen.ts';
import { Aims, type Reached } from './aims.ts';
import { type Bounds, isInput } from './bounds.ts';
import { contains, focused, upwards } from './composed.ts';
import { drag, setRange } from './drag.ts';
import { commit, enterText, type TextField } from './enter-text.ts';
import type { Ground } from './ground.ts';
import { fireKey } from './key-event.ts';
import { isTextField, pressKey, selectOption } from './keyboard.ts';
import { AgentPointer, focusFor } from './pointer.ts';
import { watchedStep } from './watched-step.ts';

/** What the executor needs beside the page. */
export interface ExecutorDelegate {
  /** Whether the agent has to wait: the customer's own hands are on the page, or sharing is paused. */
  waits(): boolean;
  /** The agent does something with an element. */
  acting(element: Element, action: Action): void;
  pause(milliseconds: number): Promise<void>;
}

const wholeValue = /^(?:date|time|month|week|datetime-local|color|range)$/;

/** Does an agent's actions on the page, one after the other; every one is looked at as if it came from an enemy. */
export class Executor {
  readonly #ground: Ground;
  readonly #bounds: Bounds;
  readonly #delegate: ExecutorDelegate;
  readonly #aims: Aims;
  readonly #pointer = new AgentPointer();
  /** A field whose change is told when it is left. */
  #typed: { readonly field: Element; readonly value: string } | undefined;

  constructor(ground: Ground, bounds: Bounds, delegate: ExecutorDelegate) {
    this.#ground = ground;
    this.#bounds = bounds;
    this.#delegate = delegate;
    this.#aims = new Aims(ground, bounds, (milliseconds) => delegate.pause(milliseconds));
  }

  async run(epoch: number, action: Action): Promise<ActionOutcome> {
    if (this.#delegate.waits()) return 'Paused';
    if (epoch !== this.#ground.epoch()) return 'Gone';
    try {
      return await this.#do(action);
    } catch {
      return 'Failed';
    }
  }

  /** What was typed and not told of yet, is told. */
  finish(): void {
    const typed = this.#typed;
    this.#typed = undefined;
    if (typed && (typed.field as TextField).value !== typed.value && typed.field.isConnected)
      tried(() => commit(typed.field));
  }

  async #do(action: Action): Promise<ActionOutcome> {
    switch (action.type) {
      case 'Hover':
        this.#aims.come(action.at);
        return this.#at(action, action.at, false, ({ element, at }) => this.#pointer.move(element, at));
      case 'Click':
      case 'DoubleClick':
        return this.#at(action, action.at, true, (reached) => this.#click(reached, action));
      case 'Focus':
        return this.#at(action, action.at, true, ({ element }) => {
          this.#leave(element);
          focusFor(element);
        });
      case 'Check':
        return this.#at(action, action.at, true, (reached) => {
          const { checked } = reached.element as HTMLInputElement;
          if (typeof checked !== 'boolean') return 'NotAccepted';
          if (checked !== action.checked) this.#click(reached, action);
          return undefined;
        });
      case 'Select':
        return this.#at(action, action.at, true, ({ element }) => {
          const select = element.closest('select');
          const option = select?.options[action.index];
          if (!select || !option || option.disabled || select.disabled) return 'NotAccepted';
          this.#leave(select);
          select.focus({ preventScroll: true });
          selectOption(select, action.index);
          return undefined;
        });
      case 'Scroll':
        return this.#at(action, action.at, false, ({ element, at }) => this.#scroll(element, at, action));
      case 'Type':
        return this.#type(action);
      case 'Keys':
        return this.#press(action);
      case 'Drag':
        return this.#drag(action);
      case 'Back':
      case 'Forward':
        return this.#travel(action);
      case 'Navigate': {
        const refused = this.#bounds.refusesAddress(action.address);
        if (!refused) location.assign(new URL(action.address, document.baseURI));
        return refused ?? 'Done';
      }
      default:
        return action satisfies never;
    }
  }

  async #at(
    action: Action,
    aim: Aim,
    presses: boolean,
    step: (reached: Reached) => unknown,
  ): Promise<ActionOutcome> {
    const reached = await this.#aims.arriveAt(aim, presses);
    if (typeof reached === 'string') return reached;
    if (this.#delegate.waits()) return 'Paused';
    this.#delegate.acting(reached.element, action);
    return this.#watched(reached.element, () => step(reached));
  }

  #watched(element: Element, step: () => unknown): ActionOutcome {
    let outcome: unknown;
    const refused = watchedStep(this.#bounds, element.ownerDocument.defaultView ?? window, () => {
      outcome = step();
    });
    return refused ?? (outcome as ActionOutcome | undefined) ?? 'Done';
  }

  #click({ element, at }: Reached, { type }: Action): ActionOutcome | undefined {
    this.#pointer.move(element, at);
    this.#leave(element);
    // The second press of two, the first of which was a click of its own.
    const detail = type === 'DoubleClick' ? 2 : 1;
    this.#pointer.down(element, at, detail);
    this.#pointer.up(element, at, detail);
    if (!element.isConnected) return undefined;
    // The page may have put another thing there, or made another one of it, while it was pressed.
    const refused = this.#bounds.refusesPress(element);
    if (!refused) this.#pointer.click(element, at, detail);
    return refused;
  }

  /** What was typed elsewhere is told before the focus goes. */
  #leave(next: Element): void {
    if (this.#typed && !contains(this.#typed.field, next)) this.finish();
  }

  /** What has the focus, if it is what the agent saw there; a node that nothing has taken the focus from, gets it. */
  #focus(node: number): Element | ActionOutcome {
    const meant = node ? this.#ground.locate(node) : undefined;
    if (node && !meant) return 'Gone';
    let active = focused() ?? document.body;
    const idle = active === document.body || active.matches('[data-cobrowse-ui]');
    if (meant && idle) {
      const refused = this.#bounds.refuses(meant);
      if (refused) return refused;
      focusFor(meant);
      active = focused() ?? document.body;
    }
    const label = meant?.closest('label')?.control;
    if (meant && active !== label && !contains(meant, active) && !contains(active, meant)) return 'Moved';
    return this.#bounds.refuses(active) ?? active;
  }

  #type({ node, text, whole }: Action & { type: 'Type' }): ActionOutcome {
    const field = this.#focus(node);
    if (typeof field === 'string') return field;
    const action: Action = { type: 'Type', node, text, whole };
    this.#delegate.acting(field, action);
    const accepts = () => !this.#delegate.waits() && !this.#bounds.refuses(field);
    if (!isInput(field)) {
      // A list, a grid or the page's own shortcuts take letters too; what is written into like a field is one.
      if (
        field.matches('[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="searchbox"]')
      )
        return 'NotAccepted';
      return this.#watched(field, () => {
        for (const key of text) {
          if (!accepts() || !field.isConnected) return this.#bounds.refuses(field) ?? 'Paused';
          if (fireKey(field, 'keydown', { key })) fireKey(field, 'keypress', { key });
          fireKey(field, 'keyup', { key });
        }
        return undefined;
      });
    }
    const one = wholeValue.test((field as HTMLInputElement).type);
    if (!isTextField(field) && !one) return 'NotAccepted';
    this.#remember(field as TextField);
    return this.#watched(field, () => {
      const taken = enterText(field as TextField, text, { replaces: whole, commits: one, accepts });
      if (taken) return undefined;
      return this.#bounds.refuses(field) ?? (this.#delegate.waits() ? 'Paused' : 'NotAccepted');
    });
  }

  #remember(field: TextField): void {
    if (this.#typed?.field === field) return;
    this.finish();
    this.#typed = { field, value: field.value };
    field.addEventListener('blur', () => this.#typed?.field === field && this.finish(), {
      once: true,
      capture: true,
    });
  }

  #press(action: Action & { type: 'Keys' }): ActionOutcome {
    const first = this.#focus(action.node);
    if (typeof first === 'string') return first;
    this.#delegate.acting(first, action);
    let target: Element = first;
    for (const key of action.keys) {
      if (this.#delegate.waits()) return 'Paused';
      if (isTextField(target)) this.#remember(target);
      // It is left, or sent: first it tells of its change.
      if (/^(?:Tab|Enter|Escape)$/.test(key.key) && target.localName !== 'textarea') this.finish();
      const outcome = this.#watched(target, () => pressKey(target, key, this.#bounds));
      if (outcome !== 'Done') return outcome;
      target = focused() ?? document.body;
      const refused = this.#bounds.refuses(target);
      // To pass by what is refused is no harm; the next key on it is.
      if (refused && key !== action.keys.at(-1)) return refused;
    }
    return 'Done';
  }

  #scroll(element: Element, at: Point, { dx, dy }: Action & { type: 'Scroll' }): void {
    const view = element.ownerDocument.defaultView ?? window;
    const init = { deltaX: dx, deltaY: dy, clientX: at.x, clientY: at.y };
    const wheel = new view.WheelEvent('wheel', { ...init, bubbles: true, cancelable: true, composed: true });
    this.#aims.forget();
    if (!element.dispatchEvent(wheel)) return;
    for (const holder of upwards(element)) {
      const root = holder === holder.ownerDocument.scrollingElement;
      const style = getComputedStyle(holder);
      if (!root && !/auto|scroll/.test(style.overflowX + style.overflowY)) continue;
      const { scrollTop, scrollLeft } = holder;
      holder.scrollBy({ left: dx, top: dy, behavior: 'instant' });
      if (holder.scrollTop !== scrollTop || holder.scrollLeft !== scrollLeft) return;
    }
  }

  async #drag(action: Action & { type: 'Drag' }): Promise<ActionOutcome> {
    const from = await this.#aims.arriveAt(action.at, true);
    if (typeof from === 'string') return from;
    const to = action.to.node === action.at.node ? undefined : await this.#aims.arriveAt(action.to, false);
    // Where a thumb is let go may be anywhere on its track, which it covers.
    if (typeof to === 'string' && to !== 'Covered' && to !== 'Gone') return to;
    if (this.#delegate.waits()) return 'Paused';
    this.#delegate.acting(from.element, action);
    this.#leave(from.element);
    const end = endOf(action, from);
    if (isInput(from.element)) {
      const range = from.element as HTMLInputElement;
      if (range.type !== 'range') return 'NotAccepted';
      return this.#watched(range, () => setRange(range, end));
    }
    this.#aims.forget();
    const view = (element: Element, step: () => void) => this.#watched(element, step);
    return drag(this.#pointer, from, end, {
      under: (at) => this.#aims.under(at),
      waits: () => this.#delegate.waits(),
      pause: (milliseconds) => this.#delegate.pause(milliseconds),
      watched: view,
    });
  }

  #travel({ type }: Action): ActionOutcome {
    const { navigation } = window as { navigation?: { canGoBack: boolean; canGoForward: boolean } };
    const back = type === 'Back';
    // It knows of this origin's own pages alone; without it, nobody knows where history leads.
    if (!navigation || !(back ? navigation.canGoBack : navigation.canGoForward)) return 'OutsideOrigins';
    if (back) history.back();
    else history.forward();
    return 'Done';
  }
}

/** Where a drag ends: by as much from where it began as the agent saw, wherever the page is scrolled to. */
function endOf({ at, to }: Action & { type: 'Drag' }, from: Reached): Point {
  const seen = (aim: Aim): Point => ({
    x: aim.seen.x + aim.seen.width * aim.x,
    y: aim.seen.y + aim.seen.height * aim.y,
  });
  const [begin, end] = [seen(at), seen(to)];
  return { x: from.at.x + end.x - begin.x, y: from.at.y + end.y - begin.y };
}
