import { english } from './strings-en.ts';

/** What a request can fail with, as the customer is told. */
export type Failure = 'Unreachable' | 'TooManyAttempts' | 'OriginNotAllowed' | 'TenantUnknown' | 'Other';

/** Every text of the customer's side, in one language. */
export interface Strings {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly help: string;
  readonly close: string;
  readonly cancel: string;
  readonly retry: string;
  readonly preparingTitle: string;
  readonly preparing: string;
  readonly waitingTitle: string;
  readonly waiting: string;
  readonly waitingFor: string;
  readonly joining: string;
  codeLabel(spelled: string): string;
  consentTitle(name: string, withSupervisors: boolean): string;
  /** One agent leaves with the yes to another. */
  handover(from: string, to: string): string;
  readonly consentWords: string;
  readonly consentSees: string;
  readonly consentSeesItems: readonly string[];
  readonly consentHidden: string;
  readonly consentHiddenItems: readonly string[];
  readonly consentStop: string;
  consentSilence(seconds: number): string;
  consentCountdown(seconds: number): string;
  readonly deny: string;
  readonly allow: string;
  readonly barLabel: string;
  /** `who` is one name, or several as a list. */
  sees(who: string, several: boolean): string;
  away(who: string): string;
  readonly nobody: string;
  readonly paused: string;
  readonly withheld: string;
  readonly pause: string;
  readonly resume: string;
  readonly chat: string;
  readonly stop: string;
  remove(name: string): string;
  readonly reconnecting: string;
  readonly endedTitle: string;
  readonly failedTitle: string;
  readonly failed: Readonly<Record<Failure, string>>;
}

/**
 * The texts in the language nearest to `language`. English is always there; another language is fetched, and stays
 * English where that fails.
 */
export async function loadStrings(language: string): Promise<Strings> {
  const wanted = language.toLowerCase().split('-')[0];
  if (wanted !== 'de') return english;
  return import('./strings-de.ts').then(
    ({ german }) => german,
    () => english,
  );
}
