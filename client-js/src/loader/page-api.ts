import { type PageEvents, warn } from './page-events.ts';
import type { CoBrowseSettings } from './settings.ts';
import { Snippet } from './snippet.ts';

/** What a page calls. Nothing here ever throws. */
export interface CoBrowseApi {
  /** Starts the snippet on this page. Wrong settings are explained in the console. */
  init(settings: CoBrowseSettings): void;
  /** Opens a session, as the help button does. */
  start(): void;
  /**
   * Says who is signed in: any text that stays the same for one customer, or null for nobody. A session that began
   * with somebody ends when it is somebody else, or nobody. The text is compared in this browser and never sent, unless
   * it is a token (JWT) that the portal's backend signed: then agents see its `sub`, as vouched for by the portal, and a
   * newer token of the same `sub` is the same customer.
   */
  identify(subject: string | null): void;
  /** Ends a running session and leaves the page exactly as it was. */
  stop(): void;
  /** Listens; the function that it returns stops listening. */
  on<K extends keyof PageEvents>(event: K, listener: (detail: PageEvents[K]) => void): () => void;
  readonly version: string;
}

export function createApi(): CoBrowseApi {
  const snippet = new Snippet();
  const guarded = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      warn('something went wrong; the page is not affected.', error);
      return undefined;
    }
  };
  return {
    init: (settings) => guarded(() => snippet.init(settings)),
    start: () => guarded(() => snippet.start()),
    identify: (subject) => guarded(() => snippet.identify(subject)),
    stop: () => guarded(() => snippet.stop()),
    on: (event, listener) => guarded(() => snippet.on(event, listener)) ?? (() => undefined),
    version: '0.1.0',
  };
}
