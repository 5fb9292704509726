// The demonstration's stand-in for a bank's servers: it answers after a moment, refuses for reasons, and keeps what
// it is told in this browser. No other module knows where answers come from.
import { accountsOf, customers, dailyLimit, letters, newPayeeLimit, payees } from './bank-data.js';

// Shared by all tabs, as a bank's cookie is: they are signed in and out together.
const signedInKey = 'alderquay.customer';
const settingsKey = 'alderquay.settings';

/** @typedef {{ ok: true } | { ok: false, reason: string, title: string, text: string }} Answer */

const moment = () => new Promise((resolve) => setTimeout(resolve, 350));
const digits = (text) => text.replace(/\D/g, '');

/** @returns {Promise<Answer>} */
export async function signIn(number, password) {
  await moment();
  const customer = customers.find((candidate) => digits(candidate.number) === digits(number));
  if (!customer || password.length === 0)
    return {
      ok: false,
      reason: 'unknown-credentials',
      title: 'That did not fit',
      text: 'Customer number and password do not match.',
    };
  localStorage.setItem(signedInKey, customer.number);
  return { ok: true };
}

export function signOut() {
  localStorage.removeItem(signedInKey);
}

/** The customer who is signed in, with accounts; null where nobody is. */
export function currentCustomer() {
  const number = localStorage.getItem(signedInKey);
  const customer = customers.find((candidate) => candidate.number === number);
  return customer ? { ...customer, accounts: accountsOf(customer) } : null;
}

export function demoCustomers() {
  return customers.map(({ name, number }) => ({ name, number }));
}

export function knownPayees() {
  return payees;
}

/**
 * Sends money, or says why not: new payees are over the limit for new payees, whatever the amount.
 * @param {{ iban: string, amount: number }} transfer amount in cents
 * @returns {Promise<Answer>}
 */
export async function sendTransfer(transfer) {
  await moment();
  const known = payees.some((payee) => payee.iban === transfer.iban);
  if (!known && transfer.amount > newPayeeLimit)
    return {
      ok: false,
      reason: 'daily-limit',
      title: 'Over your daily limit for new payees',
      text: 'Nothing was sent. You have not paid this account before, and your limit for new payees is 0.00 EUR. Your adviser can raise it with you.',
    };
  if (transfer.amount > dailyLimit)
    return {
      ok: false,
      reason: 'daily-limit',
      title: 'Over your daily limit',
      text: 'Nothing was sent. Send less today, or ask your adviser to raise the limit.',
    };
  return { ok: true };
}

export async function mailbox() {
  await moment();
  return letters;
}

export function readSettings() {
  return JSON.parse(localStorage.getItem(settingsKey) ?? '{}');
}

export function writeSettings(settings) {
  localStorage.setItem(settingsKey, JSON.stringify({ ...readSettings(), ...settings }));
}
