import type { FieldKind, ProposalReason } from '../protocol/protocol.gen.ts';

/** The texts of proposals, in one language. */
export interface ProposalWords {
  proposes(name: string): string;
  /** For screen readers: `field` may be empty. */
  said(name: string, value: string, field: string): string;
  shown(kind: FieldKind, value: string): string;
  readonly accept: string;
  readonly decline: string;
  readonly accepted: string;
  takenBack(name: string): string;
  readonly close: string;
  readonly because: Readonly<Record<ProposalReason, string>>;
}

const english: ProposalWords = {
  proposes: (name) => `${name} proposes`,
  said: (name, value, field) =>
    `${name} proposes “${value}”${field === '' ? '' : ` for ${field}`}. Accept or decline at the end of the page.`,
  shown: (kind, value) => (kind === 'Check' ? (value === 'true' ? 'Checked' : 'Not checked') : value),
  accept: 'Accept',
  decline: 'Decline',
  accepted: 'Entered. Nothing is sent until you do it.',
  takenBack: (name) => `${name} has taken the proposal back.`,
  close: 'Close',
  because: {
    Gone: 'The field is gone. Nothing was entered.',
    Changed: 'This is another field by now. Nothing was entered.',
    Disabled: 'The field takes nothing now. Nothing was entered.',
    ReadOnly: 'The field cannot be changed. Nothing was entered.',
    NotGranted: 'Nothing may be proposed for this field. Nothing was entered.',
    Typed: 'You changed the field yourself, so the proposal is gone.',
    NoSuchOption: 'There is no such option any more. Nothing was entered.',
    NotValid: 'The page did not take the value as it was. Please check the field.',
    Left: 'The connection was lost. Nothing was entered.',
    TooMany: 'Too many proposals at once.',
  },
};

const german: ProposalWords = {
  proposes: (name) => `${name} schlägt vor`,
  said: (name, value, field) =>
    `${name} schlägt „${value}“${field === '' ? '' : ` für ${field}`} vor. Am Ende der Seite annehmen oder ablehnen.`,
  shown: (kind, value) => (kind === 'Check' ? (value === 'true' ? 'Angekreuzt' : 'Nicht angekreuzt') : value),
  accept: 'Annehmen',
  decline: 'Ablehnen',
  accepted: 'Eingetragen. Abgeschickt wird nichts, bis Sie es tun.',
  takenBack: (name) => `${name} hat den Vorschlag zurückgenommen.`,
  close: 'Schließen',
  because: {
    Gone: 'Das Feld ist nicht mehr da. Es wurde nichts eingetragen.',
    Changed: 'Das ist inzwischen ein anderes Feld. Es wurde nichts eingetragen.',
    Disabled: 'Das Feld nimmt gerade nichts an. Es wurde nichts eingetragen.',
    ReadOnly: 'Das Feld lässt sich nicht ändern. Es wurde nichts eingetragen.',
    NotGranted: 'Für dieses Feld darf nichts vorgeschlagen werden. Es wurde nichts eingetragen.',
    Typed: 'Sie haben das Feld selbst geändert, der Vorschlag ist damit erledigt.',
    NoSuchOption: 'Diese Auswahl gibt es nicht mehr. Es wurde nichts eingetragen.',
    NotValid: 'Die Seite hat den Wert nicht unverändert angenommen. Bitte prüfen Sie das Feld.',
    Left: 'Die Verbindung ging verloren. Es wurde nichts eingetragen.',
    TooMany: 'Zu viele Vorschläge auf einmal.',
  },
};

/** English where the language has no words of its own. */
export const proposalWords = (language: string): ProposalWords => (language === 'de' ? german : english);
