import type { NodeId, Op } from '../../protocol/index.ts';
import { saidBy } from '../said-by.ts';
import { documentOf, viewOf } from '../tree/dom-order.ts';
import type { OwnRules } from './own-rules.ts';
import type { SafeCss } from './safe-css.ts';
import { applySheetOp, type SheetOp } from './sheet-ops.ts';

type Root = Document | ShadowRoot;

interface Constructed {
  text: string;
  media: string;
  disabled: boolean;
  /** All changes since the text, for a copy in a further document. */
  readonly changes: SheetOp[];
  readonly copies: Map<Document, CSSStyleSheet>;
}

const mostChanges = 10_000;

/** Constructed sheets by id, and who adopts them. A sheet belongs to one document; copies are made as needed. */
export class ConstructedSheets {
  readonly #css: SafeCss;
  readonly #own: OwnRules;
  readonly #sheets = new Map<NodeId, Constructed>();
  readonly #adopted = new WeakMap<Root, readonly NodeId[]>();

  constructor(css: SafeCss, own: OwnRules) {
    this.#css = css;
    this.#own = own;
  }

  /** All that is kept of sheets' texts and changes. */
  characters(): number {
    let all = 0;
    for (const { text, changes } of this.#sheets.values())
      all += text.length + changes.reduce((sum, change) => sum + saidBy(change) + 100, 0);
    return all;
  }

  has(id: NodeId): boolean {
    return this.#sheets.has(id);
  }

  /** A new sheet, or all of a known one anew. */
  define(op: Extract<Op, { op: 'sheet' }>): void {
    const known = this.#sheets.get(op.sheet);
    if (!known) {
      const { text, media, disabled } = op;
      this.#sheets.set(op.sheet, { text, media, disabled, changes: [], copies: new Map() });
      return;
    }
    known.text = op.text;
    known.media = op.media;
    known.disabled = op.disabled;
    known.changes.length = 0;
    for (const copy of known.copies.values()) this.#fill(copy, known);
  }

  apply(op: SheetOp): void {
    const sheet = this.#sheets.get(op.sheet);
    if (!sheet) return;
    if (op.op === 'sheetState') {
      sheet.disabled = op.disabled;
      sheet.media = op.media;
    } else sheet.changes.push(op);
    for (const copy of sheet.copies.values()) applySheetOp(copy, op, this.#css);
    if (sheet.changes.length > mostChanges) compact(sheet);
  }

  /** Sheets must have been defined before; unknown ones are skipped. */
  adopt(root: Root, ids: readonly NodeId[]): void {
    this.#adopted.set(root, ids);
    const document = documentOf(root);
    const sheets: CSSStyleSheet[] = [];
    for (const id of ids) {
      const sheet = this.#sheets.get(id);
      const copy = sheet && this.#copy(sheet, document);
      if (copy) sheets.push(copy);
    }
    this.#own.adopt(root, sheets);
  }

  /** A root has come into another document: its sheets must follow. */
  rehomed(root: Root): void {
    const ids = this.#adopted.get(root);
    if (ids) this.adopt(root, ids);
  }

  #copy(sheet: Constructed, document: Document): CSSStyleSheet | undefined {
    const known = sheet.copies.get(document);
    if (known) return known;
    const view = viewOf(document);
    if (!view) return undefined;
    const copy = new view.CSSStyleSheet();
    this.#fill(copy, sheet);
    for (const change of sheet.changes) applySheetOp(copy, change, this.#css);
    sheet.copies.set(document, copy);
    return copy;
  }

  #fill(copy: CSSStyleSheet, sheet: Constructed): void {
    copy.replaceSync(this.#css.sheet(sheet.text));
    copy.media.mediaText = sheet.media;
    copy.disabled = sheet.disabled;
  }
}

/** What changed long ago is said again by the rules that it led to. */
function compact(sheet: Constructed): void {
  const [copy] = sheet.copies.values();
  if (!copy) return;
  sheet.text = Array.from(copy.cssRules, (rule) => rule.cssText).join('\n');
  sheet.changes.length = 0;
}
