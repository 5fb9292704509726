export interface Booking {
  readonly id: number;
  readonly day: string;
  readonly party: string;
  readonly purpose: string;
  readonly kind: Kind;
  readonly cents: number;
}

export const kinds = ['Card payment', 'Transfer', 'Standing order', 'Direct debit', 'Salary'] as const;
export type Kind = (typeof kinds)[number];

const parties = [
  'Nordwind Energy',
  'City Library',
  'Bäckerei Blum',
  'Kaufhaus am Markt',
  'Dr. Okonkwo, Dentist',
  'Rail & Road Ltd',
  'M. Santos',
  'Atelier Kowalski',
];

/** Six years of bookings, newest first; every run makes the same ones. */
export const bookings: readonly Booking[] = Array.from({ length: 5000 }, (_, id) => {
  const kind = id % 31 === 0 ? 'Salary' : kinds[(id * 7) % 4]!;
  return {
    id,
    day: new Date(Date.UTC(2025, 10, 21) - id * 37_000_000).toISOString().slice(0, 10),
    party: kind === 'Salary' ? 'Harbour Logistics AG' : parties[(id * 5 + (id >> 3)) % parties.length]!,
    purpose: `Reference ${(id * 7919) % 100_000}${id % 9 === 0 ? ', invoice enclosed, please quote both numbers' : ''}`,
    kind,
    cents: kind === 'Salary' ? 412_350 : -(((id * 1237) % 48_000) + 199),
  };
});

const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
export const amount = (cents: number) => euros.format(cents / 100);
