// Runs in the iframe of the messages page.
import { today } from './bank-data.js';
import { currentCustomer, mailbox } from './demo-backend.js';
import { byId, element } from './dom.js';
import { dayMonth } from './format.js';
import { applyAppearance } from './shell.js';

applyAppearance();
if (currentCustomer()) open(await mailbox());

function open(letters) {
  const buttons = letters.map((letter) =>
    element(
      'button',
      { type: 'button', class: letter.unread ? 'unread' : '', onclick: () => read(letter) },
      element('strong', {}, letter.from),
      element('span', {}, letter.subject),
      element('span', { class: 'hint' }, dayMonth(letter.date)),
    ),
  );
  byId('list').replaceChildren(...buttons.map((button) => element('li', {}, button)));
  byId('reply').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = byId('text').value.trim();
    if (!text) return;
    byId('reader').append(
      element(
        'div',
        { class: 'own' },
        element('p', { class: 'hint' }, `You, ${dayMonth(today)}`),
        element('p', {}, text),
      ),
    );
    byId('reply').reset();
    byId('reader').lastElementChild.scrollIntoView({ block: 'nearest' });
  });
  byId('send').disabled = false;
  read(letters[0]);

  function read(letter) {
    for (const [index, button] of buttons.entries()) {
      if (letters[index] === letter) {
        button.setAttribute('aria-current', 'true');
        button.classList.remove('unread');
      } else button.removeAttribute('aria-current');
    }
    byId('reader').replaceChildren(
      element('h1', {}, letter.subject),
      element('p', { class: 'hint' }, `${letter.from} · ${dayMonth(letter.date)}`),
      ...letter.text.map((paragraph) => element('p', {}, paragraph)),
    );
  }
}
