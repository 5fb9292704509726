import { byId, element } from './dom.js';
import { fullDate, grouped, money, signedMoney } from './format.js';
import { openPage } from './shell.js';
import { balanceChart } from './statement-chart.js';

const customer = openPage();
const filter = byId('filter');
const chart = balanceChart(byId('chart'), (booking) => {
  byId('chart-reading').textContent = booking
    ? `${fullDate(booking.date)}: ${money(booking.balance)}`
    : 'Point at the chart to read a day.';
});

for (const account of customer.accounts)
  byId('account').append(element('option', { value: account.id }, account.name));
const asked = new URLSearchParams(location.search).get('account');
if (customer.accounts.some((account) => account.id === asked)) byId('account').value = asked;

showAccount();
filter.addEventListener('submit', (event) => event.preventDefault());
filter.addEventListener('input', (event) => {
  if (event.target === byId('account')) showAccount();
  else showRows();
});

function chosen() {
  return customer.accounts.find((account) => account.id === byId('account').value);
}

function showAccount() {
  const account = chosen();
  byId('statement-account').replaceChildren(
    `${account.name} · `,
    element('span', { 'data-cobrowse-mask': '' }, grouped(account.iban)),
  );
  byId('statement-balance').textContent = money(account.balance);
  const categories = [...new Set(account.bookings.map((booking) => booking.category))].sort();
  byId('category').replaceChildren(
    element('option', { value: '' }, 'All categories'),
    ...categories.map((category) => element('option', {}, category)),
  );
  chart.show(account.bookings);
  showRows();
}

function showRows() {
  const { search, category, direction } = Object.fromEntries(new FormData(filter));
  const words = search.trim().toLowerCase();
  const shown = chosen().bookings.filter(
    (booking) =>
      (!category || booking.category === category) &&
      (!direction || (direction === 'in') === booking.amount > 0) &&
      `${booking.name} ${booking.purpose} ${money(booking.amount)}`.toLowerCase().includes(words),
  );
  byId('rows').replaceChildren(...shown.map((booking, index) => row(booking, shown[index - 1])));
  byId('count').textContent = shown.length === 1 ? '1 booking' : `${shown.length} bookings`;
  byId('sum').textContent = signedMoney(shown.reduce((sum, booking) => sum + booking.amount, 0));
}

function row(booking, above) {
  const sameDay = above?.date.getTime() === booking.date.getTime();
  return element(
    'tr',
    { class: sameDay ? '' : 'day-start' },
    element('td', {}, sameDay ? '' : fullDate(booking.date)),
    element('td', {}, booking.name, element('span', { class: 'purpose' }, booking.purpose)),
    element('td', {}, element('span', { class: 'tag' }, booking.category)),
    element('td', { class: booking.amount > 0 ? 'number good' : 'number' }, signedMoney(booking.amount)),
    element('td', { class: 'number' }, money(booking.balance)),
  );
}
