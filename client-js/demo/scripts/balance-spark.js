const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; }
  svg { display: block; width: 100%; height: 100%; overflow: visible; }
  path { fill: none; stroke: var(--account-colour, currentColor); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; stroke-linecap: round; }
  .area { fill: var(--account-colour, currentColor); fill-opacity: .12; stroke: none; }
`);

const svg = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);

/** `<balance-spark values="1,2,3">`: how a balance went, as a line without axes. */
export class BalanceSpark extends HTMLElement {
  static observedAttributes = ['values'];

  #area = svg('path');
  #line = svg('path');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const picture = svg('svg');
    picture.setAttribute('viewBox', '0 0 100 40');
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.setAttribute('aria-hidden', 'true');
    this.#area.setAttribute('class', 'area');
    picture.append(this.#area, this.#line);
    root.append(picture);
  }

  attributeChangedCallback() {
    const values = (this.getAttribute('values') ?? '').split(',').map(Number);
    if (values.length < 2 || values.some(Number.isNaN)) return;
    const low = Math.min(...values);
    const span = Math.max(...values) - low || 1;
    const points = values.map((value, index) => {
      const x = (index / (values.length - 1)) * 100;
      return `${x.toFixed(1)} ${(37 - ((value - low) / span) * 34).toFixed(1)}`;
    });
    this.#line.setAttribute('d', `M${points.join('L')}`);
    this.#area.setAttribute('d', `M${points.join('L')}L100 40L0 40Z`);
  }
}

customElements.define('balance-spark', BalanceSpark);
