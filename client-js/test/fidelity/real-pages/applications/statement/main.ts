import './main.css';

const euros = new Intl.NumberFormat('en-IE', { minimumFractionDigits: 2 });
const months = document.getElementById('months')!;

/** A month of bookings as a table with its sums. */
function month(year: number, at: number): HTMLElement {
  const section = document.createElement('section');
  section.append(
    Object.assign(document.createElement('h2'), {
      textContent: new Date(Date.UTC(year, at)).toLocaleDateString('en-IE', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }),
    }),
  );
  const table = document.createElement('table');
  table.createTHead().innerHTML =
    '<tr><th scope="col">Day<th scope="col">Text<th scope="col">Debit<th scope="col">Credit</tr>';
  const body = table.createTBody();
  let sum = 0;
  for (let day = 1; day <= 28; day += (at % 3) + 1) {
    const cents = (((year + at * 31 + day) * 7919) % 90_000) - 60_000;
    sum += cents;
    const row = body.insertRow();
    row.insertCell().textContent = String(day).padStart(2, '0');
    row.insertCell().textContent = `${cents < 0 ? 'Card payment' : 'Credit'} ${(day * 7919) % 9973}`;
    row.insertCell().textContent = cents < 0 ? euros.format(-cents / 100) : '';
    row.insertCell().textContent = cents < 0 ? '' : euros.format(cents / 100);
  }
  const foot = table.createTFoot().insertRow();
  foot.innerHTML = `<th colspan="2">Sum<td colspan="2">${euros.format(sum / 100)}`;
  section.append(table);
  return section;
}

months.append(...[0, 1, 2].map((at) => month(2025, at)));
document.getElementById('all')!.addEventListener('click', () => {
  months.replaceChildren(
    ...[2023, 2024, 2025].flatMap((year) => Array.from({ length: 12 }, (_, at) => month(year, at))),
  );
});
document.getElementById('paper')!.addEventListener('click', () => document.body.classList.toggle('paper'));
document.getElementById('size')!.addEventListener('input', (event) => {
  const [sheet] = document.styleSheets;
  const { value } = event.target as HTMLInputElement;
  sheet!.insertRule(`:root { --size: ${value}px }`, sheet!.cssRules.length);
});
