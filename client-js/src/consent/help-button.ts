import { drawings, element, icon } from './element.ts';
import type { Strings } from './strings.ts';

/** The button in the corner that starts a session. */
export function helpButton(strings: Strings, pressed: () => void): HTMLButtonElement {
  return element('button', { class: 'primary help', attributes: { type: 'button' }, click: pressed }, [
    icon(drawings.help),
    element('span', { text: strings.help }),
  ]);
}
