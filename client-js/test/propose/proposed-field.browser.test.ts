import { type ChangeEvent, createElement, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { enterValue, obstacle } from '../../src/propose/proposed-field.ts';
import type { FieldKind } from '../../src/protocol/index.ts';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

const value = (Kind: FieldKind, Value: string) => ({ Id: 'p', Epoch: 1, Node: 1, Kind, Value });
const granted = () => true;
const shown = () => document.querySelector('output')!.textContent;

function Form() {
  const [account, choose] = useState('a');
  const [at, check] = useState(false);
  const [day, plan] = useState('');
  return createElement(
    'form',
    {},
    createElement(
      'select',
      {
        value: account,
        onChange: (event: ChangeEvent<HTMLSelectElement>) => choose(event.currentTarget.value),
      },
      createElement('option', { value: 'a' }, 'Giro'),
      createElement('option', { value: 'b' }, 'Savings  account'),
    ),
    createElement('input', {
      type: 'checkbox',
      checked: at,
      onChange: (event) => check(event.currentTarget.checked),
    }),
    createElement('input', {
      type: 'date',
      value: day,
      onChange: (event) => plan(event.currentTarget.value),
    }),
    createElement('output', {}, [account, at, day].join(' ')),
  );
}

it('makes React react: a list, a box and a date that it controls', async () => {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(createElement(Form));
  await expect.poll(() => document.querySelector('output')?.textContent).toBe('a false ');
  expect(enterValue(document.querySelector('select')!, value('Choice', 'Savings account'), granted)).toBe(
    true,
  );
  await expect.poll(shown).toBe('b false ');
  expect(enterValue(document.querySelector('[type=checkbox]')!, value('Check', 'true'), granted)).toBe(true);
  await expect.poll(shown).toBe('b true ');
  expect(enterValue(document.querySelector('[type=date]')!, value('Date', '2026-12-01'), granted)).toBe(true);
  await expect.poll(shown).toBe('b true 2026-12-01');
  expect(enterValue(document.querySelector('[type=checkbox]')!, value('Check', 'false'), granted)).toBe(true);
  await expect.poll(shown).toBe('b false 2026-12-01');
});

it('enters nothing into a field that becomes another one while its page is told', () => {
  document.body.innerHTML = '<input>';
  const field = document.querySelector('input')!;
  field.addEventListener('focus', () => {
    field.type = 'password';
  });
  expect(enterValue(field, value('Text', 'ours'), granted)).toBe(false);
  expect(field.value).toBe('');
  expect(obstacle(field, value('Text', 'ours'), granted)).toBe('Changed');
});

it('says so where a page keeps a box from being checked', () => {
  document.body.innerHTML = '<input type="checkbox">';
  const box = document.querySelector('input')!;
  box.addEventListener('click', (event) => event.preventDefault());
  expect(enterValue(box, value('Check', 'true'), granted)).toBe(false);
  expect(box.checked).toBe(false);
});
