/** Remembers the seat over a reload of the console, in this tab only. */
export interface SeatMemory {
  recall(): string | undefined;
  keep(sessionId: string | undefined): void;
}

/** Keeps the seat in `storage`; a browser that refuses storage merely forgets. */
export function seatMemory(storage: Storage, key = 'cobrowse-console-seat'): SeatMemory {
  return {
    recall() {
      try {
        return storage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep(sessionId) {
      try {
        if (sessionId === undefined) storage.removeItem(key);
        else storage.setItem(key, sessionId);
      } catch {
        // Nothing is lost but the convenience.
      }
    },
  };
}
