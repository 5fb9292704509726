import './balance-spark.js';
import { card, today, upcoming } from './bank-data.js';
import { byId, element } from './dom.js';
import { dayMonth, grouped, initials, money, signedMoney } from './format.js';
import { openPage } from './shell.js';

const customer = openPage();

byId('greeting').textContent = `Good morning, ${customer.name.split(' ')[0]}`;
byId('total').textContent = money(customer.accounts.reduce((sum, account) => sum + account.balance, 0));
byId('card-number').textContent = card.number;
byId('card-holder').textContent = customer.name.toUpperCase();
byId('accounts').append(...customer.accounts.map(accountCard));
byId('recent').append(...customer.accounts[0].bookings.slice(0, 8).map(activity));
byId('upcoming').append(...upcoming.map(planned));
showSpending(customer.accounts[0].bookings);

function accountCard(account) {
  const item = element(
    'li',
    { class: 'account' },
    element('h3', {}, element('a', { href: `/statement.html?account=${account.id}` }, account.name)),
    element('p', { class: 'iban', 'data-cobrowse-mask': '' }, grouped(account.iban)),
    element('p', { class: 'money' }, money(account.balance)),
    element('balance-spark', { values: monthEnds(account.bookings).join(',') }),
  );
  item.style.setProperty('--account-colour', `color-mix(in oklab, ${account.colour} 72%, var(--brand))`);
  return item;
}

/** Some twenty balances, oldest first. */
function monthEnds(bookings) {
  const step = Math.max(1, Math.floor(bookings.length / 20));
  return bookings
    .filter((_, index) => index % step === 0)
    .map((booking) => booking.balance)
    .reverse();
}

function activity(booking) {
  return element(
    'li',
    {},
    element('span', { class: 'badge', 'aria-hidden': 'true' }, initials(booking.name)),
    element(
      'div',
      {},
      element('p', {}, booking.name),
      element('p', { class: 'hint' }, `${dayMonth(booking.date)} · ${booking.category}`),
    ),
    element('span', { class: booking.amount > 0 ? 'money good' : 'money' }, signedMoney(booking.amount)),
  );
}

function planned(item) {
  return element(
    'li',
    {},
    element('div', {}, element('p', {}, item.name), element('p', { class: 'hint' }, dayMonth(item.date))),
    element('span', { class: item.amount > 0 ? 'money good' : 'money' }, signedMoney(item.amount)),
  );
}

function showSpending(bookings) {
  const sums = new Map();
  for (const booking of bookings) {
    const thisMonth =
      booking.date.getFullYear() === today.getFullYear() && booking.date.getMonth() === today.getMonth();
    if (thisMonth && booking.amount < 0)
      sums.set(booking.category, (sums.get(booking.category) ?? 0) - booking.amount);
  }
  const ordered = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const most = ordered[0]?.[1] ?? 1;
  byId('spending').append(
    ...ordered.map(([category, sum]) =>
      element(
        'div',
        {},
        element('dt', {}, category),
        element('dd', { class: 'money' }, money(sum)),
        element('dd', {}, element('meter', { min: 0, max: most, value: sum, 'aria-label': category })),
      ),
    ),
  );
}
