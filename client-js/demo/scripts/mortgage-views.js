import { element } from './dom.js';
import { euros } from './format.js';
import { borrowed, instalment, schedule } from './loan.js';

const svg = (name, attributes, ...children) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
};

/** What is borrowed, what it costs, and how the debt falls. */
export function overview(terms) {
  const years = schedule(terms);
  const interest = years.reduce((sum, year) => sum + year.interest, 0);
  const line = (term, value, className = '') =>
    element('div', {}, element('dt', { class: className }, term), element('dd', { class: 'money' }, value));
  const canvas = element('canvas', { class: 'debt', role: 'img', 'aria-label': 'The debt, year by year' });
  requestAnimationFrame(() => paintDebt(canvas, [borrowed(terms), ...years.map((year) => year.debt)]));
  return [
    element(
      'div',
      { class: 'overview' },
      donut(borrowed(terms), interest),
      element(
        'dl',
        { class: 'lines' },
        line('Borrowed', euros(borrowed(terms)), 'key'),
        line('Interest', euros(interest), 'key interest'),
        line('Your own money', euros((terms.price * terms.deposit) / 100)),
        line('Free of debt in', String(2026 + years.length)),
      ),
    ),
    canvas,
  ];
}

function donut(loan, interest) {
  const around = 2 * Math.PI * 42;
  const share = loan / (loan + interest || 1);
  const ring = (name, length, offset) =>
    svg('circle', {
      class: name,
      cx: 60,
      cy: 60,
      r: 42,
      'stroke-dasharray': `${length} ${around}`,
      'stroke-dashoffset': -offset,
      transform: 'rotate(-90 60 60)',
    });
  const total = svg('text', { x: 60, y: 62 }, euros(loan + interest).replace(' EUR', ''));
  return svg(
    'svg',
    { class: 'donut', viewBox: '0 0 120 120', role: 'img', 'aria-label': 'Loan and interest' },
    ring('loan', around * share, 0),
    ring('interest', around * (1 - share), around * share),
    total,
    svg('text', { class: 'small', x: 60, y: 74 }, 'EUR paid in all'),
  );
}

function paintDebt(canvas, debts) {
  const pen = canvas.getContext('2d');
  if (!pen || !canvas.isConnected) return;
  const ratio = devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const slot = width / debts.length;
  const highest = debts[0] || 1;
  pen.font = `12px ${style.fontFamily}`;
  debts.forEach((debt, year) => {
    const tall = Math.max(2, (debt / highest) * (height - 26));
    pen.fillStyle = style.getPropertyValue('--brand').trim();
    pen.globalAlpha = 0.35 + 0.65 * (1 - year / debts.length);
    pen.fillRect(year * slot + slot * 0.14, height - 20 - tall, slot * 0.72, tall);
    pen.globalAlpha = 1;
    pen.fillStyle = style.getPropertyValue('--muted').trim();
    const x = year * slot + slot * 0.14;
    if (year % 5 === 0 && x + 30 < width) pen.fillText(String(2026 + year), x, height - 5);
  });
}

/** The schedule as a table; each year can be linked to. */
export function yearByYear(terms) {
  return [
    table(
      ['Year', 'Interest', 'Paid back', 'Debt left'],
      schedule(terms).map((year) => ({
        id: `year-${year.year}`,
        cells: [String(2026 + year.year), euros(year.interest), euros(year.paid), euros(year.debt)],
      })),
    ),
  ];
}

/** The instalment at rates around the chosen one. */
export function compareRates(terms) {
  const rates = [-1, -0.5, -0.25, 0, 0.25, 0.5, 1]
    .map((shift) => terms.rate + shift)
    .filter((rate) => rate > 0);
  return [
    table(
      ['Rate', 'Each month', 'Interest in all', 'Difference a month'],
      rates.map((rate) => {
        const other = { ...terms, rate };
        const interest = schedule(other).reduce((sum, year) => sum + year.interest, 0);
        const difference = instalment(other) - instalment(terms);
        const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
        return {
          id: `rate-${rate.toFixed(2)}`,
          className: rate === terms.rate ? 'mine' : '',
          cells: [
            `${rate.toFixed(2)} %`,
            euros(instalment(other)),
            euros(interest),
            sign + euros(Math.abs(difference)),
          ],
        };
      }),
    ),
  ];
}

function table(headings, rows) {
  return element(
    'div',
    { class: 'table-frame', role: 'region', 'aria-label': 'Year by year', tabindex: '0' },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...headings.map((text, index) => element('th', { class: index ? 'number' : '' }, text)),
        ),
      ),
      element(
        'tbody',
        {},
        ...rows.map(({ id, cells, className = '' }) =>
          element(
            'tr',
            { id, class: className },
            ...cells.map((text, index) => element('td', { class: index ? 'number' : '' }, text)),
          ),
        ),
      ),
    ),
  );
}
