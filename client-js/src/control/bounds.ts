import { isField } from '../masking/fields.ts';
import type { ActionOutcome, ControlRules } from '../protocol/protocol.gen.ts';
import { upwards } from './composed.ts';
import type { Ground } from './ground.ts';

const ownOrExempt = '[data-cobrowse-ui],[data-cobrowse-no-control]';
/** What nobody types for somebody else. */
const secret = /\bcc-|one-time-code|(?:current|new)-password/i;
const secretType = /^(?:password|file|hidden)$/;
const xlink = 'http://www.w3.org/1999/xlink';

/** What an agent may do on a page, whatever the customer granted: asked at the moment of each step. */
export class Bounds {
  readonly #rules: ControlRules;
  readonly #ground: Ground;

  constructor(rules: ControlRules, ground: Ground) {
    this.#rules = rules;
    this.#ground = ground;
  }

  get allowsSubmit(): boolean {
    return this.#rules.AllowSubmit;
  }

  /** Why an element may not be pointed at, pressed or scrolled; nothing where it may. */
  refuses(element: Element): ActionOutcome | undefined {
    const { Blocked } = this.#rules;
    for (const at of upwards(element)) {
      if (at.matches(ownOrExempt)) return 'Blocked';
      if (Blocked.some((selector) => matches(at, selector))) return 'Blocked';
    }
    if (isSecret(element)) return 'Blocked';
    if (isInput(element)) return this.#refusesField(element);
    return this.#ground.hides(element) ? 'Masked' : undefined;
  }

  /** Why a press may not take effect there: what it would activate is blocked, sends a form, or leads elsewhere. */
  refusesPress(element: Element): ActionOutcome | undefined {
    const refused = this.refuses(element);
    if (refused) return refused;
    for (const at of upwards(element)) {
      const label = at.localName === 'label' ? (at as HTMLLabelElement).control : null;
      const controlled = label && label !== element ? this.refuses(label) : undefined;
      if (controlled) return controlled;
      // An option, say, stands in its field.
      if (at !== element && isInput(at)) return this.refuses(at);
      for (const part of label ? [at, label] : [at]) {
        if (isSubmit(part) && !this.allowsSubmit) return 'Blocked';
        if (isReset(part)) return 'Blocked';
        const led = isLink(part) ? this.refusesLink(part) : undefined;
        if (led) return led;
      }
    }
    return undefined;
  }

  /** Why a link may not be followed. */
  refusesLink(link: Element): ActionOutcome | undefined {
    const address = link.getAttribute('href') ?? link.getAttributeNS(xlink, 'href') ?? '';
    const base = link.ownerDocument.querySelector<HTMLBaseElement>('base[target]');
    const target = link.getAttribute('target') || base?.target || '_self';
    if (!/^_(?:self|top|parent)$/i.test(target) || link.hasAttribute('download')) return 'Blocked';
    return this.refusesAddress(address, link.baseURI);
  }

  /** Why an address may not be gone to. */
  refusesAddress(address: string, base: string = document.baseURI): ActionOutcome | undefined {
    let url: URL;
    try {
      url = new URL(address, base);
    } catch {
      return 'OutsideOrigins';
    }
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return 'Blocked';
    return this.allows(url) ? undefined : 'OutsideOrigins';
  }

  /** Whether an address lies within the tenant's origins. */
  allows({ origin, protocol, hostname }: URL): boolean {
    if (origin === location.origin) return true;
    return this.#rules.Origins.some(
      (allowed) => allowed === origin || allowed === `${protocol}//${hostname}:*`,
    );
  }

  #refusesField(field: Element): ActionOutcome | undefined {
    if (this.#ground.accepts(field)) return undefined;
    return this.#ground.hides(field) ? 'Masked' : 'NotAccepted';
  }
}

/** A selector that cannot be read would block less than it means to: it blocks all. */
function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return true;
  }
}

/** A field, but for what is a button by another name. */
export const isInput = (element: Element): boolean =>
  isField(element) && !/^(?:button|submit|reset|image)$/.test((element as HTMLInputElement).type ?? '');

function isSecret(element: Element): boolean {
  if (!isField(element)) return false;
  return (
    secretType.test((element as HTMLInputElement).type ?? '') ||
    secret.test(element.getAttribute('autocomplete') ?? '')
  );
}

const typeOf = (element: Element): string =>
  /^(?:button|input)$/.test(element.localName) ? (element as HTMLButtonElement).type : '';

const isSubmit = (element: Element): boolean =>
  /^(?:submit|image)$/.test(typeOf(element)) && (element as HTMLButtonElement).form !== null;

const isReset = (element: Element): boolean => typeOf(element) === 'reset';

export const isLink = (element: Element): boolean =>
  /^(?:a|area)$/.test(element.localName) &&
  (element.hasAttribute('href') || element.hasAttributeNS(xlink, 'href'));
