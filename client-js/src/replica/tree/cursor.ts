/** Where the next node will be built: inside `parent`, behind `previous`. A null parent is nowhere. */
export interface Cursor {
  parent: Node | null;
  previous: Node | null;
  /** Elements that were skipped while the cursor was nowhere. */
  skipped: number;
  /** How deep `parent` is. */
  readonly depth: number;
  /** Where `up` leads from a root: shadow, template content, an iframe's document. */
  readonly outer: Cursor | null;
}

export const cursorAt = (
  parent: Node | null,
  depth: number,
  previous: Node | null = null,
  outer: Cursor | null = null,
): Cursor => ({
  parent,
  depth,
  previous,
  skipped: 0,
  outer,
});
