import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { createApp } from 'vue/dist/vue.esm-bundler.js';
import { enterText, removeText, type TextField } from '../../src/control/enter-text.ts';

const place = () => document.body.appendChild(document.createElement('div'));
const field = <T extends Element = HTMLInputElement>(selector = 'input') =>
  document.querySelector(selector) as unknown as T;

afterEach(() => document.body.replaceChildren());

function heard(element: Element): string[] {
  const all: string[] = [];
  for (const type of 'focus keydown keypress beforeinput input keyup change'.split(' '))
    element.addEventListener(type, (event) => {
      const { key } = event as KeyboardEvent;
      const { inputType, data } = event as InputEvent;
      all.push(
        [type, key ?? inputType, data].filter((each) => each !== undefined && each !== null).join(' '),
      );
    });
  return all;
}

it('fires what a browser fires, in its order, and tells of the change only when it is committed', () => {
  place().innerHTML = '<input value="">';
  const events = heard(field());
  expect(enterText(field(), 'ab')).toBe(true);
  expect(field().value).toBe('ab');
  expect(events).toEqual([
    'focus',
    ...['a', 'b'].flatMap((key) => [
      `keydown ${key}`,
      `keypress ${key}`,
      `beforeinput insertText ${key}`,
      `input insertText ${key}`,
      `keyup ${key}`,
    ]),
  ]);
  enterText(field(), 'c', { commits: true });
  expect(events.at(-1)).toBe('change');
});

it('writes at the caret, in the place of what is selected, and of everything', () => {
  place().innerHTML = '<textarea>one two</textarea>';
  const area = field<HTMLTextAreaElement>('textarea');
  area.setSelectionRange(0, 3);
  enterText(area, 'six');
  expect(area.value).toBe('six two');
  expect([area.selectionStart, area.selectionEnd]).toEqual([3, 3]);
  enterText(area, '\nand');
  expect(area.value).toBe('six\nand two');
  enterText(area, 'new', { replaces: true });
  expect(area.value).toBe('new');
  enterText(area, '', { replaces: true });
  expect(area.value).toBe('');
});

it('removes what is selected, or the character before or behind the caret', () => {
  place().innerHTML = '<input value="ab😀cd">';
  field().setSelectionRange(4, 4);
  removeText(field(), 'backward');
  expect(field().value).toBe('abcd');
  removeText(field(), 'forward');
  expect(field().value).toBe('abd');
  field().setSelectionRange(0, 2);
  removeText(field(), 'forward');
  expect(field().value).toBe('d');
});

it.each(['keydown', 'keypress', 'beforeinput'])('enters nothing where the page prevents %s', (type) => {
  place().innerHTML = '<input value="">';
  field().addEventListener(type, (event) => event.preventDefault());
  expect(enterText(field(), 'a')).toBe(false);
  expect(field().value).toBe('');
});

it('keeps within the length of a field, and out of one that is read-only or disabled', () => {
  place().innerHTML = '<input id="short" maxlength="3"><input id="fixed" readonly><input id="off" disabled>';
  expect(enterText(field('#short'), 'abcd')).toBe(false);
  expect(field('#short').value).toBe('abc');
  for (const name of ['#fixed', '#off']) {
    expect(enterText(field(name), 'a')).toBe(false);
    expect(field(name).value).toBe('');
  }
});

it('stops at once where a field turns into a password', () => {
  place().innerHTML = '<input>';
  const input = field();
  input.addEventListener('input', () => {
    if (input.value.length === 2) input.type = 'password';
  });
  expect(enterText(input, 'abcd', { accepts: () => input.type !== 'password' })).toBe(false);
  expect(input.value).toBe('ab');
});

it('types numbers that are none yet, and sets dates as one', () => {
  place().innerHTML = '<input type="number"><input type="date" id="day">';
  for (const key of '12.50') enterText(field(), key);
  expect(field().valueAsNumber).toBe(12.5);
  expect(enterText(field(), 'x')).toBe(false);
  expect(enterText(field('#day'), '2026-03-31', { replaces: true, commits: true })).toBe(true);
  expect(field('#day').value).toBe('2026-03-31');
});

it('never submits a form by what it types', () => {
  place().innerHTML = '<form><input></form>';
  let submitted = false;
  document.querySelector('form')!.addEventListener('submit', () => {
    submitted = true;
  });
  expect(enterText(field(), 'a\nb')).toBe(false);
  expect([field().value, submitted]).toEqual(['ab', false]);
});

const grouped = (text: string) => text.replace(/\D/g, '').replace(/\B(?=(\d{3})+$)/g, '.');
const seen: string[] = [];

function Amount() {
  const [value, setValue] = useState('');
  return createElement('input', {
    value,
    onChange: ({ target }: { target: TextField }) => {
      seen.push(grouped(target.value));
      setValue(grouped(target.value));
    },
  });
}

it('makes a field react that React controls and formats', async () => {
  const root = createRoot(place());
  root.render(createElement(Amount));
  await expect.poll(() => field()).toBeTruthy();
  for (const key of '1234567') {
    enterText(field(), key);
    await expect.poll(() => field().value).toBe(seen.at(-1));
  }
  expect(field().value).toBe('1.234.567');
  root.unmount();
});

it('makes fields react that Vue binds, at once or when they are left', async () => {
  const app = createApp({
    data: () => ({ now: '', later: '' }),
    template:
      '<input id="now" v-model="now"><input id="later" v-model.lazy="later"><p>{{ now }}|{{ later }}</p>',
  });
  app.mount(place());
  enterText(field('#now'), 'ab');
  enterText(field('#later'), 'cd');
  await expect.poll(() => document.querySelector('p')?.textContent).toBe('ab|');
  enterText(field('#later'), 'e', { commits: true });
  await expect.poll(() => document.querySelector('p')?.textContent).toBe('ab|cde');
  app.unmount();
});
