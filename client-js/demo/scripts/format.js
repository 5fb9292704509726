const amounts = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' });

/** Cents as money: −1,234.50 EUR, with a true minus. */
export const money = (cents) => `${cents < 0 ? '−' : ''}${amounts.format(Math.abs(cents) / 100)} EUR`;

/** As money, with a plus where it arrives. */
export const signedMoney = (cents) => (cents > 0 ? `+${money(cents)}` : money(cents));

/** Euros without cents. */
export const euros = (value) => `${whole.format(value)} EUR`;

export const dayMonth = (date) => shortDay.format(date);
export const fullDate = (date) => longDay.format(date);

/** An IBAN in groups of four. */
export const grouped = (iban) => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

export const initials = (name) =>
  name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
