import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CustomerChat } from '../../src/chat/customer-chat.ts';
import { loadStrings, Surface } from '../../src/consent/index.ts';
import type { ChatMessage } from '../../src/protocol/index.ts';
import { withRoot } from '../consent/closed-root.ts';
import { view } from '../session/session-scene.ts';

let surface: Surface;
let root: ShadowRoot;
let chat: CustomerChat;
let calls: unknown[][];
let number: number;
let linked: boolean;
const undo: (() => void)[] = [];

async function make(language = 'en') {
  const strings = await loadStrings(language);
  const nothing = () => undefined;
  [surface, root] = withRoot(
    () =>
      new Surface(strings, {
        answered: nothing,
        pausePressed: nothing,
        resumePressed: nothing,
        stopPressed: nothing,
        hiddenPressed: nothing,
        chatPressed: () => chat.toggle(),
        removePressed: nothing,
        controlStopPressed: nothing,
        retryPressed: nothing,
        closePressed: nothing,
      }),
  );
  surface.show({ type: 'sharing', agents: [{ id: 'p2', name: 'Maria', sees: true, hue: 0 }], paused: false });
  chat = new CustomerChat({
    surface,
    hub: {
      invoke: async (method, ...args) => {
        if (!linked) throw new Error('no link');
        calls.push([method, ...args]);
        const [id, text] = args as unknown as string[];
        return (
          method === 'SendChat' ? { Refusal: null, Message: said(null, text!, id) } : undefined
        ) as never;
      },
    },
    session: { known: { session: view('Active'), policy: undefined } },
    sessionId: 's1',
  });
}

const said = (from: string | null, text: string, id = `i${number}`): ChatMessage => ({
  Number: ++number,
  Id: id,
  From: from,
  Name: from ? 'Maria' : '',
  Text: text,
  At: 1_700_000_000_000,
});
const hear = (...messages: unknown[]) =>
  chat.receive('Chat', [{ SessionId: 's', Messages: messages, CustomerHas: 0, AgentsHave: 0 }]);
const panel = () => root.querySelector<HTMLElement>('.chat')!;
const field = () => root.querySelector<HTMLTextAreaElement>('textarea')!;
const items = () => [...root.querySelectorAll('.talk li .said')].map((each) => each.textContent);
const named = (text: string) =>
  [...root.querySelectorAll('button')].find((each) =>
    (each.getAttribute('aria-label') ?? each.textContent)!.startsWith(text),
  )!;
async function press(text: string) {
  named(text).focus();
  await userEvent.keyboard('{Enter}');
}
const settled = () => new Promise((go) => setTimeout(go));

beforeEach(async () => {
  calls = [];
  sessionStorage.clear();
  number = 0;
  linked = true;
  await make();
});

afterEach(() => {
  chat.stop();
  surface.dispose();
  for (const each of undo.splice(0)) each();
  document.body.replaceChildren();
});

it('shows a badge for what comes, and neither opens nor takes the focus', async () => {
  const elsewhere = document.body.appendChild(document.createElement('input'));
  elsewhere.focus();
  hear(said('p2', 'Hello'), said('p2', 'Are you there?'));
  expect(panel().hidden).toBe(true);
  expect(document.activeElement).toBe(elsewhere);
  expect(named('Chat').textContent).toBe('Chat 2');
  expect(root.querySelector('.unseen[role=status]')!.textContent).toBe('New message from Maria');
  expect(calls).toContainEqual(['ReceiveChat', 2]);
  await press('Chat');
  expect(panel().hidden).toBe(false);
  expect(root.activeElement).toBe(field());
  expect(items()).toEqual(['Hello', 'Are you there?']);
  expect(named('Chat').textContent).toBe('Chat');
  await userEvent.keyboard('{Escape}');
  expect(panel().hidden).toBe(true);
  expect(root.activeElement).toBe(named('Chat'));
});

it('sends with Enter, breaks lines with Shift, and hides a number before it could leave', async () => {
  await press('Chat');
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}');
  await settled();
  expect(calls.filter(([method]) => method === 'SendChat').map(([, , text]) => text)).toEqual(['one\ntwo']);
  expect(field().value).toBe('');
  await userEvent.keyboard('it is 4111 1111 1111 1111');
  expect(root.querySelector('.warn')!.textContent).toContain('will not be sent');
  await userEvent.keyboard('{Enter}');
  expect(field().value).toBe('it is ••••');
  expect(root.querySelector('.warn')!.textContent).toContain('was not sent');
  expect(JSON.stringify([calls, { ...sessionStorage }])).not.toContain('4111');
  await userEvent.keyboard('{Enter}');
  await settled();
  expect(items()).toEqual(['one\ntwo', 'it is ••••']);
});

it('says that something is typed at a beat, with nothing of it', async () => {
  await press('Chat');
  await userEvent.keyboard('abcdef');
  expect(calls).toEqual([]);
  await vi.waitFor(() => expect(calls).toEqual([['TypeChat']]), { timeout: 20_000 });
  chat.receive('ChatTyping', ['p2']);
  chat.receive('ChatTyping', ['stranger']);
  expect(root.querySelector('.news')!.textContent).toBe('Maria Keller is writing …');
  hear(said('p2', 'Hello'));
  expect(root.querySelector('.news')!.textContent).toBe('');
});

it('opens a link only after a question that names its host, and tells the page opened nothing of us', async () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  undo.push(() => opened.mockRestore());
  hear(said('p2', 'Look: https://bаnk.example/x'));
  await press('Chat');
  expect(root.querySelectorAll('a')).toHaveLength(0);
  await press('Open xn--');
  expect(root.querySelector('.link')!.textContent).toContain(
    'xn--bnk-6cd.example in a new tab? It does not belong',
  );
  expect(opened).not.toHaveBeenCalled();
  expect(root.activeElement!.textContent).toBe('Open');
  await userEvent.keyboard('{Enter}');
  expect(opened).toHaveBeenCalledWith('https://xn--bnk-6cd.example/x', '_blank', 'noopener,noreferrer');
});

it('takes hostile words as words, and hostile messages not at all', async () => {
  await press('Chat');
  const text = `<img src=x onerror="top.broken=1">${'\u202e'}${'W'.repeat(60_000)}`;
  hear(said('p2', text), null, { Number: 'x' }, 7, said('p2', 'after'));
  chat.receive('Chat', []);
  chat.receive('Chat', [{ Messages: 'x', CustomerHas: 0, AgentsHave: 0 }]);
  expect(items()).toEqual([text, 'after']);
  expect(root.querySelector('.talk img')).toBeNull();
  expect(panel().scrollWidth).toBeLessThanOrEqual(panel().clientWidth);
  expect(panel().getBoundingClientRect().bottom).toBeLessThan(innerHeight);
});

it('is neither pressed nor typed into by script, nor styled by the page', async () => {
  const style = document.head.appendChild(document.createElement('style'));
  undo.push(() => style.remove());
  style.textContent =
    'body, body *, [data-cobrowse-ui] { display: none !important; color: red !important } [data-cobrowse-ui] { opacity: 0 !important }';
  await press('Chat');
  expect(getComputedStyle(panel()).display).toBe('flex');
  field().value = 'in the customer’s name';
  named('Send').click();
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(calls).toEqual([]);
  expect(document.querySelector<HTMLElement>('[data-cobrowse-ui]')!.shadowRoot).toBeNull();
});

it('is open again on the next page, with what was not sent and without what was read', async () => {
  await press('Chat');
  hear(said('p2', 'read'));
  linked = false;
  await userEvent.keyboard('on its way{Enter}');
  await vi.waitFor(() => expect(root.querySelector('.way')!.textContent).toContain('Not sent'));
  surface.dispose();
  await make();
  expect(panel().hidden).toBe(false);
  expect(root.activeElement).toBeNull();
  // Opened before the bar showed, it makes room once that does.
  surface.show({ type: 'nothing' });
  panel().style.bottom = '8px';
  surface.show({ type: 'sharing', agents: [], paused: false });
  chat.changed({ type: 'reconnecting' });
  expect(Number.parseInt(panel().style.bottom, 10)).toBeGreaterThan(
    root.querySelector<HTMLElement>('.bar')!.offsetHeight,
  );
  field().focus();
  await userEvent.keyboard('{Escape}');
  hear({ ...said('p2', 'read'), Number: 1 }, said('p2', 'new'));
  expect(items()).toEqual(['read', 'new', 'on its way']);
  linked = true;
  chat.changed({ type: 'sharing', agents: [], paused: false });
  await vi.waitFor(() => expect(root.querySelector('.own .way')!.textContent).toBe('Sent'));
  chat.changed({ type: 'ended', reason: 'AgentEnded' });
  expect(sessionStorage).toHaveLength(0);
});

it('opens with a message, without the focus, where the portal has the bar', () => {
  surface.barElsewhere = true;
  hear(said('p2', 'Hello'));
  expect(panel().hidden).toBe(false);
  expect(root.activeElement).toBeNull();
});

it('fits a phone, in German and from right to left', async () => {
  undo.push(() => void page.viewport(1280, 800));
  await page.viewport(320, 560);
  chat.stop();
  surface.dispose();
  await make('de');
  surface.layer.dir = 'rtl';
  hear(said('p2', 'Guten Tag'));
  await press('Chat');
  const box = panel().getBoundingClientRect();
  const bar = root.querySelector<HTMLElement>('.bar')!;
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(320);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.bottom).toBeLessThanOrEqual(innerHeight - 16 - bar.offsetHeight);
  expect(panel().scrollWidth).toBeLessThanOrEqual(panel().clientWidth);
  expect(named('Senden').getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
});
