import type { FieldRight, Rule } from './policy.ts';

/** A rule as a server sends it. Throws where it is none. */
export function givenRule(value: unknown): Rule {
  const { page, attribute, class: viewers, rights, ...given } = value as Record<string, unknown>;
  if (viewers != null && (!Number.isInteger(viewers) || (viewers as number) < 1 || (viewers as number) > 255))
    throw new TypeError();
  return {
    select: text(given['select']),
    effect: text(given['effect']) as Rule['effect'],
    rights: ((rights ?? []) as unknown[])
      .map(text)
      .filter((each) => /^(?:value|state|propose|control)$/.test(each)) as FieldRight[],
    ...(page != null && { page: text(page) }),
    ...(attribute != null && { attribute: text(attribute) }),
    ...(viewers != null && { class: viewers as number }),
  };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError();
  return value;
}
