import './main.css';

const money = (currency: string) => new Intl.NumberFormat('ar-EG', { style: 'currency', currency });
const days = new Intl.DateTimeFormat('ar-EG', { dateStyle: 'long', timeZone: 'UTC' });

const form = document.forms[0]!;
const words = document.getElementById('words')!;
form.addEventListener('input', () => {
  const data = new FormData(form);
  words.textContent = money(String(data.get('currency'))).format(Number(data.get('amount')));
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const iban = form.elements.namedItem('iban') as HTMLInputElement;
  iban.setCustomValidity(/^SA\d{2}/.test(iban.value) ? '' : 'رقم الحساب غير صحيح');
  if (!form.checkValidity()) return;
  const row = document.getElementById('rows')!.appendChild(document.createElement('tr'));
  row.className = 'new';
  const data = new FormData(form);
  row.innerHTML = `<td>${days.format(Date.UTC(2026, 0, 5))}</td><td><bdi></bdi></td><td class="out">${words.textContent}</td><td>—</td>`;
  row.querySelector('bdi')!.textContent = String(data.get('name'));
});

document.getElementById('rows')!.innerHTML = Array.from({ length: 12 }, (_, at) => {
  const sum = (at * 7919) % 9000;
  const text =
    at % 3 === 0
      ? 'شراء من Café Nour، فاتورة 4471'
      : at % 3 === 1
        ? 'راتب شهر مارس'
        : 'تحويل إلى «مدرسة النور» (قسط 2/4)';
  return `<tr><td>${days.format(Date.UTC(2025, 10, 28 - at))}</td><td>${text}</td><td class="${at % 3 === 1 ? 'in' : 'out'}">${money('SAR').format(sum)}</td><td>${money('SAR').format(40_000 - sum)}</td></tr>`;
}).join('');
document.getElementById('offers')!.innerHTML = [
  'بطاقة السفر',
  'قرض السيارة',
  'حساب التوفير',
  'تأمين المنزل',
  'محفظة الذهب',
  'بطاقة الطالب',
]
  .map(
    (name, at) =>
      `<article style="--at:${at}"><h3>${name}</h3><p>ابتداءً من ${money('SAR').format(at * 25 + 10)}</p></article>`,
  )
  .join('');
