import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { amount, type Booking } from './bookings.ts';

/** Renders the rows that are in sight, each as high as its text. */
export function BookingList({
  bookings,
  open,
}: {
  bookings: readonly Booking[];
  open(booking: Booking): void;
}) {
  const parent = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: bookings.length,
    getScrollElement: () => parent.current,
    estimateSize: () => 56,
    overscan: 4,
  });
  return (
    <div ref={parent} className="bookings">
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const booking = bookings[index]!;
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={`booking ${index % 2 ? 'odd' : ''}`}
              style={{ position: 'absolute', top: 0, insetInline: 0, transform: `translateY(${start}px)` }}
            >
              <time dateTime={booking.day}>{booking.day}</time>
              <button type="button" onClick={() => open(booking)}>
                <strong>{booking.party}</strong>
                <span>{booking.purpose}</span>
              </button>
              <em data-kind={booking.kind}>{booking.kind}</em>
              <output className={booking.cents < 0 ? 'debit' : 'credit'}>{amount(booking.cents)}</output>
            </div>
          );
        })}
      </div>
    </div>
  );
}
