/** What kind of thing an agent would see. */
export type SeenKind = 'text' | 'attribute' | 'address' | 'picture';

/** A place of a page where something leaves as it is. */
export interface SeenPlace {
  readonly kind: SeenKind;
  /** A path of element names, ids and classes. All rows of a table are one place. */
  readonly where: string;
  /** Of an attribute, its name. */
  readonly name: string | undefined;
  /** How often. */
  count: number;
  /** The first few of what is seen there. */
  readonly samples: string[];
  /** Something there looks like an amount, a number, an address or a date. */
  personal: boolean;
}

/** One page as an agent would see it. */
export interface PageAudit {
  readonly path: string;
  readonly title: string;
  readonly places: readonly SeenPlace[];
  /** Characters of text that show, and that are masked. */
  readonly shown: number;
  readonly masked: number;
  /** What the agent sees, as JPEG in base64. */
  readonly picture: string | undefined;
}

export interface AuditReport {
  readonly version: 1;
  readonly at: string;
  readonly policy: string;
  readonly pages: readonly PageAudit[];
  /** Pages that could not be looked at, and why. */
  readonly failed: readonly { readonly address: string; readonly reason: string }[];
}

/** What says in the next run whether a place was there before. */
export const placeKey = (page: PageAudit, { kind, where, name }: SeenPlace): string =>
  JSON.stringify([page.path, kind, where, name ?? null]);
