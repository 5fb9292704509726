import type { View } from '../consent/view.ts';

// Fetched only for identified customers of a tenant whose agents may invite them. It speaks in its own words.

export type InvitationCard = (yes: () => void, gone: () => void) => Extract<View, { type: 'card' }>;

export interface ListeningOptions {
  readonly server: string;
  readonly tenant: string;
  readonly language: string;
  /** By which the portal's backend says who is signed in, as it is now. */
  identity(): string | undefined;
  /** No session is on this page. */
  idle(): boolean;
  invited(invitation: string, card: InvitationCard): void;
}

const words = {
  en: {
    title: (name: string) => `${name} would like to help you`,
    about: 'They can only see this page if you allow it. You are asked before.',
    yes: 'Yes, please',
    no: 'No',
    later: 'Not now',
  },
  de: {
    title: (name: string) => `${name} möchte Ihnen helfen`,
    about: 'Diese Seite ist nur zu sehen, wenn Sie es erlauben. Sie werden vorher gefragt.',
    yes: 'Ja, bitte',
    no: 'Nein',
    later: 'Jetzt nicht',
  },
};

const busy = 5000;
const patience = 40_000;
const slowest = 120_000;

/** Asks the node for an invitation while the customer looks at this page. What it answers stops it. */
export function listen(options: ListeningOptions): () => void {
  const { server, tenant, language } = options;
  const text = language.startsWith('de') ? words.de : words.en;
  let stopped = false;
  let wake: (() => void) | undefined;
  let asking: AbortController | undefined;
  let refused: string | undefined;
  const look = () => {
    if (document.visibilityState === 'hidden') asking?.abort();
    wake?.();
  };
  document.addEventListener('visibilitychange', look);

  const post = (what: string, body: object, signal?: AbortSignal) =>
    fetch(`${server}/api/customer/invitations/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      body: JSON.stringify({ tenant, identity: options.identity(), ...body }),
      ...(signal ? { signal } : {}),
    });

  const pause = (time: number) =>
    new Promise<void>((go) => {
      const timer = setTimeout(go, time);
      wake = () => {
        clearTimeout(timer);
        go();
      };
    });

  const show = (id: string, name: string, seconds: number) =>
    options.invited(id, (yes, gone) => {
      const over = setTimeout(gone, seconds * 1000);
      const decline = (notNow: boolean) => {
        clearTimeout(over);
        gone();
        post('answer', { invitation: id, notNow }).catch(() => undefined);
      };
      return {
        type: 'card',
        title: text.title(name),
        lines: [text.about],
        actions: [
          [text.no, 'plain', () => decline(false)],
          [text.later, 'plain', () => decline(true)],
          [
            text.yes,
            'primary',
            () => {
              clearTimeout(over);
              yes();
            },
          ],
        ],
      };
    });

  const run = async () => {
    let failures = 0;
    while (!stopped) {
      const identity = options.identity();
      // Another token may be taken where this one was not.
      if (document.visibilityState === 'hidden' || !options.idle() || !identity || identity === refused) {
        await pause(busy);
        continue;
      }
      asking = new AbortController();
      const timer = setTimeout(() => asking?.abort(), patience);
      try {
        const response = await post('next', {}, asking.signal);
        if (response.status === 403) refused = identity;
        else if (response.status === 200) {
          const { id, agentName, expiresIn } = (await response.json()) as Record<string, unknown>;
          if (!stopped && options.idle() && typeof id === 'string' && typeof agentName === 'string')
            show(id, agentName, Number(expiresIn));
          await pause(busy);
        } else if (response.status !== 204) throw new Error();
        failures = 0;
      } catch {
        await pause(Math.min(slowest, 2000 * 2 ** failures++) * (0.5 + Math.random()));
      } finally {
        clearTimeout(timer);
      }
    }
  };
  void run();

  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', look);
    asking?.abort();
    wake?.();
  };
}
