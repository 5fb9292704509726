import { assetHash } from '../asset-address.ts';
import { Lie } from '../lie.ts';
import {
  attributeOf,
  firstChildOf,
  localNameOf,
  nextOf,
  parentOf,
  removeAttributeOf,
  setAttributeOf,
  typeOf,
} from '../tree/dom-order.ts';
import { type AssetSheets, importedAssets } from './asset-sheets.ts';
import type { PendingLoads } from './pending-loads.ts';
import type { SafeCss } from './safe-css.ts';
import { SheetArrivals } from './sheet-arrivals.ts';
import { applySheetOp, type SheetOp } from './sheet-ops.ts';

type Owner = Element & { readonly sheet: CSSStyleSheet | null };

interface OwnerState {
  /** The authored address of a linked sheet. */
  href: string | undefined;
  /** Text sent for a linked sheet instead of an asset. */
  text: string | undefined;
  /** Counts changes: a load that ends later than a newer change is void. */
  turn: number;
  loading: boolean;
  /** Ops that wait for the sheet. */
  readonly waiting: SheetOp[];
}

const mostWaiting = 100_000;

export const isStyle = (node: Node): boolean => localNameOf(node) === 'style';
const isLink = (node: Node): boolean => localNameOf(node) === 'link';

/** Sheets that an element owns: style elements by their text, links by an asset. */
export class OwnerSheets {
  readonly #css: SafeCss;
  readonly #assets: AssetSheets;
  readonly #loads: PendingLoads;
  readonly #arrivals = new SheetArrivals();
  readonly #owners = new WeakMap<Node, OwnerState>();
  /** What the page says in the text nodes of its style elements. */
  readonly #authored = new WeakMap<Node, string>();
  readonly #dirty = new Set<Element>();
  /** Characters of the texts that were sent for linked sheets. */
  characters = 0;

  constructor(css: SafeCss, assets: AssetSheets, loads: PendingLoads) {
    this.#css = css;
    this.#assets = assets;
    this.#loads = loads;
  }

  /** Text inside a style element; it shows after {@link flush}. */
  text(style: Element, text: Text, data: string): void {
    this.#authored.set(text, data);
    this.#dirty.add(style);
  }

  /** A node comes into a style element: a text from elsewhere must not be read as it is, not for a moment. */
  coming(style: Element, node: Node): void {
    const from = parentOf(node);
    if ((typeOf(node) !== 3 && typeOf(node) !== 4) || (from && isStyle(from))) return;
    const { data } = node as Text;
    (node as Text).data = '';
    this.text(style, node as Text, data);
  }

  /** A style element's children changed; `text` may have come from elsewhere. */
  changed(style: Element): void {
    for (let child = firstChildOf(style); child; child = nextOf(child)) {
      if (typeOf(child) === 3 && !this.#authored.has(child)) this.#authored.set(child, (child as Text).data);
    }
    this.#dirty.add(style);
  }

  linked(link: Element, href: string | null): void {
    const state = this.#state(link);
    // What was done to a sheet goes with it.
    if (state.href !== undefined && href !== state.href) state.waiting.length = 0;
    state.href = href ?? undefined;
    state.text = undefined;
    this.#dirty.add(link);
  }

  linkedText(owner: Element, text: string): void {
    const state = this.#state(owner);
    this.characters += text.length - (state.text?.length ?? 0);
    state.text = text;
    this.#dirty.add(owner);
  }

  /** An attribute that decides whether a link is a sheet has changed. */
  linkChanged(link: Element): void {
    if (this.#owners.has(link)) this.#dirty.add(link);
  }

  apply(owner: Element, op: SheetOp): void {
    if (!isStyle(owner) && !isLink(owner)) return;
    const state = this.#state(owner);
    const { sheet } = owner as Owner;
    // What could not be fetched is told by its rules.
    if (op.op === 'sheetRules' && op.path.length === 0 && isLink(owner) && state.href === undefined) {
      this.linkedText(owner, op.rules.join('\n'));
      return;
    }
    // New text makes a new sheet: what changes rules comes after it.
    if (state.loading || !sheet || this.#dirty.has(owner)) {
      state.waiting.push(op);
      if (state.waiting.length > mostWaiting) throw new Lie('More rules change than a sheet can wait for.');
    } else this.#apply(owner as Owner, state, op);
  }

  #apply(owner: Owner, state: OwnerState, op: SheetOp): void {
    if (op.op !== 'sheetRules' || importedAssets(op.rules.join('\n')).length === 0) {
      applySheetOp(owner.sheet!, op, this.#css);
      return;
    }
    const { turn } = state;
    state.loading = true;
    const rules = Promise.all(op.rules.map((rule) => this.#assets.safe(rule)));
    this.#loads.add(
      rules.then(async (safe) => {
        if (state.turn !== turn || !owner.sheet) return;
        applySheetOp(owner.sheet, { ...op, rules: safe }, madeSafe);
        await this.#arrival(owner);
        if (state.turn === turn) this.#replay(owner, state);
      }),
    );
  }

  flush(): void {
    for (const owner of this.#dirty) this.#flushOne(owner);
    this.#arrivals.sweep();
  }

  #state(owner: Element): OwnerState {
    let state = this.#owners.get(owner);
    if (!state) {
      state = { href: undefined, text: undefined, turn: 0, loading: false, waiting: [] };
      this.#owners.set(owner, state);
    }
    return state;
  }

  #flushOne(owner: Element): void {
    this.#dirty.delete(owner);
    if (isStyle(owner)) this.#flushStyle(owner);
    else if (isLink(owner)) this.#flushLink(owner);
  }

  #flushStyle(style: Element): void {
    const state = this.#state(style);
    const texts: Text[] = [];
    let css = '';
    for (let child = firstChildOf(style); child; child = nextOf(child)) {
      if (typeOf(child) !== 3 && typeOf(child) !== 4) continue;
      texts.push(child as Text);
      css += this.#authored.get(child) ?? '';
    }
    state.turn++;
    if (importedAssets(css).length === 0) {
      state.loading = false;
      this.#setTexts(texts, css, this.#css.sheet(css));
      this.#replay(style, state);
      return;
    }
    const { turn } = state;
    state.loading = true;
    this.#loads.add(
      this.#assets.safe(css).then(async (safe) => {
        if (state.turn !== turn) return;
        // The same text loads nothing anew.
        await (this.#setTexts(texts, css, safe) ? this.#arrival(style) : this.#arrivals.current(style));
        if (state.turn === turn) this.#replay(style, state);
      }),
    );
  }

  /** The page's own division of the text stays where nothing had to change. False if no text changed. */
  #setTexts(texts: readonly Text[], authored: string, safe: string): boolean {
    let changed = false;
    texts.forEach((text, index) => {
      const data = authored === safe ? (this.#authored.get(text) ?? '') : index === 0 ? safe : '';
      if (text.data === data) return;
      text.data = data;
      changed = true;
    });
    return changed;
  }

  /** The wait for what `owner` begins to load; an element that loads nothing now does not wait. */
  #arrival(owner: Element): Promise<void> {
    const arrival = this.#arrivals.next(owner);
    this.#arrivals.sweep();
    return arrival;
  }

  #flushLink(link: Element): void {
    const state = this.#state(link);
    const hash = state.href === undefined ? undefined : assetHash(state.href);
    const turn = ++state.turn;
    const isSheet = /(^|\s)stylesheet(\s|$)/i.test(attributeOf(link, 'rel') ?? '');
    if (!isSheet || (hash === undefined && state.text === undefined)) {
      removeAttributeOf(link, 'href');
      this.#arrivals.forget(link);
      state.loading = false;
      return;
    }
    state.loading = true;
    const address = state.text !== undefined ? this.#assets.store(state.text) : this.#assets.address(hash!);
    this.#loads.add(
      address.then(async (safe) => {
        if (state.turn !== turn) return;
        if (safe === undefined) removeAttributeOf(link, 'href');
        // The same address again loads nothing anew.
        else if (attributeOf(link, 'href') === safe) await this.#arrivals.current(link);
        else {
          setAttributeOf(link, 'href', safe);
          await this.#arrival(link);
        }
        if (state.turn === turn) this.#replay(link, state);
      }),
    );
  }

  #replay(owner: Element, state: OwnerState): void {
    state.loading = false;
    const { sheet } = owner as Owner;
    if (!sheet) return;
    for (const op of state.waiting.splice(0)) this.apply(owner, op);
  }
}

const madeSafe = { sheet: (css: string) => css, value: (css: string) => css };
