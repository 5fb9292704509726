import type { ActionOutcome } from '../protocol/protocol.gen.ts';
import type { Bounds } from './bounds.ts';

/** What the Navigation API says of a navigation, where there is one. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
  readonly formData: FormData | null;
  readonly downloadRequest: string | null;
}

/**
 * Does one step of an agent under watch: what the page itself makes of it, as long as it runs, is held to the same bounds.
 * A label presses a field, a card its button, a handler sends a form or leaves the origins: refused there too.
 */
export function watchedStep(bounds: Bounds, view: Window, step: () => void): ActionOutcome | undefined {
  let refused: ActionOutcome | undefined;
  const stop = (event: Event, why: ActionOutcome) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    refused ??= why;
  };
  const clicked = (event: Event) => {
    const target = event.composedPath()[0] as Element | undefined;
    const why = target?.nodeType === 1 ? bounds.refusesPress(target) : undefined;
    if (why) stop(event, why);
  };
  const submitted = (event: Event) => {
    const { submitter } = event as SubmitEvent;
    const form = event.target as Element;
    const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
    const why = bounds.allowsSubmit ? bounds.refusesAddress(action, form.baseURI) : 'Blocked';
    if (why) stop(event, why);
  };
  const reset = (event: Event) => stop(event, 'Blocked');
  const navigated = (event: Event) => {
    const { destination, formData, downloadRequest } = event as NavigateEvent;
    const why =
      (formData && !bounds.allowsSubmit) || downloadRequest !== null
        ? 'Blocked'
        : bounds.refusesAddress(destination.url);
    if (why && event.cancelable) stop(event, why);
  };
  const views = new Set([view, window]);
  const each = (change: 'addEventListener' | 'removeEventListener') => {
    for (const at of views) {
      at[change]('click', clicked, true);
      at[change]('submit', submitted, true);
      at[change]('reset', reset, true);
      (at as { navigation?: EventTarget }).navigation?.[change]('navigate', navigated);
    }
  };
  each('addEventListener');
  try {
    step();
  } finally {
    each('removeEventListener');
  }
  return refused;
}
