import { card } from './bank-data.js';
import { readSettings, writeSettings } from './demo-backend.js';
import { byId } from './dom.js';
import { euros } from './format.js';
import { applyAppearance, openPage } from './shell.js';

const customer = openPage();
const form = byId('settings');
const dialog = byId('limit-dialog');
const range = byId('limit-range');

byId('born').textContent = customer.born;
byId('tax').textContent = customer.tax;
byId('settings-card').textContent = card.number;
fill({
  email: `${customer.name.toLowerCase().replace(' ', '.')}@example.org`,
  phone: '+49 40 5550 2300',
  ...readSettings(),
});

form.addEventListener('change', () => {
  byId('saved').textContent = '';
  applyAppearance(form.elements.appearance.value);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const boxes = [...form.querySelectorAll('[type="checkbox"]')].map((box) => [box.name, box.checked]);
  writeSettings({ ...Object.fromEntries(new FormData(form)), ...Object.fromEntries(boxes) });
  byId('saved').textContent = 'Saved';
});

byId('limit-open').addEventListener('click', () => {
  range.value = String(limit());
  showRange();
  dialog.returnValue = '';
  dialog.showModal();
});
range.addEventListener('input', showRange);
dialog.addEventListener('close', () => {
  if (dialog.returnValue !== 'set') return;
  writeSettings({ cardLimit: range.valueAsNumber });
  showLimit();
});
byId('lock').addEventListener('click', () => {
  writeSettings({ locked: !readSettings().locked });
  showLock();
});
showLimit();
showLock();

function fill(settings) {
  for (const [name, value] of Object.entries(settings)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = Boolean(value);
    else if (field) field.value = value;
  }
}

function limit() {
  return readSettings().cardLimit ?? card.limit / 100;
}

function showLimit() {
  byId('card-limit').textContent = euros(limit());
}

function showRange() {
  byId('limit-out').textContent = euros(range.valueAsNumber);
}

function showLock() {
  const locked = Boolean(readSettings().locked);
  byId('lock').setAttribute('aria-pressed', String(locked));
  byId('lock').textContent = locked ? 'Unlock the card' : 'Lock the card';
}
