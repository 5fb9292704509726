import './iban-field.js';
import { dailyLimit, today } from './bank-data.js';
import { knownPayees, sendTransfer } from './demo-backend.js';
import { byId, element } from './dom.js';
import { dayMonth, grouped, initials, money } from './format.js';
import { report } from './report.js';
import { openPage } from './shell.js';
import { findProblems, readDraft } from './transfer-draft.js';

const customer = openPage();
const form = byId('transfer');
const steps = [...byId('steps').children];
const panels = [form, byId('review'), byId('done')];

byId('from').append(
  ...customer.accounts
    .filter((account) => account.balance > 0)
    .map((account) =>
      element('option', { value: account.id }, `${account.name} · ${money(account.balance)}`),
    ),
);
byId('limit-text').textContent = `Nothing used of ${money(dailyLimit)}`;
byId('payees').append(...knownPayees().map((payee) => element('option', { value: payee.name })));
byId('known').append(...knownPayees().map(knownPayee));

form.addEventListener('input', (event) => {
  const payee = knownPayees().find((known) => known.name === event.target.value);
  if (event.target === form.elements.payee && payee) form.elements.iban.value = payee.iban;
  if (form.dataset.tried) showProblems(findProblems(draft(), customer));
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  form.dataset.tried = 'yes';
  const problems = findProblems(draft(), customer);
  showProblems(problems);
  const first = Object.keys(problems)[0];
  if (first) form.elements[first].focus();
  else showReview();
});
byId('change').addEventListener('click', () => show(0));
byId('send').addEventListener('click', send);

function draft() {
  return readDraft(form);
}

function knownPayee(payee) {
  const choose = () => {
    form.elements.payee.value = payee.name;
    form.elements.iban.value = payee.iban;
    show(0);
    byId('amount').focus();
  };
  return element(
    'li',
    {},
    element(
      'button',
      { type: 'button', onclick: choose },
      element('span', { class: 'badge', 'aria-hidden': 'true' }, initials(payee.name)),
      element('strong', {}, payee.name),
      element('span', { class: 'hint' }, payee.note),
    ),
  );
}

function showProblems(problems) {
  for (const place of form.querySelectorAll('[data-problem]')) {
    const name = place.getAttribute('data-problem');
    place.textContent = problems[name] ?? '';
    place.hidden = !(name in problems);
    form.elements[name].setAttribute('aria-invalid', String(name in problems));
  }
}

function showReview() {
  const { account, payee, iban, amount, when, purpose } = draft();
  const days = {
    now: 'Now',
    tomorrow: dayMonth(new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1)),
    month: '1 Jul',
  };
  const line = (term, value, properties = {}) =>
    element('div', {}, element('dt', {}, term), element('dd', properties, value));
  byId('review-lines').replaceChildren(
    line('Amount', money(amount), { class: 'amount money' }),
    line('To', payee),
    line('IBAN', grouped(iban), { 'data-cobrowse-mask': '' }),
    line('From', customer.accounts.find((candidate) => candidate.id === account).name),
    line('When', days[when]),
    ...(purpose ? [line('Purpose', purpose)] : []),
  );
  byId('refusal').hidden = true;
  show(1);
  byId('review-title').focus();
}

async function send() {
  const transfer = draft();
  byId('send').disabled = true;
  byId('refusal').hidden = true;
  const answer = await sendTransfer(transfer);
  byId('send').disabled = false;
  if (!answer.ok) {
    byId('refusal-title').textContent = answer.title;
    byId('refusal-text').textContent = answer.text;
    byId('refusal').hidden = false;
    report('transfer-refused', { reason: answer.reason });
    return;
  }
  byId('done-text').textContent = `${money(transfer.amount)} to ${transfer.payee}.`;
  byId('limit').value = transfer.amount / 100;
  byId('limit-text').textContent = `${money(transfer.amount)} used of ${money(dailyLimit)}`;
  form.reset();
  delete form.dataset.tried;
  show(2);
  byId('done-title').focus();
}

function show(step) {
  for (const [index, panel] of panels.entries()) panel.hidden = index !== step;
  for (const [index, item] of steps.entries()) {
    if (index === step) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  }
}
