/** @typedef {{ price: number, deposit: number, rate: number, years: number, extra: boolean }} Terms deposit and rate in per cent */

/** The sum that is borrowed. */
export const borrowed = (terms) => terms.price * (1 - terms.deposit / 100);

/** The equal instalment each month. */
export function instalment(terms) {
  const months = terms.years * 12;
  const rate = terms.rate / 1200;
  return rate === 0 ? borrowed(terms) / months : (borrowed(terms) * rate) / (1 - (1 + rate) ** -months);
}

/**
 * How the debt shrinks, year by year, until nothing is left.
 * @param {Terms} terms
 */
export function schedule(terms) {
  const each = instalment(terms);
  const years = [];
  let debt = borrowed(terms);
  for (let year = 1; debt > 0.005 && year <= terms.years; year++) {
    let interest = 0;
    let paid = 0;
    for (let month = 0; month < 12 && debt > 0.005; month++) {
      const due = (debt * terms.rate) / 1200;
      const back = Math.min(debt, each - due);
      interest += due;
      paid += back;
      debt -= back;
    }
    const extra = terms.extra ? Math.min(debt, 1000) : 0;
    debt -= extra;
    years.push({ year, interest, paid: paid + extra, debt: Math.max(0, debt) });
  }
  return years;
}
