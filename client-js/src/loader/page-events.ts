/** What a session looks like to the page. */
export interface StateEvent {
  readonly state:
    | 'idle'
    | 'preparing'
    | 'waiting'
    | 'sharing'
    | 'paused'
    | 'reconnecting'
    | 'ended'
    | 'failed';
  readonly sessionId?: string;
  /** The code to read out, while the session waits. */
  readonly code?: string;
  /** Why it ended or failed. */
  readonly reason?: string;
}

/** What a page can listen to. */
export interface PageEvents {
  /** The server is there: a session could start. */
  available: undefined;
  /** The server is slow, gone, does not have our modules, or has stopped the snippet here. */
  unavailable: undefined;
  state: StateEvent;
}

type Listener<K extends keyof PageEvents> = (detail: PageEvents[K]) => void;

/** The page's listeners. What they throw stays with them. */
export class PageListeners {
  readonly #listeners = new Map<keyof PageEvents, Set<Listener<never>>>();

  on<K extends keyof PageEvents>(event: K, listener: Listener<K>): () => void {
    const all = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, all.add(listener as Listener<never>));
    return () => all.delete(listener as Listener<never>);
  }

  tell<K extends keyof PageEvents>(event: K, detail: PageEvents[K]): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])])
      try {
        (listener as Listener<K>)(detail);
      } catch (error) {
        warn('a listener of the page failed.', error);
      }
  }
}

export function warn(text: string, ...more: unknown[]): void {
  console.warn(`CoBrowse: ${text}`, ...more);
}
