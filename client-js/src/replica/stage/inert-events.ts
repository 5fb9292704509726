import { viewOf } from '../tree/dom-order.ts';

const stopped = [
  'click',
  'auxclick',
  'dblclick',
  'submit',
  'keydown',
  'keypress',
  'beforeinput',
  'dragstart',
  'drop',
  'paste',
];

/**
 * Ends what the agent's input would set off inside a document. The console's overlay takes the input before;
 * this holds where there is none.
 */
export function makeInert(document: Document): void {
  for (const type of stopped) {
    viewOf(document)?.addEventListener(
      type,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  }
}
