import type { Action, Aim } from '@cobrowse/client/protocol';

/** What a press on an element of the replica means: most are clicks, some fields take a choice of the agent's own. */
export type Press =
  | { readonly type: 'action'; readonly action: Action }
  | { readonly type: 'options'; readonly select: HTMLSelectElement }
  | { readonly type: 'value'; readonly field: HTMLInputElement };

const picked = /^(?:date|time|month|week|datetime-local|color)$/;

export function pressOn(element: Element, at: Aim, second: boolean): Press {
  const name = element.localName;
  const field = element as HTMLInputElement;
  const type = name === 'input' ? (element.getAttribute('type') ?? 'text').toLowerCase() : '';
  const select = element.closest('select') as HTMLSelectElement | null;
  // Without options to see there is nothing to choose; the page says why.
  if (select?.querySelector('option')) return { type: 'options', select };
  if (picked.test(type)) return { type: 'value', field };
  if (type === 'checkbox') return { type: 'action', action: { type: 'Check', at, checked: !field.checked } };
  return { type: 'action', action: { type: second ? 'DoubleClick' : 'Click', at } };
}
