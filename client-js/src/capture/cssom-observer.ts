import { Patches, realmOf } from './patches.ts';
import { placeOf, type RulePlace } from './sheet-rules.ts';

export interface CssomDelegate {
  ruleInserted(place: RulePlace, index: number, text: string): void;
  ruleDeleted(place: RulePlace, index: number): void;
  ruleChanged(rule: CSSRule): void;
  /** All rules may be others now. */
  sheetReplaced(sheet: CSSStyleSheet): void;
  sheetStateChanged(sheet: CSSStyleSheet): void;
  /** Rules that would say what script registered with a document: custom properties and fonts. */
  registered(document: Document, css: string): void;
}

type Holder = CSSStyleSheet | CSSGroupingRule | CSSKeyframesRule;
type Realm = Window & Record<string, { prototype: object } | undefined>;

/** Sees script change style sheets, in every window that is captured. */
export class CssomObserver {
  readonly #delegate: CssomDelegate;
  readonly #patches = new Patches();
  readonly #realms = new WeakSet<object>();
  /** Declarations change by plain assignment, which nothing tells: rules whose `style` was read are compared. */
  readonly #suspects = new Map<CSSRule, { text: string; until: number }>();

  constructor(delegate: CssomDelegate) {
    this.#delegate = delegate;
  }

  start(window: Window): void {
    if (this.#realms.has(realmOf(window))) return;
    this.#realms.add(realmOf(window));
    const of = (name: string) => (window as unknown as Realm)[name]?.prototype;
    const sheet = of('CSSStyleSheet');
    this.#patches.use(sheet, 'addRule removeRule replaceSync', (self: CSSStyleSheet) =>
      this.#delegate.sheetReplaced(self),
    );
    for (const name of ['CSSStyleSheet', 'CSSGroupingRule', 'CSSStyleRule']) this.#holder(of(name));
    this.#patches.method(sheet, 'replace', (self: CSSStyleSheet, _, done: Promise<unknown>) => {
      const replaced = () => this.#delegate.sheetReplaced(self);
      done.then(replaced, () => {});
    });
    this.#patches.use(of('StyleSheet'), 'disabled', (self: CSSStyleSheet) =>
      this.#delegate.sheetStateChanged(self),
    );
    this.#patches.use(of('HTMLStyleElement'), 'disabled', ({ sheet: own }: HTMLStyleElement) => {
      if (own) this.#delegate.sheetStateChanged(own);
    });
    this.#rules(of);
    this.#registrations(window as Window & typeof globalThis);
  }

  #registrations(window: Window & typeof globalThis): void {
    let css = '';
    const register = (rule: string) => {
      css += rule;
      this.#delegate.registered(window.document, css);
    };
    this.#patches.method(window.CSS, 'registerProperty', (_, [property]: PropertyDefinition[]) => {
      const { name, syntax = '*', inherits, initialValue } = property!;
      const initial = initialValue === undefined ? '' : `initial-value:${initialValue}`;
      register(`@property ${name}{syntax:"${syntax}";inherits:${inherits};${initial}}`);
    });
    this.#patches.construct(window, 'FontFace', ([family, source, more]) => {
      const { style = '', weight = '', unicodeRange = '' } = (more ?? {}) as FontFaceDescriptors;
      const range = unicodeRange && `unicode-range:${unicodeRange}`;
      if (typeof source === 'string')
        register(
          `@font-face{font-family:"${family}";src:${source};font-style:${style};font-weight:${weight};${range}}`,
        );
    });
  }

  #rules(of: (name: string) => object | undefined): void {
    const changed = (rule: CSSRule) => this.#delegate.ruleChanged(rule);
    this.#patches.use(of('CSSStyleRule'), 'selectorText', changed);
    this.#patches.use(of('CSSPageRule'), 'selectorText', changed);
    this.#patches.use(of('CSSKeyframeRule'), 'keyText', changed);
    this.#patches.use(of('CSSKeyframesRule'), 'name appendRule deleteRule', changed);
    this.#patches.use(
      of('CSSStyleDeclaration'),
      'setProperty removeProperty cssText',
      (self: CSSStyleDeclaration) => {
        if (self.parentRule !== null) changed(self.parentRule);
      },
    );
    for (const name of 'StyleRule KeyframeRule FontFaceRule PageRule NestedDeclarations'.split(' ')) {
      this.#patches.getter(of(`CSS${name}`), 'style', (rule: CSSRule) => this.#suspect(rule));
      this.#patches.getter(of(`CSS${name}`), 'styleMap', (rule: CSSRule) => this.#suspect(rule));
    }
    this.#patches.use(of('MediaList'), 'mediaText appendMedium deleteMedium', (self: MediaList) =>
      this.#mediaEdited(self),
    );
    this.#patches.getter(of('CSSMediaRule'), 'media', (rule: CSSMediaRule, media: MediaList) =>
      this.#media.set(media, rule),
    );
    this.#patches.getter(of('StyleSheet'), 'media', (sheet: CSSStyleSheet, media: MediaList) =>
      this.#media.set(media, sheet),
    );
  }

  readonly #media = new WeakMap<MediaList, CSSMediaRule | CSSStyleSheet>();

  #mediaEdited(media: MediaList): void {
    const owner = this.#media.get(media);
    if (owner === undefined) return;
    if ('conditionText' in owner) this.#delegate.ruleChanged(owner);
    else this.#delegate.sheetStateChanged(owner as CSSStyleSheet);
  }

  #holder(prototype: object | undefined): void {
    this.#patches.method(prototype, 'insertRule', (self: Holder, args: unknown[], index: number) => {
      const place = holderPlace(self);
      if (place) this.#delegate.ruleInserted(place, index, String(args[0]));
    });
    this.#patches.method(prototype, 'deleteRule', (self: Holder, args: unknown[]) => {
      const place = holderPlace(self);
      if (place) this.#delegate.ruleDeleted(place, Number(args[0]));
    });
  }

  #suspect(rule: CSSRule): void {
    const known = this.#suspects.get(rule);
    const until = performance.now() + 2000;
    if (known !== undefined) known.until = until;
    else if (this.#suspects.size < 500) this.#suspects.set(rule, { text: rule.cssText, until });
  }

  /** Looks at the rules whose declarations script has in hand; whether there are any. */
  compare(): boolean {
    if (this.#suspects.size === 0) return false;
    const now = performance.now();
    for (const [rule, known] of this.#suspects) {
      if (rule.cssText !== known.text) {
        known.text = rule.cssText;
        this.#delegate.ruleChanged(rule);
      }
      if (known.until < now) this.#suspects.delete(rule);
    }
    return true;
  }

  stop(): void {
    this.#patches.undo();
    this.#suspects.clear();
  }
}

function holderPlace(holder: Holder): RulePlace | undefined {
  if (!('ownerNode' in holder)) return placeOf(holder);
  if (holder.ownerRule === null) return { sheet: holder, path: [] };
  return placeOf(holder.ownerRule);
}
