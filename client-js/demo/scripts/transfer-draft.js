import { isIban } from './iban-field.js';

/**
 * What the form says, amount in cents (NaN where it is none).
 * @param {HTMLFormElement} form
 */
export function readDraft(form) {
  const fields = Object.fromEntries(new FormData(form));
  const typed = fields.amount
    .trim()
    .replace(/[\s']/g, '')
    .replace(/,(?=\d{1,2}$)/, '.')
    .replaceAll(',', '');
  return {
    account: fields.from,
    payee: fields.payee.trim(),
    iban: fields.iban ?? '',
    amount: /^\d+(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : Number.NaN,
    when: fields.when,
    purpose: fields.purpose.trim(),
  };
}

/**
 * What is wrong with a draft, by field.
 * @returns {Record<string, string>}
 */
export function findProblems(draft, customer) {
  const problems = {};
  const account = customer.accounts.find((candidate) => candidate.id === draft.account);
  if (!draft.payee) problems.payee = 'Who gets the money?';
  if (!isIban(draft.iban)) problems.iban = 'This IBAN is not complete, or has a digit wrong.';
  if (!(draft.amount > 0)) problems.amount = 'Enter an amount such as 49.90.';
  else if (account && draft.amount > account.balance)
    problems.amount = 'That is more than there is on the account.';
  return problems;
}
