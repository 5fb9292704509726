import * as Dialog from '@radix-ui/react-dialog';
import * as Select from '@radix-ui/react-select';
import flatpickr from 'flatpickr';
import { html, LitElement } from 'lit';
import { createElement as h, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from 'vue/dist/vue.esm-bundler.js';
import { PageInHand } from './page-in-hand.ts';

let hand: PageInHand;
let root: Root | undefined;
const place = () => document.body.appendChild(document.createElement('div'));
const get = (selector: string) => document.querySelector(selector)!;
const soon = (selector: string) => expect.poll(() => document.querySelector(selector)).toBeTruthy();

beforeEach(() => {
  hand = new PageInHand();
});

afterEach(() => {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
});

async function show(component: () => unknown, selector: string): Promise<void> {
  root = createRoot(place());
  root.render(h(component as never));
  await soon(selector);
}

function Currency() {
  const [value, setValue] = useState('EUR');
  const item = (name: string) =>
    h(Select.Item, { key: name, value: name, id: `item-${name}` }, h(Select.ItemText, null, name));
  return h(
    Select.Root,
    { value, onValueChange: setValue } as never,
    h(Select.Trigger, { id: 'trigger', 'aria-label': 'Currency' }, h(Select.Value)),
    h(
      Select.Portal,
      null,
      h(
        Select.Content,
        { position: 'popper' } as never,
        h(Select.Viewport, null, ['EUR', 'CHF', 'SEK'].map(item)),
      ),
    ),
    h('output', null, value),
  );
}

it('chooses in a list of React’s own, by pointer and by keys', async () => {
  await show(Currency, '#trigger');
  expect(await hand.click(get('#trigger'))).toBe('Done');
  await soon('#item-CHF');
  // What has just opened takes presses a moment later.
  await expect.poll(() => hand.click(get('#item-CHF'))).toBe('Done');
  await expect.poll(() => get('output').textContent).toBe('CHF');
  await expect.poll(() => document.querySelector('#item-CHF')).toBeNull();
  expect(await hand.press(get('#trigger'), 'ArrowDown')).toBe('Done');
  await soon('#item-SEK');
  await expect.poll(() => document.activeElement?.id).toBe('item-CHF');
  expect(await hand.press(get('#item-CHF'), 'ArrowDown')).toBe('Done');
  await expect.poll(() => document.activeElement?.id).toBe('item-SEK');
  expect(await hand.press(get('#item-SEK'), 'Enter')).toBe('Done');
  await expect.poll(() => get('output').textContent).toBe('SEK');
});

function Limits() {
  const [limit, setLimit] = useState(2);
  const [open, setOpen] = useState(false);
  return h(
    'div',
    null,
    h('input', {
      type: 'range',
      min: 0,
      max: 10,
      value: limit,
      style: { width: 300 },
      onChange: (event: { target: HTMLInputElement }) => setLimit(Number(event.target.value)),
    }),
    h('output', null, limit),
    h(
      Dialog.Root,
      { open, onOpenChange: setOpen } as never,
      h(Dialog.Trigger, { id: 'open' }, 'More'),
      h(
        Dialog.Portal,
        null,
        h(Dialog.Overlay, { style: { position: 'fixed', inset: 0, background: '#0008' } }),
        h(
          Dialog.Content,
          { style: { position: 'fixed', inset: 100, background: '#fff' }, 'aria-describedby': undefined },
          h(Dialog.Title, null, 'More'),
          h('button', { id: 'inside', onClick: () => setLimit(9), type: 'button' }, 'Most'),
        ),
      ),
    ),
  );
}

it('moves a range that React controls, and works in a dialog that covers the rest', async () => {
  await show(Limits, 'input');
  const range = get('input');
  expect(await hand.run({ type: 'Drag', at: hand.aim(range, 0.2), to: hand.aim(range, 0.7) })).toBe('Done');
  await expect.poll(() => get('output').textContent).toBe('7');
  (range as HTMLInputElement).focus();
  expect(await hand.press(range, 'ArrowLeft')).toBe('Done');
  await expect.poll(() => get('output').textContent).toBe('6');
  expect(await hand.click(get('#open'))).toBe('Done');
  await soon('#inside');
  expect(await hand.click(get('#open'))).toBe('Covered');
  await expect.poll(() => hand.click(get('#inside'))).toBe('Done');
  await expect.poll(() => get('output').textContent).toBe('9');
  expect(await hand.press(get('#inside'), 'Escape')).toBe('Done');
  await expect.poll(() => document.querySelector('#inside')).toBeNull();
});

it('picks a day of a date picker, and types one into it', async () => {
  place().innerHTML = '<input id="day">';
  const changes: string[] = [];
  const picker = flatpickr(get('#day'), {
    defaultDate: '2026-05-10',
    allowInput: true,
    onChange: (_, text) => changes.push(text),
  });
  expect(await hand.click(get('#day'))).toBe('Done');
  await expect.poll(() => picker.isOpen).toBe(true);
  const day = [...picker.calendarContainer.querySelectorAll('.flatpickr-day')].find(
    (each) => each.textContent === '21' && !each.matches('.prevMonthDay,.nextMonthDay'),
  )!;
  expect(await hand.click(day)).toBe('Done');
  await expect.poll(() => changes.at(-1)).toBe('2026-05-21');
  picker.destroy();
});

class OwnField extends LitElement {
  value = '';
  override render() {
    return html`<input .value=${this.value} @input=${(event: Event) => {
      this.value = (event.target as HTMLInputElement).value.toUpperCase();
      this.dispatchEvent(new CustomEvent('changed', { detail: this.value }));
      this.requestUpdate();
    }}>`;
  }
}

it('types into a component’s shadow root', async () => {
  customElements.define('own-field', OwnField);
  const element = place().appendChild(document.createElement('own-field')) as OwnField;
  const heard: string[] = [];
  element.addEventListener('changed', (event) => heard.push((event as CustomEvent<string>).detail));
  await element.updateComplete;
  const input = element.shadowRoot!.querySelector('input')!;
  expect(await hand.click(input)).toBe('Done');
  expect(await hand.type(input, 'ch')).toBe('Done');
  expect(heard.at(-1)).toBe('CH');
});

it('makes what Vue binds follow: text, number, box, radio and select', async () => {
  const app = createApp({
    data: () => ({ name: '', amount: 0, agreed: false, pay: 'card', years: '1' }),
    template: `<input id="name" v-model.trim="name"><input id="amount" type="number" v-model.number="amount">
      <label><input id="agreed" type="checkbox" v-model="agreed"> yes</label>
      <input id="bank" type="radio" value="bank" v-model="pay">
      <select v-model="years"><option>1</option><option>5</option></select>
      <output>{{ [name, amount, agreed, pay, years].join('|') }}</output>`,
  });
  app.mount(place());
  await hand.click(get('#name'));
  await hand.type(get('#name'), 'Ana');
  await hand.press(get('#name'), 'Backspace');
  const amount = get('#amount');
  await hand.click(amount);
  expect(await hand.run({ type: 'Type', node: hand.node(amount), text: '12.5', whole: true })).toBe('Done');
  expect(await hand.click(get('label'))).toBe('Done');
  expect(await hand.click(get('#bank'))).toBe('Done');
  expect(await hand.run({ type: 'Select', at: hand.aim(get('select')), index: 1 })).toBe('Done');
  await expect.poll(() => get('output').textContent).toBe('An|12.5|true|bank|5');
  app.unmount();
});
