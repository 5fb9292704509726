import { userEvent } from '@vitest/browser/context';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Bounds } from '../../src/control/bounds.ts';
import { Executor } from '../../src/control/executor.ts';
import type { Ground } from '../../src/control/ground.ts';
import type { Action, Aim } from '../../src/protocol/action.ts';
import type { ControlRules } from '../../src/protocol/index.ts';

const epoch = 7;
const numbered: Element[] = [];
let masked: string;
let rules: ControlRules;
let waiting: boolean;
let accepting: string;

const ground: Ground = {
  epoch: () => epoch,
  locate: (node) => numbered[node],
  accepts: (field) => field.matches(accepting),
  hides: (element) => element.matches(masked),
};

beforeEach(() => {
  numbered.splice(0, numbered.length, document.documentElement);
  masked = '[data-masked]';
  accepting = ':not([data-denied])';
  waiting = false;
  rules = { Blocked: [], AllowSubmit: false, Origins: ['https://bank.example', 'http://127.0.0.1:*'] };
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  scrollTo(0, 0);
});

/** Puts a page up. */
function page(html: string): void {
  document.body.innerHTML = html;
}

const get = <T extends HTMLElement = HTMLInputElement>(selector: string) =>
  document.querySelector(selector) as unknown as T;

function node(element: Element): number {
  if (!numbered.includes(element)) numbered.push(element);
  return numbered.indexOf(element);
}

/** Where an agent aims who sees an element where it is. */
function aim(element: Element, x = 0.5, y = 0.5): Aim {
  const box = element.getBoundingClientRect();
  return { node: node(element), x, y, seen: { x: box.x, y: box.y, width: box.width, height: box.height } };
}

const executor = (pause = async () => undefined) =>
  new Executor(ground, new Bounds(rules, ground), {
    waits: () => waiting,
    acting: () => undefined,
    pause: pause as (milliseconds: number) => Promise<void>,
  });

const run = (action: Action) => executor().run(epoch, action);
const click = (selector: string) => run({ type: 'Click', at: aim(get(selector)) });
const type = (text: string, selector?: string) =>
  run({ type: 'Type', node: selector ? node(get(selector)) : 0, text, whole: false });
const press = (...keys: string[]) => run({ type: 'Keys', node: 0, keys: keys.map((key) => ({ key })) });

it('clicks as a mouse does, event by event', async () => {
  page('<button type="button">Go on</button>');
  const heard: string[] = [];
  for (const name of 'pointerover pointerenter mouseover mouseenter pointermove mousemove pointerdown mousedown focus pointerup mouseup click'.split(
    ' ',
  ))
    get('button').addEventListener(name, () => heard.push(name));
  expect(await click('button')).toBe('Done');
  expect(heard).toEqual(
    'pointerover mouseover pointerenter mouseenter pointermove mousemove pointerdown mousedown focus pointerup mouseup click'.split(
      ' ',
    ),
  );
});

it('double-clicks with a second press', async () => {
  page('<button type="button">Row</button>');
  const details: number[] = [];
  const doubled = vi.fn();
  get('button').addEventListener('click', ({ detail }) => details.push(detail));
  get('button').addEventListener('dblclick', doubled);
  expect(await click('button')).toBe('Done');
  expect(await run({ type: 'DoubleClick', at: aim(get('button')) })).toBe('Done');
  expect([details, doubled.mock.calls.length]).toEqual([[1, 2], 1]);
});

it('refuses what is gone, of another epoch, or not to be acted on now', async () => {
  page('<button type="button">Go</button>');
  const at = aim(get('button'));
  expect(await executor().run(epoch + 1, { type: 'Click', at })).toBe('Gone');
  waiting = true;
  expect(await run({ type: 'Click', at })).toBe('Paused');
  waiting = false;
  get('button').remove();
  expect(await run({ type: 'Click', at })).toBe('Gone');
  expect(await run({ type: 'Click', at: { ...at, node: 99 } })).toBe('Gone');
});

it('refuses what is covered, also by a host, and clicks through what lets presses through', async () => {
  page(
    '<button type="button">Go</button><div id="cover" style="position:fixed;inset:0;background:#fff8"></div>',
  );
  const pressed = vi.fn();
  get('button').addEventListener('click', pressed);
  expect(await click('button')).toBe('Covered');
  expect(pressed).not.toHaveBeenCalled();
  get('#cover').style.pointerEvents = 'none';
  expect(await click('button')).toBe('Done');
});

it('refuses what moved since the agent came to it, and takes it when they come again', async () => {
  page('<button type="button" style="position:absolute;left:40px;top:40px">Pay 10</button>');
  const pressed = vi.fn();
  get('button').addEventListener('click', pressed);
  const hand = executor();
  const at = aim(get('button'));
  await hand.run(epoch, { type: 'Hover', at });
  get('button').style.top = '300px';
  expect(await hand.run(epoch, { type: 'Click', at })).toBe('Moved');
  expect(pressed).not.toHaveBeenCalled();
  await hand.run(epoch, { type: 'Hover', at: aim(get('button')) });
  expect(await hand.run(epoch, { type: 'Click', at: aim(get('button')) })).toBe('Done');
});

it('takes what stands elsewhere for an agent, whose picture has masks in it, where it has not moved here', async () => {
  page('<button type="button" style="position:absolute;left:40px;top:400px">Go</button>');
  const hand = executor();
  const at = { ...aim(get('button')), seen: { x: 40, y: 120, width: 60, height: 22 } };
  await hand.run(epoch, { type: 'Hover', at });
  expect(await hand.run(epoch, { type: 'Click', at })).toBe('Done');
});

it('refuses what moves while it is looked at', async () => {
  page('<button type="button" style="position:absolute;left:40px;top:40px">Go</button>');
  const moving = executor(async () => {
    get('button').style.left = '200px';
    return undefined;
  });
  const at = { ...aim(get('button')), seen: { x: 400, y: 400, width: 10, height: 10 } };
  expect(await moving.run(epoch, { type: 'Click', at })).toBe('Moved');
});

it('brings into sight what is not, and refuses it where that covers it', async () => {
  page('<div style="height:3000px"></div><button type="button">Below</button>');
  const pressed = vi.fn();
  get('button').addEventListener('click', pressed);
  expect(await click('button')).toBe('Done');
  expect([pressed.mock.calls.length, scrollY > 1000]).toEqual([1, true]);
});

it.each([
  ['our own controls', '<div data-cobrowse-ui><button type="button">Stop</button></div>', 'Blocked'],
  [
    'what the page takes out',
    '<div data-cobrowse-no-control><button type="button">x</button></div>',
    'Blocked',
  ],
  ['what the tenant blocks', '<div class="pay"><button type="button">x</button></div>', 'Blocked'],
  ['what is masked', '<button type="button" data-masked>x</button>', 'Masked'],
  ['a denied field', '<input data-denied><button type="button" hidden></button>', 'NotAccepted'],
  ['a button that submits', '<form><button>Send</button></form>', 'Blocked'],
  ['one from outside its form', '<form id="f"></form><button form="f">Send</button>', 'Blocked'],
  ['a button that resets', '<form><button type="reset">Reset</button></form>', 'Blocked'],
  ['a password', '<input type="password">', 'Blocked'],
  ['a file', '<input type="file">', 'Blocked'],
  ['a card', '<input autocomplete="billing cc-number">', 'Blocked'],
  ['a one-time code', '<input autocomplete="one-time-code">', 'Blocked'],
  ['a label of a file', '<label>File <input type="file" style="display:none"></label>', 'Blocked'],
  [
    'a label of a denied field',
    '<label for="d">Say <b>yes</b></label><input id="d" type="checkbox" data-denied>',
    'NotAccepted',
  ],
  ['a script for an address', '<a href="javascript:window.ran=true">x</a>', 'Blocked'],
  ['a script behind blanks', '<a href=" java\nscript:window.ran=true">x</a>', 'Blocked'],
  ['another origin', '<a href="https://evil.example/">x</a>', 'OutsideOrigins'],
  ['a link around a picture', '<a href="https://evil.example/"><span>x</span></a>', 'OutsideOrigins'],
  ['a new window', '<a href="/" target="_blank">x</a>', 'Blocked'],
  ['a download', '<a href="/" download>x</a>', 'Blocked'],
  ['a mail', '<a href="mailto:a@b.example">x</a>', 'Blocked'],
])('never presses %s', async (_, html, outcome) => {
  rules = { ...rules, Blocked: ['.pay'] };
  page(html);
  const pressed = vi.fn();
  document.body.addEventListener('click', pressed);
  const target = get('label b, span, button:not([hidden]), a, label, input');
  expect(await run({ type: 'Click', at: aim(target) })).toBe(outcome);
  expect(pressed).not.toHaveBeenCalled();
  document.body.removeEventListener('click', pressed);
});

it('blocks everything where a selector cannot be read', async () => {
  rules = { ...rules, Blocked: ['>>'] };
  page('<button type="button">x</button>');
  expect(await click('button')).toBe('Blocked');
});

it('holds what the page makes of a press to the same bounds', async () => {
  page(
    '<div id="card">Card</div><form id="form"><button id="send">Send</button></form><form id="quiet"><input></form><div id="sends">x</div><div id="resets">x</div>',
  );
  const sent = vi.fn((event: Event) => event.preventDefault());
  for (const form of document.forms) form.addEventListener('submit', sent);
  get('#card').addEventListener('click', () => get('#send').click());
  get('#sends').addEventListener('click', () => get<HTMLFormElement>('#quiet').requestSubmit());
  get('#resets').addEventListener('click', () => get<HTMLFormElement>('#quiet').reset());
  get('#quiet input').value = 'mine';
  expect(await click('#card')).toBe('Blocked');
  expect(await click('#sends')).toBe('Blocked');
  expect(await click('#resets')).toBe('Blocked');
  expect([sent.mock.calls.length, get('#quiet input').value]).toEqual([0, 'mine']);
  // Watched only as long as the step runs: the customer's own press goes through.
  await userEvent.click(get('#card'));
  expect(sent).toHaveBeenCalledOnce();
});

it('keeps the page from leaving its origins while a step runs', async () => {
  page('<div id="leave">x</div>');
  get('#leave').addEventListener('click', () => {
    location.href = 'https://evil.example/';
  });
  expect(await click('#leave')).toBe('OutsideOrigins');
});

it('asks again between press and click, for what turns into something else', async () => {
  page('<button type="button">Go</button>');
  const pressed = vi.fn();
  get('button').addEventListener('click', pressed);
  get('button').addEventListener('pointerdown', () =>
    get('button').setAttribute('data-cobrowse-no-control', ''),
  );
  expect(await click('button')).toBe('Blocked');
  expect(pressed).not.toHaveBeenCalled();
});

it('submits where the tenant lets it, by button and by Enter', async () => {
  page('<form><input><button>Send</button></form>');
  const sent = vi.fn((event: Event) => event.preventDefault());
  document.forms[0]!.addEventListener('submit', sent);
  await click('input');
  expect(await press('Enter')).toBe('Blocked');
  expect(sent).not.toHaveBeenCalled();
  rules = { ...rules, AllowSubmit: true };
  expect(await press('Enter')).toBe('Done');
  expect(await click('button')).toBe('Done');
  expect(sent).toHaveBeenCalledTimes(2);
  get('button').setAttribute('formaction', 'https://evil.example/');
  expect(await click('button')).toBe('OutsideOrigins');
  get('button').removeAttribute('formaction');
  document.forms[0]!.action = 'javascript:window.ran=true';
  expect(await press('Enter')).toBe('Blocked');
  expect(sent).toHaveBeenCalledTimes(2);
});

it('types into what has the focus if it is what the agent saw there, and tells of the change when it is left', async () => {
  page('<input id="one"><input id="two"><input id="secret" type="password"><input id="denied" data-denied>');
  const changes: string[] = [];
  document.body.addEventListener('change', ({ target }) => changes.push((target as Element).id));
  const hand = executor();
  await hand.run(epoch, { type: 'Click', at: aim(get('#one')) });
  expect(await hand.run(epoch, { type: 'Type', node: node(get('#one')), text: 'abc', whole: false })).toBe(
    'Done',
  );
  expect([get('#one').value, changes]).toEqual(['abc', []]);
  expect(await hand.run(epoch, { type: 'Keys', node: 0, keys: [{ key: 'Tab' }] })).toBe('Done');
  expect([document.activeElement?.id, changes]).toEqual(['two', ['one']]);
  expect(await hand.run(epoch, { type: 'Type', node: node(get('#one')), text: 'x', whole: false })).toBe(
    'Moved',
  );
  get('#secret').focus();
  expect(await type('x')).toBe('Blocked');
  get('#denied').focus();
  expect(await type('x')).toBe('NotAccepted');
  expect([get('#secret').value, get('#denied').value]).toEqual(['', '']);
});

it('stops typing where a field turns into a password, and where the customer comes', async () => {
  page('<input>');
  const turns = () => {
    if (get('input').value.length === 2) get('input').type = 'password';
  };
  get('input').addEventListener('input', turns);
  await click('input');
  expect(await type('abcd')).toBe('Blocked');
  expect(get('input').value).toBe('ab');
  page('<input>');
  get('input').addEventListener('input', () => {
    waiting = get('input').value.length === 2;
  });
  await click('input');
  expect(await type('abcd')).toBe('Paused');
  expect(get('input').value).toBe('ab');
});

it('never writes into what only looks like a field', async () => {
  page('<div contenteditable="true">text</div><div role="textbox" tabindex="0">text</div>');
  for (const selector of ['[contenteditable]', '[role]']) {
    get(selector).focus();
    expect(await type('x')).toBe('NotAccepted');
    expect(get(selector).textContent).toBe('text');
  }
});

it('selects options, ticks boxes, and sets dates', async () => {
  page('<select><option>A<option disabled>B<option>C</select><input type="checkbox"><input type="date">');
  const heard: string[] = [];
  for (const name of ['input', 'change', 'click'])
    document.body.addEventListener(name, ({ target, type }) =>
      heard.push(`${(target as Element).localName} ${type}`),
    );
  const select = get<HTMLSelectElement>('select');
  expect(await run({ type: 'Select', at: aim(select), index: 1 })).toBe('NotAccepted');
  expect(await run({ type: 'Select', at: aim(select), index: 2 })).toBe('Done');
  expect([select.value, heard]).toEqual(['C', ['select input', 'select change']]);
  const box = get('[type=checkbox]');
  for (const checked of [true, true, false, true])
    expect(await run({ type: 'Check', at: aim(box), checked })).toBe('Done');
  expect([box.checked, heard.filter((each) => each === 'input click').length]).toEqual([true, 3]);
  const date = get('[type=date]');
  await click('[type=date]');
  expect(await run({ type: 'Type', node: node(date), text: '2026-02-28', whole: true })).toBe('Done');
  expect(date.value).toBe('2026-02-28');
});

it('moves ranges by keys and by dragging', async () => {
  page('<input type="range" min="0" max="1000" step="50" value="500" style="width:400px">');
  const range = get('input');
  const values: string[] = [];
  range.addEventListener('input', () => values.push(range.value));
  range.focus();
  expect(await press('ArrowRight', 'ArrowRight', 'ArrowDown')).toBe('Done');
  expect(values).toEqual(['550', '600', '550']);
  expect(await run({ type: 'Drag', at: aim(range), to: aim(range, 1) })).toBe('Done');
  expect(range.value).toBe('1000');
  accepting = 'none';
  expect(await run({ type: 'Drag', at: aim(range), to: aim(range, 0) })).toBe('NotAccepted');
});

it('drags a slider of a page that catches the pointer, and lets go when the customer comes', async () => {
  page(
    '<div id="track" style="position:relative;width:300px;height:20px"><div id="thumb" role="slider" tabindex="0" style="position:absolute;width:20px;height:20px;background:red"></div></div>',
  );
  const thumb = get('#thumb');
  const heard: string[] = [];
  thumb.addEventListener('pointerdown', (event) => thumb.setPointerCapture(event.pointerId));
  thumb.addEventListener('pointermove', (event) => {
    if (thumb.hasPointerCapture(event.pointerId)) thumb.style.left = `${event.clientX - 18}px`;
  });
  for (const name of ['pointerup', 'pointercancel']) thumb.addEventListener(name, () => heard.push(name));
  const from = aim(thumb);
  const to = { ...aim(get('#track')), seen: { ...from.seen, x: from.seen.x + 120 }, x: 0.5, y: 0.5 };
  expect(await run({ type: 'Drag', at: from, to })).toBe('Done');
  expect(heard).toEqual(['pointerup']);
  expect(thumb.style.left).toBe(`${from.seen.x + 10 + 120 - 18}px`);
  expect(String(Element.prototype.hasPointerCapture)).toContain('native code');
  let steps = 0;
  const interrupted = executor(async () => {
    waiting = ++steps > 3;
    return undefined;
  });
  expect(await interrupted.run(epoch, { type: 'Drag', at: aim(thumb), to })).toBe('Paused');
  expect(heard.at(-1)).toBe('pointercancel');
});

it('drops nothing of its own onto a place for files', async () => {
  page(
    '<div id="item" draggable="true" style="width:80px;height:30px">Item</div><div id="drop" style="width:200px;height:100px"></div>',
  );
  const files = vi.fn();
  get('#drop').addEventListener('dragover', (event) => event.preventDefault());
  get('#drop').addEventListener('drop', ({ dataTransfer }) =>
    files(dataTransfer?.files.length, dataTransfer?.types.length),
  );
  expect(await run({ type: 'Drag', at: aim(get('#item')), to: aim(get('#drop')) })).toBe('Done');
  expect(files).toHaveBeenCalledExactlyOnceWith(0, 0);
});

it('scrolls what scrolls, unless the page takes the wheel', async () => {
  page(
    '<div id="box" style="height:100px;overflow:auto"><p style="height:900px;margin:0">long</p></div><div style="height:3000px"></div>',
  );
  expect(await run({ type: 'Scroll', at: aim(get('#box p'), 0.5, 0.02), dx: 0, dy: 200 })).toBe('Done');
  expect([get('#box').scrollTop, scrollY]).toEqual([200, 0]);
  const at = aim(get('body'), 0.5, 0.1);
  expect(await run({ type: 'Scroll', at, dx: 0, dy: 300 })).toBe('Done');
  expect(scrollY).toBe(300);
});

it('reaches into shadow roots and iframes of the same origin', async () => {
  page(
    '<div id="host"></div><iframe srcdoc="<button type=button>In</button>" style="border:7px solid"></iframe>',
  );
  const root = get('#host').attachShadow({ mode: 'closed' });
  root.innerHTML = '<button type="button">Shadow</button>';
  const frame = get<HTMLIFrameElement>('iframe');
  await expect.poll(() => frame.contentDocument?.querySelector('button')).toBeTruthy();
  const inner = frame.contentDocument!.querySelector('button')!;
  const pressed: string[] = [];
  for (const button of [root.querySelector('button')!, inner])
    button.addEventListener('click', () => pressed.push(button.textContent));
  expect(await run({ type: 'Click', at: aim(root.querySelector('button')!) })).toBe('Done');
  const outer = frame.getBoundingClientRect();
  const at = aim(inner);
  const seen = { ...at.seen, x: at.seen.x + outer.x + 7, y: at.seen.y + outer.y + 7 };
  expect(await run({ type: 'Click', at: { ...at, seen } })).toBe('Done');
  expect(pressed).toEqual(['Shadow', 'In']);
  get('iframe').setAttribute('data-cobrowse-no-control', '');
  expect(await run({ type: 'Click', at: { ...at, seen } })).toBe('Blocked');
});

it('closes dialogs by Escape and works in them', async () => {
  page('<dialog><button type="button">Inside</button></dialog><button type="button" id="out">Out</button>');
  get<HTMLDialogElement>('dialog').showModal();
  expect(await click('#out')).toBe('Covered');
  expect(await click('dialog button')).toBe('Done');
  expect(await press('Escape')).toBe('Done');
  expect(get<HTMLDialogElement>('dialog').open).toBe(false);
});

it('goes nowhere but within the origins', async () => {
  for (const address of ['https://evil.example/', '//evil.example', 'http://['])
    expect(await run({ type: 'Navigate', address })).toBe('OutsideOrigins');
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://user:pw@bank.example/'])
    expect(await run({ type: 'Navigate', address })).toBe('Blocked');
  const bounds = new Bounds(rules, ground);
  expect(bounds.refusesAddress('https://bank.example/accounts')).toBeUndefined();
  expect(bounds.refusesAddress('http://127.0.0.1:8123/')).toBeUndefined();
  expect(bounds.refusesAddress('https://bank.example.evil.example/')).toBe('OutsideOrigins');
  expect(bounds.refusesAddress(`${location.origin}/elsewhere`)).toBeUndefined();
});
