import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadStrings, Surface, type SurfaceDelegate } from '../../src/consent/index.ts';
import type { ConsentRequest } from '../../src/protocol/index.ts';
import { withRoot } from './closed-root.ts';

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

const maria = { id: 'p2', name: 'Maria Keller', sees: true, hue: 0 };
const tom = { id: 'p3', name: 'Tom Berg', sees: true, hue: 0 };

let delegate: { [K in keyof SurfaceDelegate]: Mock<SurfaceDelegate[K]> };
let surface: Surface;
let root: ShadowRoot;

beforeEach(async () => {
  const strings = await loadStrings('en-GB');
  delegate = {
    answered: vi.fn(),
    pausePressed: vi.fn(),
    resumePressed: vi.fn(),
    stopPressed: vi.fn(),
    hiddenPressed: vi.fn(),
    removePressed: vi.fn(),
    chatPressed: vi.fn(),
    controlStopPressed: vi.fn(),
    retryPressed: vi.fn(),
    closePressed: vi.fn(),
  };
  [surface, root] = withRoot(() => new Surface(strings, delegate));
});

afterEach(() => {
  surface.dispose();
  document.body.replaceChildren();
});

const buttons = () =>
  [...root.querySelectorAll('button')].filter((button) =>
    button.checkVisibility({ visibilityProperty: true }),
  );
const named = (text: string) =>
  buttons().find((button) => (button.getAttribute('aria-label') ?? button.textContent) === text)!;
/** What a customer does, provided that a mouse would get through to the button. */
async function press(name: string): Promise<void> {
  const target = named(name);
  const { x, y, width, height } = target.getBoundingClientRect();
  expect(target.contains(root.elementFromPoint(x + width / 2, y + height / 2))).toBe(true);
  target.focus();
  await userEvent.keyboard('{Enter}');
}
const host = () => document.querySelector<HTMLElement>('[data-cobrowse-ui]');
const text = () => root.querySelector('.layer')!.textContent;

describe('the consent dialog', () => {
  it('says who asks, what they see and what stays hidden', () => {
    surface.ask(request);
    const dialog = root.querySelector('dialog')!;
    expect(dialog.getAttribute('role')).toBe('dialog');
    expect(dialog.getAttribute('aria-modal')).toBe('true');
    const label = root.getElementById(dialog.getAttribute('aria-labelledby')!)!;
    expect(label.textContent).toBe('May Maria Keller see this page?');
    expect(dialog.textContent).toContain('Mortgage advice');
    const described = root.getElementById(dialog.getAttribute('aria-describedby')!)!;
    expect(described.textContent).toContain('What stays hidden');
    expect(described.textContent).toContain('within 60 seconds, nothing is shared');
  });

  it('shows the two words that the agent can read out, there and while the page is shared', () => {
    surface.ask(request, 'amber river');
    const dialog = root.querySelector('dialog')!;
    const described = root.getElementById(dialog.getAttribute('aria-describedby')!)!;
    expect(described.textContent).toContain('Only our own people can tell you these two words');
    expect(described.querySelector('b')!.textContent).toBe('amber river');
    surface.unask();
    surface.show({ type: 'sharing', agents: [maria], paused: false, words: 'amber river' });
    expect(root.querySelector('.bar')!.textContent).toContain('Maria Keller sees this page · amber river');
    surface.show({ type: 'reconnecting' });
    expect(root.querySelector('.bar')!.textContent).not.toContain('amber river');
  });

  it('gives Deny the first focus and keeps the focus inside', async () => {
    const outside = document.body.appendChild(document.createElement('button'));
    outside.focus();
    surface.ask(request);
    expect(root.activeElement?.textContent).toBe('No, don’t share');
    await userEvent.keyboard('{Tab}');
    expect(root.activeElement?.textContent).toBe('Allow');
    for (let i = 0; i < 4; i++) {
      await userEvent.keyboard('{Tab}');
      expect(document.activeElement).not.toBe(outside);
    }
    outside.focus();
    expect(document.activeElement).not.toBe(outside);
  });

  it('Enter on Deny is a no, and the focus goes back to where it was', async () => {
    const outside = document.body.appendChild(document.createElement('button'));
    outside.focus();
    surface.ask(request);
    await userEvent.keyboard('{Enter}');
    expect(delegate.answered).toHaveBeenCalledExactlyOnceWith(request, false);
    expect(document.activeElement).toBe(outside);
  });

  it('Escape is a no', async () => {
    surface.ask(request);
    await userEvent.keyboard('{Escape}');
    expect(delegate.answered).toHaveBeenCalledExactlyOnceWith(request, false);
    expect(root.querySelector('dialog')).toBeNull();
  });

  it('only Allow is a yes', async () => {
    surface.ask(request);
    await userEvent.keyboard('{Tab}{Enter}');
    expect(delegate.answered).not.toHaveBeenCalled();
    await expect.poll(() => named('Allow').getAttribute('aria-disabled')).toBe('false');
    expect(root.activeElement).toBe(named('Allow'));
    await userEvent.keyboard('{Enter}');
    expect(delegate.answered).toHaveBeenCalledExactlyOnceWith(request, true);
  });

  it('takes no answer from script, whatever the page got hold of', async () => {
    surface.ask(request);
    named('Allow').click();
    named('Allow').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    named('No, don’t share').click();
    expect(delegate.answered).not.toHaveBeenCalled();
    expect(root.querySelector('dialog')!.open).toBe(true);
  });

  it('goes without an answer when the time is over', async () => {
    surface.ask({ ...request, ExpiresIn: 1 });
    await expect.poll(() => root.querySelector('dialog'), { timeout: 5000 }).toBeNull();
    expect(delegate.answered).not.toHaveBeenCalled();
  });

  it('keeps keys from the page while it asks', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    surface.ask(request);
    await userEvent.keyboard('{Tab}{Escape}');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('says who hands over, and names supervisors where a yes is for them too', () => {
    surface.ask({ ...request, HandedOverBy: '<b>Ana</b>', WithSupervisors: true });
    expect(root.querySelector('b')).toBeNull();
    expect(text()).toContain('<b>Ana</b> hands over to Maria Keller.');
    expect(root.querySelector('h2')?.textContent).toBe(
      'May Maria Keller and their supervisors see this page?',
    );
  });

  it('names from outside are text, never markup', () => {
    surface.ask({ ...request, AgentName: '<img src=x onerror=alert(1)>' });
    expect(root.querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('the waiting card', () => {
  it('groups the digits for the eye and spells them for the ear', () => {
    surface.show({ type: 'waiting', code: '482913', joining: false }, true);
    expect(root.querySelector('.code')!.getAttribute('aria-hidden')).toBe('true');
    expect(root.querySelector('.unseen')!.textContent).toBe('Your code is 4 8 2, 9 1 3');
    expect(root.activeElement?.getAttribute('role')).toBe('dialog');
  });

  it('takes no focus when it comes back after a reload', () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    surface.show({ type: 'waiting', code: '482913', joining: false });
    expect(document.activeElement).toBe(field);
  });

  it('can be cancelled', async () => {
    surface.show({ type: 'waiting', code: '482913', joining: false });
    await press('Cancel');
    expect(delegate.stopPressed).toHaveBeenCalledOnce();
  });
});

describe('the bar', () => {
  it('says who acts on the page, and takes control back with one press, paused or not', async () => {
    const control = { name: 'Maria', says: 'Maria can click and type here', stop: 'Stop control' };
    const view = { type: 'sharing', agents: [maria], paused: false, control } as const;
    surface.show(view);
    expect(root.querySelector('.bar')!.textContent).toContain('Maria can click and type here');
    await press('Stop control');
    expect(delegate.controlStopPressed).toHaveBeenCalledOnce();
    surface.show({ ...view, paused: true });
    expect(root.querySelector('.bar')!.textContent).toContain('Paused');
    expect(named('Stop control').checkVisibility()).toBe(true);
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    expect(root.querySelector('.bar')!.textContent).not.toContain('Stop control');
  });

  it('keeps its bar beside a portal’s own while somebody controls the page', () => {
    surface.barElsewhere = true;
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    const bar = root.querySelector<HTMLElement>('.bar')!;
    expect(bar.hidden).toBe(true);
    const control = { name: 'Maria', says: 'Maria can click and type here', stop: 'Stop control' };
    surface.show({ type: 'sharing', agents: [maria], paused: false, control });
    expect(bar.hidden).toBe(false);
  });

  it('names who sees the page and stops with one press', async () => {
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    expect(text()).toContain('Maria Keller sees this page');
    await press('Stop sharing');
    expect(delegate.stopPressed).toHaveBeenCalledOnce();
  });

  it('keeps the focus on the button while Pause becomes Continue', async () => {
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    await press('Pause');
    expect(delegate.pausePressed).toHaveBeenCalledOnce();
    surface.show({ type: 'sharing', agents: [maria], paused: true });
    expect(root.activeElement?.textContent).toBe('Continue');
    expect(text()).toContain('Nobody sees this page');
    await userEvent.keyboard('{Enter}');
    expect(delegate.resumePressed).toHaveBeenCalledOnce();
  });

  it('one of several agents can be removed', async () => {
    surface.show({ type: 'sharing', agents: [maria, tom], paused: false });
    expect(text()).toContain('Maria Keller and Tom Berg see this page');
    await press('Stop sharing with Tom Berg');
    expect(delegate.removePressed).toHaveBeenCalledExactlyOnceWith('p3');
  });

  it('claims no watcher where there is none', () => {
    surface.show({ type: 'sharing', agents: [{ ...maria, sees: false }], paused: false });
    expect(text()).toContain('Waiting for Maria Keller');
    expect(root.querySelector<HTMLElement>('.edge')!.hidden).toBe(true);
  });
});

describe('the page', () => {
  it('keeps its layout and its clicks', async () => {
    document.body.innerHTML = '<button style="position:fixed;left:10px;top:10px">Pay</button>';
    const pay = document.querySelector('button')!;
    const before = pay.getBoundingClientRect().toJSON();
    const size = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
    const pressed = vi.fn();
    pay.addEventListener('click', pressed);
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    expect(pay.getBoundingClientRect().toJSON()).toEqual(before);
    expect([document.documentElement.scrollWidth, document.documentElement.scrollHeight]).toEqual(size);
    await userEvent.click(pay);
    expect(pressed).toHaveBeenCalledOnce();
  });

  it('cannot restyle or see into the host', () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = 'div { display: none !important; width: 3px !important } button { display: none }';
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    expect(getComputedStyle(host()!).display).toBe('block');
    expect(named('Stop sharing').checkVisibility()).toBe(true);
    expect(host()!.shadowRoot).toBeNull();
    style.remove();
  });

  it('has its modal dialogs, and the bar can still be used', async () => {
    const modal = document.body.appendChild(document.createElement('dialog'));
    modal.append('Terms');
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    modal.showModal();
    await expect.poll(() => host()!.parentNode).toBe(modal);
    await press('Stop sharing');
    expect(delegate.stopPressed).toHaveBeenCalledOnce();
    modal.close();
    await expect.poll(() => host()!.parentNode).toBe(document.documentElement);
  });

  it('gets the host again after it has replaced its content', () => {
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    host()!.remove();
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    expect(host()).not.toBeNull();
  });

  it('is as it was when everything is gone', () => {
    const before = document.documentElement.outerHTML;
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    surface.ask(request);
    surface.dispose();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('still sees the bar where there is no top layer', () => {
    const show = HTMLElement.prototype.showPopover;
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    surface.show({ type: 'sharing', agents: [maria], paused: false });
    const bar = named('Stop sharing').getBoundingClientRect();
    expect(host()!.hasAttribute('popover')).toBe(false);
    expect(document.elementFromPoint(bar.x + 5, bar.y + 5)).toBe(host());
    HTMLElement.prototype.showPopover = show;
  });
});

it('speaks German', async () => {
  const strings = await loadStrings('de-CH');
  const [german, its] = withRoot(() => new Surface(strings, delegate));
  german.show({ type: 'sharing', agents: [maria, tom], paused: false });
  const layer = its.querySelector('.layer')!;
  expect(layer.textContent).toContain('Maria Keller und Tom Berg sehen diese Seite');
  expect(layer.getAttribute('lang')).toBe('de');
  german.dispose();
});
