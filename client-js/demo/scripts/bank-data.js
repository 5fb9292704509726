// Everything that the demonstration bank knows. Amounts are cents. Nothing here comes from anywhere else, and it is
// the same on every visit: the bank's day is fixed.
import { seeded } from './random.js';

/** The bank's day. */
export const today = new Date(2026, 5, 12);

/** The most that may go to new payees in a day, in cents. */
export const newPayeeLimit = 0;

/** The most that may be sent in a day, in cents. */
export const dailyLimit = 250_000;

export const customers = [
  { number: '4711 2300', name: 'Mara Lindqvist', born: '14 March 1987', tax: '61 284 733 905', seed: 11 },
  { number: '4711 8142', name: 'Jonas Okafor', born: '2 November 1979', tax: '48 190 522 318', seed: 29 },
  { number: '4711 5567', name: 'Priya Raman', born: '30 July 1994', tax: '70 415 096 642', seed: 53 },
];

export const payees = [
  { name: 'Edda Brandt', iban: 'DE02120300000000202051', note: 'Rent' },
  { name: 'Stadtwerke Nord', iban: 'DE02500105170137075030', note: 'Power and water' },
  { name: 'Tom Lindqvist', iban: 'DE02100500000054540402', note: 'Family' },
  { name: 'Bicycle workshop Speiche', iban: 'DE02300209000106531065', note: 'Repairs' },
];

/** Where money comes and goes: name, purpose, category, lowest and highest amount, weight. */
const habits = [
  ['Kornblume Bakery', 'Card payment', 'Groceries', -1290, -290, 9],
  ['Fresh Market Quay', 'Card payment', 'Groceries', -9480, -1240, 14],
  ['City Transit', 'Single ticket', 'Travel', -890, -320, 8],
  ['Northern Rail', 'Ticket', 'Travel', -12900, -1990, 3],
  ['Café Lotse', 'Card payment', 'Eating out', -2860, -460, 9],
  ['Trattoria Vela', 'Card payment', 'Eating out', -8140, -2450, 4],
  ['Pharmacy on the Square', 'Card payment', 'Health', -5430, -640, 3],
  ['Paper & Ink Books', 'Order', 'Leisure', -6890, -990, 3],
  ['Lantern Cinema', 'Two tickets', 'Leisure', -2980, -1290, 2],
  ['Hearth & Home', 'Card payment', 'Household', -24900, -1480, 3],
  ['Cloudline Mobile', 'Direct debit, contract 88214', 'Household', -2499, -2499, 1],
  ['Cash machine Harbour Row', 'Withdrawal', 'Cash', -20000, -5000, 3],
  ['Tom Lindqvist', 'Shared dinner, thank you', 'Income', 1250, 4800, 2],
];

/** What comes each month on its day. */
const monthly = [
  [1, 'Edda Brandt', 'Rent, flat 12', 'Household', -118_000],
  [3, 'Stadtwerke Nord', 'Instalment power and water', 'Household', -14_650],
  [5, 'Harbour Gym', 'Membership', 'Health', -3_990],
  [15, 'Cloudline Fibre', 'Internet', 'Household', -3_995],
  [27, 'Mare Instruments GmbH', 'Salary', 'Income', 341_280],
];

/** @typedef {{ date: Date, name: string, purpose: string, category: string, amount: number, balance: number }} Booking */

/**
 * The accounts of a customer with their bookings, newest first.
 * @param {{ name: string, seed: number }} customer
 */
export function accountsOf(customer) {
  const { seed } = customer;
  return [
    account(
      'everyday',
      'Everyday account',
      'DE89370400440532013000',
      everydayBookings(seed),
      '#0e4a4f',
      482_455,
    ),
    account(
      'rainy-day',
      'Rainy-day savings',
      'DE44500105175407324931',
      savings(seed + 1, 25_000),
      '#b4632a',
      1_214_000,
    ),
    account('home', 'For a home', 'DE75512108001245126199', savings(seed + 2, 60_000), '#5d7f4e', 3_460_000),
    account('credit', 'Credit card', 'DE12500105170648489890', cardBookings(seed + 3), '#6b4d7a', -82_540),
  ];
}

function account(id, name, iban, bookings, colour, opening) {
  let balance = opening;
  for (const booking of bookings) {
    balance += booking.amount;
    booking.balance = balance;
  }
  return { id, name, iban, colour, balance, bookings: bookings.reverse() };
}

/** @returns {Booking[]} oldest first, fourteen months of daily life */
function everydayBookings(seed) {
  const chance = seeded(seed);
  const bookings = [];
  for (let day = new Date(2025, 3, 1); day <= today; day = nextDay(day)) {
    for (const [on, name, purpose, category, amount] of monthly)
      if (day.getDate() === on) bookings.push(booking(day, name, purpose, category, amount));
    for (let left = Math.floor(chance() * 2.6); left > 0; left--) bookings.push(habitual(day, chance));
  }
  return bookings;
}

function cardBookings(seed) {
  const chance = seeded(seed);
  const bookings = [];
  for (let day = new Date(2026, 0, 2); day <= today; day = nextDay(day)) {
    if (chance() < 0.3) bookings.push(habitual(day, chance));
    if (day.getDate() === 28) bookings.push(booking(day, 'Alderquay', 'Card settlement', 'Income', 42_000));
  }
  return bookings;
}

function savings(seed, instalment) {
  const chance = seeded(seed);
  const bookings = [];
  for (let month = 0; month < 14; month++) {
    const day = new Date(2025, 4 + month, 2);
    if (day > today) break;
    bookings.push(booking(day, 'Standing order', 'Put aside', 'Savings', instalment));
    if (month % 3 === 2)
      bookings.push(booking(day, 'Alderquay', 'Interest', 'Income', 1_900 + Math.floor(chance() * 4_000)));
  }
  return bookings;
}

function habitual(day, chance) {
  const total = habits.reduce((sum, habit) => sum + habit[5], 0);
  let pick = chance() * total;
  const drawn = habits.find((habit) => {
    pick -= habit[5];
    return pick < 0;
  });
  const [name, purpose, category, low, high] = drawn ?? habits[0];
  return booking(day, name, purpose, category, Math.round(low + chance() * (high - low)));
}

function booking(date, name, purpose, category, amount) {
  return { date, name, purpose, category, amount, balance: 0 };
}

function nextDay(day) {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
}

export const upcoming = [
  { date: new Date(2026, 5, 15), name: 'Cloudline Fibre', amount: -3_995 },
  { date: new Date(2026, 5, 27), name: 'Mare Instruments GmbH', amount: 341_280 },
  { date: new Date(2026, 6, 1), name: 'Edda Brandt', amount: -118_000 },
];

export const card = { number: '5168 4302 7719 0264', limit: 150_000 };

export const letters = [
  {
    from: 'Noor Haddad',
    subject: 'Your question about a fixed rate',
    date: new Date(2026, 5, 11),
    unread: true,
    text: [
      'Good morning,',
      'thank you for the conversation on Tuesday. With a deposit of a fifth we could fix the rate at 3.45 per cent for fifteen years; the calculator under “Mortgage” shows what that means a month.',
      'Shall we go through the papers together? I am at the quay on Thursday afternoon, or we look at them here on the screen.',
      'Noor Haddad',
    ],
  },
  {
    from: 'Alderquay',
    subject: 'Payments to new payees',
    date: new Date(2026, 5, 8),
    unread: false,
    text: [
      'For your protection, payments to payees you have never paid before need a raised daily limit.',
      'If a transfer is refused, your adviser can raise the limit with you in a minute.',
    ],
  },
  {
    from: 'Alderquay',
    subject: 'Your statement for May is ready',
    date: new Date(2026, 5, 1),
    unread: false,
    text: ['Your statement for May 2026 lies in your mailbox. It stays there for ten years.'],
  },
];
