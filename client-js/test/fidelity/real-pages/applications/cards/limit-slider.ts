import { css, html, LitElement } from 'lit';

/** A control of forms: a limit in steps. */
export class LimitSlider extends LitElement {
  static formAssociated = true;
  static override properties = { value: { type: Number } };
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = css`
    :host { display: inline-flex; gap: 1rem; align-items: center; }
    output.high { color: #c0392b; font-weight: bold; }
    input { accent-color: #8e44ad; width: 14rem; }
    output { font-variant-numeric: tabular-nums; min-width: 5rem; }
  `;
  declare value: number;
  readonly #internals = this.attachInternals();

  override willUpdate(): void {
    this.#internals.setFormValue(String(this.value));
  }

  override render() {
    return html`<input type="range" aria-label="Limit" min="0" max="5000" step="100" .value=${String(this.value)}
      @input=${(event: Event) => {
        this.value = Number((event.target as HTMLInputElement).value);
      }}><output class=${this.value > 3000 ? 'high' : ''}>${this.value} €</output>`;
  }
}
