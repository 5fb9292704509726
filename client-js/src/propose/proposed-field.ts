import { commit, enterText, fire, type TextField } from '../control/enter-text.ts';
import { setNative } from '../control/native-property.ts';
import type { Proposal, ProposalReason } from '../protocol/protocol.gen.ts';
import { fieldKind } from './field-kind.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Why a value cannot stand in this field now; undefined: it can. What the policy does not grant is said first, so that
 * nothing is learned of such a field.
 */
export function obstacle(
  element: Element,
  { Kind, Value }: Proposal,
  granted: (field: Element) => boolean,
): ProposalReason | undefined {
  if (!granted(element)) return 'NotGranted';
  if (fieldKind(element) !== Kind) return 'Changed';
  const field = element as Field;
  if (field.matches(':disabled') || field.closest('[inert]')) return 'Disabled';
  if ('readOnly' in field && field.readOnly) return 'ReadOnly';
  switch (Kind) {
    case 'Choice':
      return optionLabelled(field as HTMLSelectElement, Value) ? undefined : 'NoSuchOption';
    case 'Check': {
      const fits = Value === 'true' || (Value === 'false' && field.type === 'checkbox');
      return fits ? undefined : 'NotValid';
    }
    case 'Date':
      return keeps(field as HTMLInputElement, Value) ? undefined : 'NotValid';
    case 'Text':
      return fitsText(field as TextField, Value) ? undefined : 'NotValid';
    default:
      return Kind satisfies never;
  }
}

/** What stands in a field, to tell whether somebody changed it. It never leaves this page. */
export function stateOf(element: Element): string {
  const { value, checked } = element as HTMLInputElement;
  return fieldKind(element) === 'Check' ? `${checked}` : value;
}

/** Enters a value as if the customer had; whether the page took it. */
export function enterValue(
  element: Element,
  { Kind, Value }: Proposal,
  granted: (field: Element) => boolean,
): boolean {
  switch (Kind) {
    case 'Choice': {
      const select = element as HTMLSelectElement;
      const option = optionLabelled(select, Value);
      if (!option) return false;
      select.focus({ preventScroll: true });
      if (option.selected) return true;
      setNative(select, 'selectedIndex', option.index);
      fire(select, 'input');
      commit(select);
      return select.selectedIndex === option.index;
    }
    case 'Check': {
      const box = element as HTMLInputElement;
      const wanted = Value === 'true';
      if (box.checked !== wanted) box.click();
      return box.checked === wanted;
    }
    case 'Date':
    case 'Text':
      return enterText(element as TextField, Value, {
        replaces: true,
        commits: true,
        accepts: () => granted(element) && fieldKind(element) === Kind,
      });
    default:
      return Kind satisfies never;
  }
}

function optionLabelled(select: HTMLSelectElement, label: string): HTMLOptionElement | undefined {
  const shown = (text: string) => text.replace(/\s+/g, ' ').trim();
  return Array.from(select.options).find(
    (option) => shown(option.label) === shown(label) && !option.matches(':disabled, :disabled *'),
  );
}

function fitsText(field: TextField, value: string): boolean {
  if (field.localName === 'input' && /[\n\t]/.test(value)) return false;
  if (field.maxLength >= 0 && value.length > field.maxLength) return false;
  return field.type !== 'number' || (value !== '' && keeps(field as HTMLInputElement, value));
}

/** Whether a field of this type takes the value as it is: tried in one of our own, which no page has touched. */
function keeps({ type, ownerDocument }: HTMLInputElement, value: string): boolean {
  const probe = ownerDocument.createElement('input');
  probe.type = type;
  probe.value = value;
  return probe.value === value && value !== '';
}
