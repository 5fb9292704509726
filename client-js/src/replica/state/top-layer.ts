import { allIn } from '../tree/document-methods.ts';
import {
  attributeOf,
  hasAttributeOf,
  localNameOf,
  removeAttributeOf,
  rootOf,
  setAttributeOf,
  viewOf,
} from '../tree/dom-order.ts';

/**
 * Runs `change` while nothing in `element` can take focus: opening a dialog or popover would otherwise move the
 * focus out of the console and into the replica.
 */
function withoutFocus(element: HTMLElement, change: () => void): void {
  const frame = viewOf(element)?.frameElement as HTMLElement | null | undefined;
  const held = frame?.ownerDocument.activeElement as HTMLElement | null | undefined;
  const wasInert = hasAttributeOf(element, 'inert');
  if (!wasInert) setAttributeOf(element, 'inert', '');
  try {
    change();
  } finally {
    if (!wasInert) removeAttributeOf(element, 'inert');
  }
  if (held && frame && frame.ownerDocument.activeElement !== held) held.focus?.({ preventScroll: true });
}

/** Puts a dialog into the top layer, or takes it out; its `open` attribute stays the page's. */
export function showDialog(dialog: HTMLDialogElement, modal: boolean): void {
  if (localNameOf(dialog) !== 'dialog') return;
  const isModal = dialog.matches(':modal');
  if (!modal && !isModal) return;
  // Shown again, it comes to lie on top.
  if (isModal && modal) showDialog(dialog, false);
  withoutFocus(dialog, () => {
    const wasOpen = hasAttributeOf(dialog, 'open');
    if (modal) {
      removeAttributeOf(dialog, 'open');
      dialog.showModal();
      // The attribute may have gone alone.
      if (!wasOpen) removeAttributeOf(dialog, 'open');
    } else {
      // Only an open one can close.
      setAttributeOf(dialog, 'open', '');
      dialog.close();
      if (wasOpen) setAttributeOf(dialog, 'open', '');
    }
  });
}

export function showPopover(element: HTMLElement, open: boolean): void {
  const isOpen = element.matches(':popover-open');
  if (!open && !isOpen) return;
  if (isOpen && open) showPopover(element, false);
  withoutFocus(element, () => {
    if (open) {
      element.showPopover(invokerOf(element));
    } else element.hidePopover();
  });
}

const { closest } = Element.prototype;

/** What opened a popover decides where it stands and which others stay open. */
function invokerOf(popover: HTMLElement): ShowPopoverOptions | undefined {
  const root = rootOf(popover);
  const id = CSS.escape(attributeOf(popover, 'id') ?? '');
  if (!root || id === '') return undefined;
  const all = [...allIn<HTMLElement>(root, `[popovertarget="${id}"],[commandfor="${id}"]`)];
  // What stands in another one that shows was at hand.
  const source = all.find((each) => closest.call(each, ':popover-open')) ?? all[0];
  return source && { source };
}
