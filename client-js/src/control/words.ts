import type { Strings } from '../consent/strings.ts';
import type { ActionKind } from '../protocol/protocol.gen.ts';

/** What the customer is told of control, in one language. */
export interface ControlWords {
  title(name: string): string;
  readonly can: string;
  readonly canItems: readonly string[];
  readonly cannot: string;
  readonly cannotItems: readonly string[];
  readonly ends: string;
  silence(seconds: number): string;
  countdown(seconds: number): string;
  readonly deny: string;
  readonly allow: string;
  controls(name: string): string;
  waits(name: string): string;
  readonly stop: string;
  /** What a mark says; the agent's name stands by it. */
  readonly does: Readonly<Record<ActionKind, string>>;
}

const english: ControlWords = {
  title: (name) => `May ${name} click and type for you on this page?`,
  can: 'What they could do',
  canItems: ['Click, scroll and choose', 'Type into fields that the bank lets them fill in'],
  cannot: 'What they never can',
  cannotItems: ['Passwords, cards and one-time codes', 'Answer questions like this one for you'],
  ends: 'You see all they do. Your own keys and clicks always come first, and you can stop it at any time.',
  silence: (seconds) => `If you do not answer within ${seconds} seconds, they cannot click or type.`,
  countdown: (seconds) => `Without an answer, it is a no. ${seconds} s left.`,
  deny: 'No',
  allow: 'Allow',
  controls: (name) => `${name} can click and type here`,
  waits: (name) => `It is your turn. ${name} waits`,
  stop: 'Stop control',
  does: {
    Click: 'clicks',
    DoubleClick: 'double-clicks',
    Type: 'types',
    Select: 'chooses',
    Check: 'ticks',
    Scroll: 'scrolls',
    Focus: 'goes here',
    Keys: 'presses a key',
    Hover: 'points',
    Drag: 'drags',
    Back: 'goes back',
    Forward: 'goes forward',
    Navigate: 'opens a page',
  },
};

const german: ControlWords = {
  title: (name) => `Darf ${name} auf dieser Seite für Sie klicken und tippen?`,
  can: 'Das wäre möglich',
  canItems: ['Klicken, scrollen und auswählen', 'In Felder schreiben, die die Bank dafür freigibt'],
  cannot: 'Das ist nie möglich',
  cannotItems: ['Passwörter, Karten und Einmalcodes', 'Fragen wie diese für Sie beantworten'],
  ends: 'Sie sehen alles, was geschieht. Ihre eigenen Tasten und Klicks haben immer Vorrang, und Sie können es jederzeit beenden.',
  silence: (seconds) => `Ohne Antwort innerhalb von ${seconds} Sekunden wird nichts erlaubt.`,
  countdown: (seconds) => `Ohne Antwort bleibt es beim Nein. Noch ${seconds} s.`,
  deny: 'Nein',
  allow: 'Erlauben',
  controls: (name) => `${name} kann hier klicken und tippen`,
  waits: (name) => `Sie sind dran. ${name} wartet`,
  stop: 'Steuerung beenden',
  does: {
    Click: 'klickt',
    DoubleClick: 'doppelklickt',
    Type: 'tippt',
    Select: 'wählt aus',
    Check: 'kreuzt an',
    Scroll: 'scrollt',
    Focus: 'ist hier',
    Keys: 'drückt eine Taste',
    Hover: 'zeigt',
    Drag: 'zieht',
    Back: 'geht zurück',
    Forward: 'geht vor',
    Navigate: 'öffnet eine Seite',
  },
};

export const controlWords = (language: string): ControlWords =>
  language.startsWith('de') ? german : english;

/** The words of the question for control, in the places of those for viewing: one dialog asks both. */
export function askedWords(strings: Strings): Strings {
  const words = controlWords(strings.language);
  return {
    ...strings,
    consentTitle: words.title,
    consentSees: words.can,
    consentSeesItems: words.canItems,
    consentHidden: words.cannot,
    consentHiddenItems: words.cannotItems,
    consentStop: words.ends,
    consentSilence: words.silence,
    consentCountdown: words.countdown,
    deny: words.deny,
    allow: words.allow,
  };
}
