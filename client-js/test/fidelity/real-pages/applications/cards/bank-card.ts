import { css, html, LitElement } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';

/** A payment card that can be turned over; name and actions come from outside. */
export class BankCard extends LitElement {
  static override properties = {
    number: {},
    hue: { type: Number },
    locked: { type: Boolean, reflect: true },
    turned: { state: true },
  };
  static override styles = css`
    :host { display: block; perspective: 60rem; }
    :host([locked]) .face { filter: grayscale(0.9); }
    .card { position: relative; aspect-ratio: 1.586; width: 20rem; transition: transform .3s; transform-style: preserve-3d; }
    .card.turned { transform: rotateY(180deg); }
    .face { position: absolute; inset: 0; border-radius: 1rem; padding: 1.2rem; box-sizing: border-box; color: #fff; backface-visibility: hidden;
      background: radial-gradient(circle at 80% 20%, hsl(var(--hue) 70% 60%), hsl(calc(var(--hue) + 40) 60% 25%)); display: grid; align-content: space-between; }
    .back { transform: rotateY(180deg); background: #333; }
    code { font-size: 1.2rem; letter-spacing: .1em; }
    ::slotted([slot='name']) { text-transform: uppercase; font-size: .8rem; }
    ::slotted(button) { font: inherit; margin-inline-end: .3rem; }
    slot[name='none']::slotted(*) { display: none; }
  `;
  declare number: string;
  declare hue: number;
  declare locked: boolean;
  declare turned: boolean;

  override render() {
    return html`
      <div class=${classMap({ card: true, turned: Boolean(this.turned) })} style=${styleMap({ '--hue': String(this.hue) })}
        @click=${() => {
          this.turned = !this.turned;
        }}>
        <div class="face" part="face"><slot name="name">Nobody</slot><code>${this.turned ? this.number : this.number.replace(/\d(?=.{5})/g, '•')}</code></div>
        <div class="face back"><code>CVC on the plastic</code></div>
      </div>
      <p><slot></slot>${this.locked ? html`<em>locked</em>` : null}</p>`;
  }
}
