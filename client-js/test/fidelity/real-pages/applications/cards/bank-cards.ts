import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';

interface Card {
  readonly id: number;
  readonly name: string;
  readonly number: string;
  readonly hue: number;
  locked: boolean;
}

const night = new CSSStyleSheet();
night.replaceSync(':host{background:#1b1b28;color:#eee}button{background:#333;color:#eee}');

export class BankCards extends LitElement {
  static override properties = { cards: { state: true }, limits: { state: true } };
  static override styles = css`
    :host { display: block; min-height: 100vh; padding: 2rem; box-sizing: border-box; }
    section { display: flex; flex-wrap: wrap; gap: 2rem; }
    bank-card::part(face) { box-shadow: 0 8px 20px #0005; }
    form { margin-block: 1rem; display: grid; gap: .5rem; }
  `;
  declare cards: Card[];
  declare limits: boolean;

  constructor() {
    super();
    this.limits = false;
    this.cards = [
      { id: 1, name: 'Ana Petrova', number: '5105 1051 0510 5100', hue: 200, locked: false },
      { id: 2, name: 'Ana Petrova, travel', number: '4111 1111 1111 1111', hue: 330, locked: true },
      { id: 3, name: 'Household', number: '3782 8224 6310 005', hue: 90, locked: false },
    ];
  }

  #night(): void {
    const root = this.shadowRoot!;
    const dark = root.adoptedStyleSheets.includes(night);
    root.adoptedStyleSheets = dark
      ? root.adoptedStyleSheets.filter((sheet) => sheet !== night)
      : [...root.adoptedStyleSheets, night];
  }

  override render() {
    return html`
      <h1>${unsafeSVG('<svg width="24" height="24" viewBox="0 0 24 24"><rect x="2" y="5" width="20" height="14" rx="2" fill="none" stroke="currentColor" stroke-width="2"/><path d="M2 10h20" stroke="currentColor" stroke-width="3"/></svg>')} Cards</h1>
      <button @click=${this.#night}>Night</button>
      <button @click=${() => {
        this.cards = [...this.cards].reverse();
      }}>Other order</button>
      <button @click=${() => {
        this.limits = !this.limits;
      }}>Limits</button>
      ${this.limits ? html`<form>${this.cards.map((card) => html`<label>${card.name} <limit-slider name=${card.id} .value=${card.id * 900}></limit-slider></label>`)}</form>` : null}
      <section>${repeat(
        this.cards,
        ({ id }) => id,
        (card) => html`
        <bank-card .number=${card.number} .hue=${card.hue} ?locked=${card.locked}>
          <span slot="name">${card.name}</span>
          <button @click=${() => {
            card.locked = !card.locked;
            this.requestUpdate();
          }}>${card.locked ? 'Unlock' : 'Lock'}</button>
        </bank-card>`,
      )}</section>`;
  }
}
