import type { Identity } from './sign-in-state.ts';

/** The agent's name and one more line, from the claims that the tenant names, or else whatever the issuer sends. */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  nameClaim = 'name',
  titleClaim = 'title',
): Identity {
  const [name, ...others] = [nameClaim, 'name', 'preferred_username', 'email', 'sub']
    .map((claim) => claims[claim])
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  const title = typeof claims[titleClaim] === 'string' ? claims[titleClaim] : undefined;
  return { name: name ?? 'Agent', detail: title ?? others.find((other) => other !== name) };
}

/** At most two letters for a round badge. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '?';
}
