/** Where the next node will be built: inside `parent`, behind `previous`. A null parent is nowhere. */
export interface Cursor {
  parent: Node | null;
  previous: Node | null;
  /** Elements that were skipped while the cursor was nowhere. */
  skipped: number;
  /** Where `up` leads from a root: shadow, template content, an iframe's document. */
  readonly outer: Cursor | null;
}

export const cursorAt = (
  parent: Node | null,
  previous: Node | null = null,
  outer: Cursor | null = null,
): Cursor => ({
  parent,
  previous,
  skipped: 0,
  outer,
});
