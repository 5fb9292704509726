import { type AuditReport, type PageAudit, placeKey, type SeenPlace } from './audit-report.ts';

export interface Found {
  readonly page: PageAudit;
  readonly place: SeenPlace;
}

export interface Difference {
  /** What an agent would see now, and would not have seen in the last run. */
  readonly added: readonly Found[];
  readonly removed: readonly Found[];
}

/** What is other than in the `former` run. */
export function difference(former: AuditReport, now: AuditReport): Difference {
  return { added: missingIn(former, now), removed: missingIn(now, former) };
}

function missingIn(one: AuditReport, other: AuditReport): Found[] {
  const known = new Set(one.pages.flatMap((page) => page.places.map((place) => placeKey(page, place))));
  return other.pages.flatMap((page) =>
    page.places.filter((place) => !known.has(placeKey(page, place))).map((place) => ({ page, place })),
  );
}
