import { BankCard } from './bank-card.ts';
import { BankCards } from './bank-cards.ts';
import { LimitSlider } from './limit-slider.ts';
import './main.css';

customElements.define('bank-card', BankCard);
customElements.define('limit-slider', LimitSlider);
customElements.define('bank-cards', BankCards);
