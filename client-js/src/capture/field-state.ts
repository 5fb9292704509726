import type { Gate } from '../masking/gate.ts';
import { attributeMask } from '../masking/mask-text.ts';
import type { PropertyValue } from '../protocol/op.ts';
import { propertyCode } from '../protocol/protocol.gen.ts';
import type { Disclosures } from './disclosures.ts';
import { matches } from './matches.ts';

/** Told what a field has; `unset` is what replicas take for granted. */
export type TellState = (element: Element, code: number, value: PropertyValue, unset: PropertyValue) => void;

const standIns: Readonly<Record<string, string>> = { email: 'x@x', url: 'x:x' };

/** Says of fields what the gate grants. */
export class FieldState {
  readonly #gate: Gate;
  readonly #disclosures: Disclosures;

  constructor(gate: Gate, disclosures: Disclosures) {
    this.#gate = gate;
    this.#disclosures = disclosures;
  }

  /** Whether there is anything to say of a field. */
  has(field: Element): boolean {
    const gate = this.#gate;
    return !gate.denies(field) || gate.accepts(field, 'state') || gate.viewersOf(field).length > 0;
  }

  write(element: Element, tell: TellState): void {
    if (!this.#gate.denies(element)) {
      fieldState(element, tell);
      return;
    }
    if (this.#gate.accepts(element, 'state')) fieldStandIn(element, tell);
    if (this.#gate.viewersOf(element).length > 0) this.#disclosures.withheld(element);
  }
}

/** Says whether a field is filled, and whether rightly, without what it is filled with. */
function fieldStandIn(element: Element, tell: TellState): void {
  const field = element as HTMLInputElement;
  if (element.localName === 'textarea' || /^(?:text|search|tel|email|url)$/.test(field.type))
    tell(field, propertyCode.value, field.value && (standIns[field.type] ?? attributeMask), '');
  if (field.validity) validity(field, tell, ' ', !field.validity.valid);
}

function validity(field: HTMLInputElement, tell: TellState, message: string, wrong: boolean): void {
  tell(field, propertyCode.customValidity, wrong ? message : '', '');
  tell(field, propertyCode.userInteracted, matches(field, ':user-invalid,:user-valid'), false);
}

/** Says what was entered into a field that the gate does not deny. */
export function fieldState(element: Element, tell: TellState): void {
  switch (element.localName) {
    case 'input': {
      const input = element as HTMLInputElement;
      if (input.type === 'file') {
        const names = Array.from(input.files ?? [], ({ name }) => name);
        tell(input, propertyCode.fileNames, names, []);
      } else if (input.type === 'checkbox' || input.type === 'radio') {
        tell(input, propertyCode.checked, input.checked, input.defaultChecked);
        tell(input, propertyCode.indeterminate, input.indeterminate, false);
      } else if (input.type !== 'password') tell(input, propertyCode.value, input.value, input.defaultValue);
      break;
    }
    case 'textarea': {
      const area = element as HTMLTextAreaElement;
      tell(area, propertyCode.value, area.value, area.defaultValue);
      break;
    }
    case 'select':
      selectState(element as HTMLSelectElement, tell);
      break;
    default:
      return;
  }
  const field = element as HTMLInputElement;
  validity(field, tell, field.validationMessage || ' ', field.validity.customError);
}

function selectState(select: HTMLSelectElement, tell: TellState): void {
  const { options, selectedIndex: at } = select;
  if (select.multiple) {
    for (const option of options)
      tell(option, propertyCode.selected, option.selected, option.defaultSelected);
    return;
  }
  // Which option takes the place of one that goes depends on the order of all that came: it has to be told.
  const option = options[Math.max(at, 0)];
  if (option) tell(option, propertyCode.selected, at >= 0, at < 0);
}
