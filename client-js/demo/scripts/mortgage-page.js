// The single-page area: the view and the terms live in the address, and no page is loaded when they change.
import { byId } from './dom.js';
import { euros } from './format.js';
import { instalment } from './loan.js';
import { compareRates, overview, yearByYear } from './mortgage-views.js';
import { openPage } from './shell.js';

const views = { overview, schedule: yearByYear, compare: compareRates };
const numbers = ['price', 'deposit', 'rate', 'years'];
const labels = {
  price: (value) => euros(value),
  deposit: (value) => `${value} %`,
  rate: (value) => `${value.toFixed(2)} %`,
  years: (value) => (value === 1 ? '1 year' : `${value} years`),
};

openPage();
const form = byId('terms');
route();

form.addEventListener('input', () => {
  history.replaceState(null, '', address(currentView()));
  render();
});
form.addEventListener('submit', (event) => event.preventDefault());
byId('views').addEventListener('click', (event) => {
  const link = event.target.closest('a[data-view]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', address(link.dataset.view));
  render();
});
addEventListener('popstate', route);

function currentView() {
  const asked = new URLSearchParams(location.search).get('view');
  return asked && Object.hasOwn(views, asked) ? asked : 'overview';
}

function terms() {
  const fields = form.elements;
  const values = Object.fromEntries(numbers.map((name) => [name, fields[name].valueAsNumber]));
  return { ...values, extra: fields.extra.checked };
}

function address(view) {
  const { extra, ...values } = terms();
  return `?${new URLSearchParams({ view, ...values, ...(extra ? { extra: '1' } : {}) })}`;
}

/** Takes view and terms from the address, as after a reload or the back button. */
function route() {
  const query = new URLSearchParams(location.search);
  for (const name of numbers) if (query.has(name)) form.elements[name].value = query.get(name);
  form.elements.extra.checked = query.has('extra');
  render();
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' });
}

function render() {
  const now = terms();
  for (const name of numbers) byId(`${name}-out`).textContent = labels[name](now[name]);
  byId('instalment').textContent = euros(instalment(now));
  for (const link of byId('views').children) {
    if (link.dataset.view === currentView()) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  byId('view').replaceChildren(...views[currentView()](now));
}
