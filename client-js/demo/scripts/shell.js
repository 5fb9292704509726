// What every page behind the door shares: who is signed in, signing out, the chosen appearance.
import { currentCustomer, readSettings, signOut } from './demo-backend.js';
import { initials } from './format.js';
import { tellWhoIsSignedIn } from './identity.js';

/** Applies the chosen appearance; without a choice the device decides. */
export function applyAppearance(choice = readSettings().appearance) {
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.appearance = choice;
  else delete document.documentElement.dataset.appearance;
}

/** The signed-in customer. Who is not signed in is sent to the door, and the page's script ends here. */
export function openPage() {
  applyAppearance();
  const customer = currentCustomer();
  tellWhoIsSignedIn(customer?.number ?? null);
  if (!customer) {
    location.replace('/index.html');
    throw new Error('Nobody is signed in.');
  }
  // On a narrow screen the pages' names scroll sideways.
  document.querySelector('.top nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  const shown = { name: customer.name, initials: initials(customer.name) };
  for (const place of document.querySelectorAll('[data-customer]'))
    place.textContent = shown[place.getAttribute('data-customer')] ?? '';
  document.querySelector('[data-sign-out]')?.addEventListener('click', () => {
    signOut();
    location.assign('/index.html');
  });
  return customer;
}
