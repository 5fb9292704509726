/** The texts of the chat, in one language. */
export interface ChatWords {
  readonly title: string;
  readonly close: string;
  readonly empty: string;
  readonly field: string;
  readonly hint: string;
  readonly send: string;
  readonly you: string;
  typing(name: string): string;
  /** Said where the panel is closed. */
  arrived(name: string): string;
  readonly sending: string;
  readonly sent: string;
  readonly delivered: string;
  readonly failed: string;
  readonly tooFast: string;
  readonly retry: string;
  /** While it is being typed. */
  readonly numberHere: string;
  /** Once somebody wanted to send it. */
  readonly numberHidden: string;
  open(host: string): string;
  openElsewhere(host: string): string;
  openHere(host: string): string;
  readonly yes: string;
  readonly no: string;
}

export const english: ChatWords = {
  title: 'Chat',
  close: 'Close the chat',
  empty: 'Write to the person who is helping you. Never send card numbers or passwords.',
  field: 'Your message',
  hint: 'Enter sends, Shift and Enter begin a new line.',
  send: 'Send',
  you: 'You',
  typing: (name) => `${name} is writing …`,
  arrived: (name) => `New message from ${name}`,
  sending: 'Sending …',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Not sent.',
  tooFast: 'Not sent: that was too fast.',
  retry: 'Try again',
  numberHere: 'This looks like a card or account number. It will not be sent.',
  numberHidden: 'Your card or account number was not sent. Send again for the rest of your message.',
  open: (host) => `Open ${host}`,
  openElsewhere: (host) => `Open ${host} in a new tab? It does not belong to this website.`,
  openHere: (host) => `Go to another page of ${host}?`,
  yes: 'Open',
  no: 'Cancel',
};

export const german: ChatWords = {
  title: 'Chat',
  close: 'Chat schließen',
  empty: 'Schreiben Sie der Person, die Ihnen hilft. Senden Sie nie Kartennummern oder Passwörter.',
  field: 'Ihre Nachricht',
  hint: 'Die Eingabetaste sendet, mit der Umschalttaste beginnt sie eine neue Zeile.',
  send: 'Senden',
  you: 'Sie',
  typing: (name) => `${name} schreibt …`,
  arrived: (name) => `Neue Nachricht von ${name}`,
  sending: 'Wird gesendet …',
  sent: 'Gesendet',
  delivered: 'Zugestellt',
  failed: 'Nicht gesendet.',
  tooFast: 'Nicht gesendet: Das ging zu schnell.',
  retry: 'Erneut versuchen',
  numberHere: 'Das sieht nach einer Karten- oder Kontonummer aus. Sie wird nicht gesendet.',
  numberHidden:
    'Ihre Karten- oder Kontonummer wurde nicht gesendet. Senden Sie erneut für den Rest der Nachricht.',
  open: (host) => `${host} öffnen`,
  openElsewhere: (host) => `${host} in einem neuen Tab öffnen? Das gehört nicht zu dieser Website.`,
  openHere: (host) => `Zu einer anderen Seite von ${host} gehen?`,
  yes: 'Öffnen',
  no: 'Abbrechen',
};

/** English where the language has no words of its own. */
export const chatWords = (language: string): ChatWords => (language === 'de' ? german : english);
