import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { BookingDialog } from './booking-dialog.tsx';
import { BookingList } from './booking-list.tsx';
import { amount, type Booking, bookings } from './bookings.ts';
import { type Filter, Filters } from './filters.tsx';
import { TransferForm } from './transfer-form.tsx';

const routes = { '#/bookings': 'Bookings', '#/transfer': 'New transfer' } as const;

export function Accounts() {
  const [route, setRoute] = useState<string>(location.hash || '#/bookings');
  useEffect(() => {
    const follow = () => setRoute(location.hash || '#/bookings');
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return (
    <>
      <header>
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
          <path
            d="M4 22c6-8 18-8 24 0M16 4v18M16 6l9 8h-9"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
          />
        </svg>
        <h1>Harbour Bank</h1>
        <nav>
          {Object.entries(routes).map(([hash, name]) => (
            <a key={hash} href={hash} aria-current={hash === route ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main>{route === '#/transfer' ? <TransferForm /> : <Bookings />}</main>
    </>
  );
}

function Bookings() {
  const [filter, setFilter] = useState<Filter>({ words: '', kind: 'All kinds', least: 0 });
  const [opened, setOpened] = useState<Booking>();
  const asked = useDeferredValue(filter);
  const shown = useMemo(
    () =>
      bookings.filter(
        ({ party, purpose, kind, cents }) =>
          `${party} ${purpose}`.toLowerCase().includes(asked.words.toLowerCase()) &&
          (asked.kind === 'All kinds' || asked.kind === kind) &&
          Math.abs(cents) >= asked.least * 100,
      ),
    [asked],
  );
  const sum = shown.reduce((so, { cents }) => so + cents, 0);
  return (
    <>
      <h2>
        Current account{' '}
        <small>
          {shown.length.toLocaleString('en-IE')} bookings, {amount(sum)}
        </small>
      </h2>
      <Filters filter={filter} change={setFilter} />
      {shown.length > 0 ? (
        <BookingList bookings={shown} open={setOpened} />
      ) : (
        <p className="nothing">Nothing matches “{asked.words}”.</p>
      )}
      <BookingDialog key={opened?.id ?? 'none'} booking={opened} close={() => setOpened(undefined)} />
    </>
  );
}
