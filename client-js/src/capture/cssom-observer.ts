import type { Patches } from './patches.ts';
import { placeOf, type RulePlace } from './sheet-rules.ts';

export interface RuleEdit extends RulePlace {
  readonly index: number;
  /** Undefined: the rule was deleted. */
  readonly text?: string;
}

export interface CssomDelegate {
  ruleEdited(edit: RuleEdit): void;
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
  readonly #patches: Patches;
  /** Declarations change by plain assignment, which nothing tells: rules whose `style` was read are compared. */
  readonly #suspects = new Map<CSSRule, { text: string; until: number }>();

  constructor(delegate: CssomDelegate, patches: Patches) {
    this.#delegate = delegate;
    this.#patches = patches;
  }

  start(window: Window): void {
    const of = (name: string) => (window as unknown as Realm)[name]?.prototype;
    const sheet = of('CSSStyleSheet');
    this.#patches.use(sheet, 'addRule removeRule replaceSync', (self: CSSStyleSheet) =>
      this.#delegate.sheetReplaced(self),
    );
    for (const name of ['CSSStyleSheet', 'CSSGroupingRule', 'CSSStyleRule']) this.#holder(of(name));
    this.#patches.part('value', sheet, 'replace', (self: CSSStyleSheet, _, done: Promise<unknown>) => {
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
    this.#patches.part('value', window.CSS, 'registerProperty', (_, [property]: PropertyDefinition[]) => {
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
        if (self.parentRule) changed(self.parentRule);
      },
    );
    for (const name of 'StyleRule KeyframeRule FontFaceRule PageRule NestedDeclarations'.split(' ')) {
      this.#patches.part('get', of(`CSS${name}`), 'style', (rule: CSSRule) => this.#suspect(rule));
      this.#patches.part('get', of(`CSS${name}`), 'styleMap', (rule: CSSRule) => this.#suspect(rule));
    }
    this.#patches.use(of('MediaList'), 'mediaText appendMedium deleteMedium', (self: MediaList) =>
      this.#mediaEdited(self),
    );
    for (const name of ['CSSMediaRule', 'StyleSheet'])
      this.#patches.part(
        'get',
        of(name),
        'media',
        (owner: CSSMediaRule | CSSStyleSheet, _, media: MediaList) => this.#media.set(media, owner),
      );
  }

  readonly #media = new WeakMap<MediaList, CSSMediaRule | CSSStyleSheet>();

  #mediaEdited(media: MediaList): void {
    const owner = this.#media.get(media);
    if (!owner) return;
    if ('conditionText' in owner) this.#delegate.ruleChanged(owner);
    else this.#delegate.sheetStateChanged(owner as CSSStyleSheet);
  }

  #holder(prototype: object | undefined): void {
    this.#patches.part('value', prototype, 'insertRule', (self: Holder, args: unknown[], index: number) => {
      const place = holderPlace(self);
      if (place) this.#delegate.ruleEdited({ ...place, index, text: String(args[0]) });
    });
    this.#patches.part('value', prototype, 'deleteRule', (self: Holder, args: unknown[]) => {
      const place = holderPlace(self);
      if (place) this.#delegate.ruleEdited({ ...place, index: Number(args[0]) });
    });
  }

  #suspect(rule: CSSRule): void {
    const known = this.#suspects.get(rule);
    const until = performance.now() + 2000;
    if (known) known.until = until;
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
}

function holderPlace(holder: Holder): RulePlace | undefined {
  if (!('ownerNode' in holder)) return placeOf(holder);
  if (!holder.ownerRule) return { sheet: holder, path: [] };
  return placeOf(holder.ownerRule);
}
