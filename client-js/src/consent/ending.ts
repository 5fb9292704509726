import type { EndReason } from '../protocol/protocol.gen.ts';

// Fetched with the end of a session: no customer reads it before.

type EndingWords = Readonly<Record<EndReason, string>>;

const english: EndingWords = {
  CustomerEnded: 'You have stopped sharing. Nobody sees this page.',
  AgentEnded: 'The other person has ended it. Nobody sees this page.',
  ConsentDenied: 'You said no, so nothing was shared.',
  ConsentTimedOut: 'There was no answer, so nothing was shared. Ask for help again when you are ready.',
  CustomerGone: 'The connection was interrupted for too long. Ask for help again to go on.',
  AgentsGone: 'The other side lost its connection. Ask for help again to go on.',
  Expired: 'The time for this code is up. Ask for help again to get a new one.',
  IdentityChanged: 'You signed out or changed the account, so sharing has ended.',
};

const german: EndingWords = {
  CustomerEnded: 'Sie haben das Teilen beendet. Niemand sieht diese Seite.',
  AgentEnded: 'Die Gegenseite hat das Teilen beendet. Niemand sieht diese Seite.',
  ConsentDenied: 'Sie haben abgelehnt, es wurde nichts geteilt.',
  ConsentTimedOut:
    'Es kam keine Antwort, daher wurde nichts geteilt. Sie können jederzeit neu um Hilfe bitten.',
  CustomerGone: 'Die Verbindung war zu lange unterbrochen. Bitten Sie erneut um Hilfe, um fortzufahren.',
  AgentsGone: 'Die Gegenseite hat die Verbindung verloren. Bitten Sie erneut um Hilfe, um fortzufahren.',
  Expired: 'Die Zeit für diesen Code ist abgelaufen. Bitten Sie erneut um Hilfe, um einen neuen zu erhalten.',
  IdentityChanged:
    'Sie haben sich abgemeldet oder das Konto gewechselt. Zu Ihrer Sicherheit wurde das Teilen beendet.',
};

/** Why it ended, in the customer's language. */
export const endingText = (language: string, reason: EndReason): string =>
  (language === 'de' ? german : english)[reason];
