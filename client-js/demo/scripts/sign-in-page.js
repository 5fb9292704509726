import { currentCustomer, demoCustomers, signIn } from './demo-backend.js';
import { byId, element } from './dom.js';
import { tellWhoIsSignedIn } from './identity.js';
import { applyAppearance } from './shell.js';

const rememberedKey = 'alderquay.remembered';

applyAppearance();
tellWhoIsSignedIn(currentCustomer()?.number ?? null);
const form = byId('sign-in');
const number = byId('number');
const password = byId('password');
const problem = byId('sign-in-problem');
number.value = localStorage.getItem(rememberedKey) ?? '';

byId('demo-customers').append(
  ...demoCustomers().map((customer) =>
    element(
      'button',
      {
        type: 'button',
        onclick: () => {
          number.value = customer.number;
          password.focus();
        },
      },
      `${customer.name} · ${customer.number}`,
    ),
  ),
);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('[type="submit"]');
  button.disabled = true;
  problem.hidden = true;
  const answer = await signIn(number.value, password.value);
  button.disabled = false;
  if (answer.ok) {
    if (form.elements.remember.checked) localStorage.setItem(rememberedKey, number.value);
    else localStorage.removeItem(rememberedKey);
    location.assign('/accounts.html');
    return;
  }
  problem.textContent = `${answer.title}. ${answer.text}`;
  problem.hidden = false;
  number.setAttribute('aria-invalid', 'true');
  number.focus();
});
