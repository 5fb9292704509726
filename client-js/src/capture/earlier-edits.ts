import type { CssAssets } from './css-assets.ts';
import { guarded, report } from './guard.ts';
import type { Scheduler } from './scheduler.ts';
import { rulesOf } from './sheet-rules.ts';
import { tried } from './tried.ts';

type Owner = HTMLStyleElement | HTMLLinkElement;

/** A browser writes so many rules down in a millisecond or two. */
const rulesBetweenTurns = 100;
/** How long the page rests before linked sheets are looked at: few scripts edit one, and to find out takes time. */
const rest = 1000;

export interface EarlierEditsDelegate {
  /** Whether it is known already that script changed `sheet`. */
  isTouched(sheet: CSSStyleSheet): boolean;
  sheetReplaced(sheet: CSSStyleSheet): void;
}

/**
 * Finds what script had done to sheets before capture began, beyond the number of their rules: style elements after
 * the first keyframe, linked sheets when the page rests.
 */
export class EarlierEdits {
  readonly #css: CssAssets;
  readonly #scheduler: Scheduler;
  readonly #delegate: EarlierEditsDelegate;
  #owners: { readonly owner: Owner; readonly authored: CSSRuleList | undefined }[] = [];
  #work: Promise<void> | undefined;
  /** Ends the wait for a page at rest. */
  #goOn = () => {};
  #hurried = false;

  constructor(css: CssAssets, scheduler: Scheduler, delegate: EarlierEditsDelegate) {
    this.#css = css;
    this.#scheduler = scheduler;
    this.#delegate = delegate;
  }

  /** Whether a style element's sheet has another number of rules than its text says; else it is compared later. */
  differs(style: Owner, sheet: CSSStyleSheet): boolean {
    const rules = rulesOf(sheet);
    if (!rules) return false;
    const text = style.textContent ?? '';
    if (text.trim() === '') return rules.length > 0;
    const authored = authoredRules(text);
    if (!authored) return false;
    if (authored.length !== countOwn(rules)) return true;
    this.#later(style, authored);
    return false;
  }

  linkWritten(link: Owner): void {
    this.#later(link, undefined);
  }

  #later(owner: Owner, authored: CSSRuleList | undefined): void {
    // After the first keyframe capture sees all that script does.
    if (!this.#work) this.#owners.push({ owner, authored });
  }

  /** The first keyframe is whole. */
  begin(): void {
    this.#work ??= this.#compareAll().catch(report);
  }

  /** Compares what is left now. */
  async finish(): Promise<void> {
    this.#hurried = true;
    this.#goOn();
    await this.#work;
  }

  stop(): void {
    this.#owners = [];
    this.#goOn();
  }

  async #compareAll(): Promise<void> {
    await this.#compareEach('style', () => undefined);
    await this.#pause((go) => setTimeout(go, rest));
    await this.#compareEach('link', ({ sheet }) => {
      const text = sheet?.href && this.#css.textOf(sheet.href);
      return text ? authoredRules(text) : undefined;
    });
    this.#css.forget();
    this.#owners = [];
  }

  async #compareEach(name: string, rules: (owner: Owner) => CSSRuleList | undefined): Promise<void> {
    // Capture may stop meanwhile, and then there are none.
    for (let at = 0; at < this.#owners.length; at++) {
      const { owner, authored } = this.#owners[at]!;
      const { sheet } = owner;
      if (owner.localName !== name || !sheet || this.#delegate.isTouched(sheet)) continue;
      const expected = authored ?? rules(owner);
      if (expected && (await this.#wasEdited(sheet, expected)) && sheet === owner.sheet)
        this.#delegate.sheetReplaced(sheet);
    }
  }

  /**
   * Whether the rules of `live` are other than what its authored text says. What the page changes in between is for
   * those who watch it.
   */
  async #wasEdited(live: CSSStyleSheet, expected: CSSRuleList): Promise<boolean> {
    const rules = rulesOf(live);
    if (!rules) return false;
    let at = 0;
    for (const rule of rules) {
      if (isImport(rule)) continue;
      const other = expected[at++];
      if (at % rulesBetweenTurns === 0) await this.#pause((go) => this.#scheduler.whenIdle(go));
      if (!other || other.cssText !== rule.cssText) return true;
    }
    return at !== expected.length;
  }

  #pause(later: (go: () => void) => void): Promise<void> {
    if (this.#hurried) return this.#scheduler.giveWay();
    return new Promise((resolve) => {
      this.#goOn = resolve;
      later(guarded(resolve));
    });
  }
}

/** What a browser makes of CSS; without imports, which constructed sheets have none of. */
const authoredRules = (text: string): CSSRuleList | undefined =>
  tried(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet.cssRules;
  });

const isImport = (rule: CSSRule): boolean => 'styleSheet' in rule;

function countOwn(rules: CSSRuleList): number {
  let own = rules.length;
  // Imports stand first, behind layers at most.
  for (const rule of rules) {
    if (isImport(rule)) own--;
    else if (!('nameList' in rule)) break;
  }
  return own;
}
