import * as Dialog from '@radix-ui/react-dialog';
import { useState } from 'react';
import { amount, type Booking } from './bookings.ts';

export function BookingDialog({ booking, close }: { booking: Booking | undefined; close(): void }) {
  const [note, setNote] = useState('');
  return (
    <Dialog.Root open={booking !== undefined} onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog">
          <Dialog.Title>{booking?.party}</Dialog.Title>
          <Dialog.Description>{booking?.purpose}</Dialog.Description>
          <dl>
            <dt>Booked on</dt>
            <dd>{booking?.day}</dd>
            <dt>Amount</dt>
            <dd>{amount(booking?.cents ?? 0)}</dd>
          </dl>
          <label>
            Your note <small>{120 - note.length} characters left</small>
            <textarea
              rows={3}
              maxLength={120}
              value={note}
              onChange={(event) => setNote(event.target.value.replace(/\s{2,}/g, ' '))}
            />
          </label>
          <menu>
            <Dialog.Close className="quiet">Close</Dialog.Close>
            <button type="button" className="primary" disabled={note.trim() === ''}>
              Save note
            </button>
          </menu>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
