import { grouped } from './format.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  input { width: 100%; min-height: 2.75rem; padding: .55rem .8rem; border: 0; border-radius: 9px; background: none; color: inherit; font: inherit; letter-spacing: .04em; font-variant-numeric: tabular-nums; outline: none; box-sizing: border-box; }
  input::placeholder { opacity: .7; }
`);

/**
 * Whether the check digits of an IBAN are right (ISO 13616).
 * @param {string} iban without spaces
 */
export function isIban(iban) {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let remainder = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}

/** `<iban-field name="iban">`: takes an IBAN, shows it in groups of four, and takes part in its form. */
export class IbanField extends HTMLElement {
  static formAssociated = true;

  #internals = this.attachInternals();
  #input = document.createElement('input');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    Object.assign(this.#input, {
      autocomplete: 'off',
      spellcheck: false,
      maxLength: 42,
      placeholder: 'DE00 0000 0000 0000 0000 00',
    });
    this.#input.setAttribute('aria-label', 'IBAN');
    this.#input.addEventListener('input', () => this.#accept(this.#input.value));
    root.append(this.#input);
  }

  connectedCallback() {
    this.#accept(this.#input.value);
  }

  /** The IBAN without spaces. */
  get value() {
    return this.#input.value.replace(/\s/g, '').toUpperCase();
  }

  set value(iban) {
    this.#accept(iban);
  }

  #accept(text) {
    const shown = grouped(text.toUpperCase().replace(/[^A-Z0-9]/g, ''));
    if (shown !== this.#input.value) {
      // Typing in the middle keeps its place: as many signs stay before the caret as were there.
      const before = this.#input.value.slice(0, this.#input.selectionStart ?? 0).replace(/\s/g, '').length;
      this.#input.value = shown;
      const caret = grouped(shown.replace(/\s/g, '').slice(0, before)).length;
      if (this.matches(':focus-within')) this.#input.setSelectionRange(caret, caret);
    }
    this.#internals.setFormValue(this.value);
    if (isIban(this.value)) this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, 'This is not an IBAN.', this.#input);
  }

  checkValidity() {
    return this.#internals.checkValidity();
  }
}

customElements.define('iban-field', IbanField);
