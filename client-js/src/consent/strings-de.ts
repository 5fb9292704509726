import type { Strings } from './strings.ts';

export const german: Strings = {
  language: 'de',
  direction: 'ltr',
  help: 'Hilfe auf dieser Seite',
  close: 'Schließen',
  cancel: 'Abbrechen',
  retry: 'Erneut versuchen',
  preparingTitle: 'Einen Moment',
  preparing: 'Wir bereiten Ihren Code vor.',
  waitingTitle: 'Ihr Code',
  waiting:
    'Lesen Sie diese Ziffern der Person vor, die Ihnen hilft. Niemand sieht etwas, bevor Sie es erlauben.',
  waitingFor: 'Wir warten auf Ihre Beraterin oder Ihren Berater',
  joining: 'Jemand kommt hinzu. Wir fragen Sie zuerst.',
  codeLabel: (spelled) => `Ihr Code lautet ${spelled}`,
  consentTitle: (name) => `Darf ${name} diese Seite sehen?`,
  consentSees: 'Das ist zu sehen',
  consentSeesItems: ['Die Seiten dieser Website in diesem Tab', 'Wohin Sie zeigen, klicken und scrollen'],
  consentHidden: 'Das bleibt verborgen',
  consentHiddenItems: [
    'Alles, was Sie eintippen, und Ihre Passwörter',
    'Ihre anderen Tabs, Programme und Dateien',
  ],
  consentStop: 'Es kann nur gezeigt, nicht geklickt oder getippt werden. Sie können jederzeit beenden.',
  consentSilence: (seconds) => `Ohne Antwort innerhalb von ${seconds} Sekunden wird nichts geteilt.`,
  consentCountdown: (seconds) => `Ohne Antwort wird nichts geteilt. Noch ${seconds} s.`,
  deny: 'Nein, nicht teilen',
  allow: 'Erlauben',
  barLabel: 'Geteilte Seite',
  sees: (who, several) => `${who} ${several ? 'sehen' : 'sieht'} diese Seite`,
  away: (who) => `Warten auf ${who}`,
  nobody: 'Niemand sieht diese Seite',
  paused: 'Angehalten. Niemand sieht diese Seite',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  stop: 'Beenden',
  remove: (name) => `Nicht mehr mit ${name} teilen`,
  reconnecting: 'Verbindung verloren. Wird wiederhergestellt …',
  endedTitle: 'Das Teilen ist beendet',
  ended: {
    CustomerEnded: 'Sie haben das Teilen beendet. Niemand sieht diese Seite.',
    AgentEnded: 'Die Gegenseite hat das Teilen beendet. Niemand sieht diese Seite.',
    ConsentDenied: 'Sie haben abgelehnt, es wurde nichts geteilt.',
    ConsentTimedOut:
      'Es kam keine Antwort, daher wurde nichts geteilt. Sie können jederzeit neu um Hilfe bitten.',
    CustomerGone: 'Die Verbindung war zu lange unterbrochen. Bitten Sie erneut um Hilfe, um fortzufahren.',
    AgentsGone: 'Die Gegenseite hat die Verbindung verloren. Bitten Sie erneut um Hilfe, um fortzufahren.',
    Expired:
      'Die Zeit für diesen Code ist abgelaufen. Bitten Sie erneut um Hilfe, um einen neuen zu erhalten.',
    IdentityChanged:
      'Sie haben sich abgemeldet oder das Konto gewechselt. Zu Ihrer Sicherheit wurde das Teilen beendet.',
  },
  failedTitle: 'Das hat nicht geklappt',
  failed: {
    Unreachable:
      'Der Hilfsdienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    TooManyAttempts: 'Das wurde sehr oft versucht. Warten Sie eine Minute und versuchen Sie es erneut.',
    OriginNotAllowed: 'Auf dieser Website ist die Hilfe nicht verfügbar. Bitte rufen Sie uns an.',
    TenantUnknown: 'Auf dieser Website ist die Hilfe nicht eingerichtet. Bitte rufen Sie uns an.',
    Other: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es erneut.',
  },
};
