import { context } from '../masking/gate.ts';
import type { NodeId } from '../protocol/op.ts';
import type { CssAssets } from './css-assets.ts';
import type { CssomDelegate, RuleEdit } from './cssom-observer.ts';
import { EarlierEdits, type EarlierEditsDelegate } from './earlier-edits.ts';
import { mark } from './mirror.ts';
import type { MutationCollector } from './mutation-collector.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { Scheduler } from './scheduler.ts';
import { placeOf, rulesOf, ruleTexts } from './sheet-rules.ts';

/** Beyond so many edits between two looks, sheets are told whole. */
const mostEdits = 4096;
/** Rules that one op tells; the others are inserted behind them. */
const mostRules = 1 << 14;

/** CSS without any of these holds nothing that is rewritten. */
const loading = /url\(|image-set\(|@import|["'\\[]|--|\/\*|initial-value/i;

/** Brings to replicas what style sheets say beyond the text of their elements. */
export class StyleCapture implements CssomDelegate, EarlierEditsDelegate {
  readonly earlier: EarlierEdits;
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #css: CssAssets;
  readonly #changes: MutationCollector;
  /** Sheets that script changed: their text no longer says what they are. */
  readonly #touched = new Set<CSSStyleSheet>();
  /** Whose sheets they were that script did something to. */
  readonly #owners = new Map<CSSStyleSheet, Node | null>();
  #edits: RuleEdit[] = [];
  readonly #rules = new Set<CSSRule>();
  readonly #replaced = new Set<CSSStyleSheet>();
  readonly #states = new Set<CSSStyleSheet>();
  /** Sheets told whole in this flush: edits that came before are in them. */
  readonly #whole = new Set<CSSStyleSheet>();
  readonly #registered = new WeakMap<Node, CSSStyleSheet>();
  readonly #adopted = new Map<Document | ShadowRoot, readonly CSSStyleSheet[]>();

  constructor(
    ids: NodeIds,
    nodes: NodeWriter,
    css: CssAssets,
    changes: MutationCollector,
    scheduler: Scheduler,
  ) {
    this.earlier = new EarlierEdits(css, scheduler, this);
    this.#ids = ids;
    this.#nodes = nodes;
    this.#css = css;
    this.#changes = changes;
  }

  #touch(sheet: CSSStyleSheet): void {
    this.#touched.add(sheet);
    this.#owners.set(sheet, sheet.ownerNode);
  }

  /** An element that is put elsewhere takes its sheet from its text again, and replicas keep what was done to it. */
  #compareOwners(): void {
    for (const [sheet, owner] of this.#owners) {
      const now = owner && (owner as HTMLStyleElement).sheet;
      if (!now || now === sheet) continue;
      this.#owners.delete(sheet);
      if (this.#touched.delete(sheet)) this.#replaced.add(now);
      this.#states.add(now);
    }
  }

  ruleEdited(edit: RuleEdit): void {
    this.#changes.noted();
    this.#touch(edit.sheet);
    if (this.#edits.length < mostEdits) this.#edits.push(edit);
    else this.#replaced.add(edit.sheet);
  }

  ruleChanged(rule: CSSRule): void {
    this.#changes.noted();
    this.#rules.add(rule);
    const sheet = rule.parentStyleSheet;
    if (sheet) this.#touch(sheet);
  }

  sheetReplaced(sheet: CSSStyleSheet): void {
    this.#changes.noted();
    this.#touch(sheet);
    this.#replaced.add(sheet);
  }

  sheetStateChanged(sheet: CSSStyleSheet): void {
    this.#changes.noted();
    this.#owners.set(sheet, sheet.ownerNode);
    this.#states.add(sheet);
  }

  /** Sheets that are there already name what may leave under its name. */
  nameAll(document: Document): void {
    if (!this.#css.strings) for (const sheet of document.styleSheets) this.#name(rulesOf(sheet));
  }

  #name(rules: CSSRuleList | undefined): void {
    for (const rule of (rules ?? []) as Iterable<CSSRule & Partial<CSSStyleRule & CSSImportRule>>) {
      if (rule.selectorText) this.#css.names?.gather(rule.selectorText);
      const inner = rule.styleSheet ?? rule;
      if ('cssRules' in inner) this.#name(rulesOf(inner));
    }
  }

  /** Says again what bears a name that a sheet has come to name. */
  nameAgain(): void {
    const missed = this.#css.names?.takeMissed();
    if (!missed?.size) return;
    const selector = Array.from(missed, (word) => `.${CSS.escape(word)},#${CSS.escape(word)}`).join();
    for (const root of this.roots()) {
      for (const element of root.querySelectorAll(selector)) {
        this.#changes.attribute(element, 'class');
        this.#changes.attribute(element, 'id');
      }
    }
  }

  /** The text of a style element's text node, with its assets. */
  styleText(text: Text, style: Element, shows: boolean): string {
    return this.#css.ready(
      text.data,
      style.baseURI,
      ({ settled }) => void settled.then(() => this.#changes.text(text)),
      shows ? undefined : false,
    );
  }

  /** After an element that owns a sheet was written: what its text does not say. */
  ownerWritten(element: HTMLStyleElement | HTMLLinkElement, id: NodeId): void {
    const sheet = element.sheet;
    if (!sheet) return;
    if (this.#touched.has(sheet) || (element.localName === 'style' && this.earlier.differs(element, sheet))) {
      this.#tellRules(sheet, id);
    } else if (element.localName === 'link') this.earlier.linkWritten(element);
    const attribute = element.getAttribute('media');
    const disabled = element.localName === 'link' && element.hasAttribute('disabled');
    // As the browser itself would write it.
    const media = attribute && matchMedia(attribute).media;
    if (sheet.disabled !== disabled || sheet.media.mediaText !== (media ?? '')) this.#tellState(sheet, id);
  }

  #tellState(sheet: CSSStyleSheet, id: NodeId): void {
    this.#nodes.writer.style.sheetState(id, sheet.disabled, sheet.media.mediaText);
  }

  isTouched(sheet: CSSStyleSheet): boolean {
    return this.#touched.has(sheet);
  }

  #tellRules(sheet: CSSStyleSheet, id: NodeId): void {
    this.#touch(sheet);
    this.#whole.add(sheet);
    const rules = ruleTexts(sheet).map((rule) => this.#ready(rule, sheet));
    this.#nodes.writer.style.sheetRules(id, [], rules.slice(0, mostRules));
    for (let i = mostRules; i < rules.length; i++) this.#nodes.writer.style.ruleInsert(id, [], i, rules[i]!);
  }

  /** Rules of `sheet` with their assets; `late` is called when there are more. */
  #ready(css: string, sheet: CSSStyleSheet, late = () => void this.#replaced.add(sheet)): string {
    if (!loading.test(css)) {
      this.#css.names?.gather(css);
      return css;
    }
    const base = sheet.href ?? sheet.ownerNode?.baseURI ?? document.baseURI;
    const shows = this.#isMasked(sheet) ? false : undefined;
    return this.#css.ready(css, base, ({ settled }) => void settled.then(late), shows);
  }

  /** Whether a sheet belongs to what is masked. */
  #isMasked(sheet: CSSStyleSheet): boolean {
    const masked = (node: Node) => (this.#ids.held(this.#ids.of(node)) & context.masked) !== 0;
    if (sheet.ownerNode) return masked(sheet.ownerNode);
    for (const [root, sheets] of this.#adopted) if (sheets.includes(sheet) && masked(root)) return true;
    return false;
  }

  /** After a document or shadow root was written. */
  rootWritten(root: Node, id: NodeId): void {
    if (root.nodeType !== 9 && !('host' in root)) return;
    const sheets = this.#adoptedBy(root as Document | ShadowRoot);
    this.#adopted.set(root as Document | ShadowRoot, sheets);
    if (sheets.length > 0) this.#tellAdopted(sheets, id);
  }

  /** A sheet that only replicas adopt. */
  registered(document: Document, css: string): void {
    const sheet = this.#registered.get(document) ?? new CSSStyleSheet();
    this.#registered.set(document, sheet);
    sheet.replaceSync(css);
    this.sheetReplaced(sheet);
  }

  #adoptedBy(root: Document | ShadowRoot): CSSStyleSheet[] {
    const registered = this.#registered.get(root);
    // An image of this name hides them.
    const { adoptedStyleSheets: own } = root;
    return [...(Array.isArray(own) ? own : []), ...(registered ? [registered] : [])];
  }

  #tellAdopted(sheets: readonly CSSStyleSheet[], root: NodeId): void {
    const ids = sheets.map((sheet) => {
      let id = this.#ids.of(sheet);
      if (id && this.#ids.saidIn(id) === this.#ids.keyframe) return id;
      if (!id) id = this.#ids.give(sheet, this.#ids.keyframe, mark.closed);
      else this.#ids.say(id, this.#ids.keyframe);
      this.#tellSheet(sheet, id);
      return id;
    });
    this.#nodes.writer.style.adopted(root, ids);
  }

  #tellSheet(sheet: CSSStyleSheet, id: NodeId): void {
    this.#whole.add(sheet);
    const text = this.#ready(ruleTexts(sheet).join('\n'), sheet);
    this.#nodes.writer.style.sheet(id, text, sheet.media.mediaText, sheet.disabled);
  }

  /** Sends what script did to sheets since the last time; replicas have all new nodes by now. */
  flush(): void {
    this.#compareAdopted();
    this.#compareOwners();
    for (const sheet of this.#replaced) this.#tellReplaced(sheet);
    const edits = this.#edits;
    this.#edits = [];
    for (const edit of edits) this.#tellEdit(edit);
    for (const rule of this.#rules) this.#tellRule(rule);
    for (const sheet of this.#states) {
      const id = this.#idOf(sheet);
      if (id) this.#tellState(sheet, id);
    }
    this.#replaced.clear();
    this.#rules.clear();
    this.#states.clear();
    this.#whole.clear();
  }

  #idOf(sheet: CSSStyleSheet): NodeId {
    return this.#ids.of(sheet.ownerNode ?? sheet);
  }

  #tellReplaced(sheet: CSSStyleSheet): void {
    const id = this.#idOf(sheet);
    if (!id || this.#whole.has(sheet)) return;
    if (!sheet.ownerNode) this.#tellSheet(sheet, id);
    else this.#tellRules(sheet, id);
  }

  #tellEdit({ sheet, path, index, text }: RuleEdit): void {
    const id = this.#idOf(sheet);
    if (!id || this.#whole.has(sheet)) return;
    if (text === undefined) this.#nodes.writer.style.ruleDelete(id, path, index);
    else this.#nodes.writer.style.ruleInsert(id, path, index, this.#ready(text, sheet));
  }

  #tellRule(rule: CSSRule): void {
    const place = placeOf(rule);
    if (!place || this.#whole.has(place.sheet)) return;
    const id = this.#idOf(place.sheet);
    if (!id) return;
    const text = this.#ready(rule.cssText, place.sheet, () => void this.#rules.add(rule));
    this.#nodes.writer.style.ruleText(id, place.path, text);
  }

  /** Arrays of adopted sheets change without a call: `push`, `splice`. */
  #compareAdopted(): void {
    for (const [root, known] of this.#adopted) {
      const id = this.#ids.of(root);
      if (!id) {
        this.#adopted.delete(root);
        continue;
      }
      const now = this.#adoptedBy(root);
      if (now.length === known.length && known.every((sheet, i) => sheet === now[i])) continue;
      this.#adopted.set(root, now);
      this.#tellAdopted(now, id);
    }
  }

  /** The text of a style element was written again, which takes back what script did to its sheet. */
  textWritten(style: Element): void {
    const sheet = (style as HTMLStyleElement).sheet;
    const id = this.#ids.of(style);
    if (sheet && id && this.#touched.has(sheet)) this.#tellRules(sheet, id);
  }

  /** Replicas load a link's sheet again: what script did to it has to follow. */
  linkTold({ sheet }: HTMLLinkElement): void {
    if (!sheet) return;
    if (this.#touched.has(sheet)) this.#replaced.add(sheet);
    if (sheet.disabled) this.#states.add(sheet);
  }

  /** The documents and shadow roots that replicas have. */
  roots(): Iterable<Document | ShadowRoot> {
    return [...this.#adopted.keys()].filter((root) => this.#ids.of(root) !== 0);
  }

  isReadable(sheet: CSSStyleSheet): boolean {
    return rulesOf(sheet) !== undefined;
  }

  /** The page had its turn: what it edits from now on is in no sheet that was told. */
  turnEnded(): void {
    this.#whole.clear();
  }
}
