import { type CssRewriteRules, nothingAddress } from './css-rewrite-rules.ts';
import { type CssToken, quoteCss, tokenizeCss } from './css-tokens.ts';
import { customStateTwin, twinOfPseudoClass } from './state-twins.ts';

const addressFunctions = new Set([
  'url',
  'src',
  'image-set',
  '-webkit-image-set',
  'image',
  'cross-fade',
  '-webkit-cross-fade',
]);
/** Functions that stand for what is written elsewhere, in the page or in the sheet. */
const substitutes = /^(var|env|attr|if|inherit|ident|first-valid|random-item|toggle|--.*)$/i;
const closerOf: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/**
 * Writes CSS anew so that nothing foreign loads and states come from attributes. Everything else keeps its text.
 *
 * A one-pass walk over tokens that knows where it is: in a prelude (selectors are rewritten there), in a
 * declaration's value (addresses only), or in an at-rule's prelude.
 */
export class CssRewriter {
  readonly #rules: CssRewriteRules;
  #tokens: readonly CssToken[] = [];
  #at = 0;
  #out: string[] = [];

  constructor(rules: CssRewriteRules) {
    this.#rules = rules;
  }

  /** A whole sheet, or one rule. */
  sheet(css: string): string {
    // As the first of a file it is a mark that is taken away, and what comes behind it means something else.
    const text = css.startsWith('\ufeff') ? `/**/${css}` : css;
    return this.#run(text, () => {
      while (this.#at < this.#tokens.length) this.#item(true);
    });
  }

  /** A list of declarations, as in a style attribute. */
  declarations(css: string): string {
    return this.#run(css, () => {
      while (this.#at < this.#tokens.length) this.#item(false);
    });
  }

  /** One declaration's value, or a presentation attribute. */
  value(css: string): string {
    return this.#run(css, () => {
      while (this.#at < this.#tokens.length) this.#component();
    });
  }

  #run(css: string, walk: () => void): string {
    this.#tokens = tokenizeCss(css);
    this.#at = 0;
    this.#out = [];
    walk();
    return this.#out.join('');
  }

  #peek(offset = 0): CssToken | undefined {
    return this.#tokens[this.#at + offset];
  }

  #copy(): void {
    this.#out.push(this.#tokens[this.#at++]!.raw);
  }

  /** A rule or a declaration, up to and with its end. */
  #item(ruleList: boolean): void {
    const token = this.#peek()!;
    if (token.type === 'space' || token.type === 'comment' || token.type === 'semicolon') this.#copy();
    else if (token.type === 'at') this.#atRule();
    else if (token.raw === '<!--' || token.raw === '-->' || token.type === 'close') this.#copy();
    else if (ruleList || this.#opensBlock()) this.#qualifiedRule();
    else this.#declaration();
  }

  /** Whether what begins here is a rule: a block comes before its end, and it is no custom property. */
  #opensBlock(): boolean {
    if (this.#peek()!.value.startsWith('--')) {
      const next = this.#peek(1)?.type === 'space' ? this.#peek(2) : this.#peek(1);
      if (next?.type === 'colon') return false;
    }
    let depth = 0;
    for (let i = this.#at; i < this.#tokens.length; i++) {
      const token = this.#tokens[i]!;
      if (token.type === 'function') depth++;
      else if (token.type === 'open') {
        if (token.raw === '{' && depth === 0) return true;
        depth++;
      } else if (token.type === 'close') {
        if (depth === 0) return false;
        depth--;
      } else if (token.type === 'semicolon' && depth === 0) return false;
    }
    return false;
  }

  #qualifiedRule(): void {
    this.#selectors('{');
    if (this.#peek()?.raw === '{') this.#block(false);
  }

  #block(ruleList: boolean): void {
    this.#copy();
    while (this.#at < this.#tokens.length) {
      if (this.#peek()!.raw === '}') {
        this.#copy();
        return;
      }
      this.#item(ruleList);
    }
    this.#out.push('}');
  }

  #declaration(): void {
    while (this.#at < this.#tokens.length) {
      const token = this.#peek()!;
      if (token.type === 'semicolon') {
        this.#copy();
        return;
      }
      if (token.type === 'close' && token.raw === '}') return;
      this.#component();
    }
  }

  #atRule(): void {
    const name = this.#peek()!.value;
    if (name === 'import') {
      this.#import();
      return;
    }
    this.#copy();
    if (name === 'scope') this.#selectors('{');
    while (this.#at < this.#tokens.length) {
      const token = this.#peek()!;
      if (token.type === 'semicolon') {
        this.#copy();
        return;
      }
      if (token.raw === '}') return;
      if (token.raw === '{') {
        this.#block(false);
        return;
      }
      // An address in a prelude (@namespace, @document) names something and loads nothing.
      if (token.type === 'url' || token.type === 'string') this.#copy();
      else this.#component();
    }
  }

  #import(): void {
    this.#copy();
    while (this.#peek()?.type === 'space' || this.#peek()?.type === 'comment') this.#copy();
    let authored: string | undefined;
    const token = this.#peek();
    if (token?.type === 'url' || token?.type === 'string') {
      authored = token.value;
      this.#at++;
    } else if (token?.type === 'function' && token.value.toLowerCase() === 'url') {
      this.#at++;
      while (this.#peek() && this.#peek()!.raw !== ')') {
        if (this.#peek()!.type === 'string') authored ??= this.#peek()!.value;
        this.#at++;
      }
      this.#at++;
    }
    const address = authored === undefined ? undefined : this.#rules.importAddress(authored);
    this.#out.push(` ${quoteCss(address ?? 'data:text/css,')}`);
    while (this.#at < this.#tokens.length) {
      const rest = this.#peek()!;
      if (rest.type === 'semicolon') {
        this.#copy();
        return;
      }
      if (rest.raw === '{') {
        this.#block(false);
        return;
      }
      if (rest.raw === '}') return;
      this.#component();
    }
  }

  /** One component of a value, with what it encloses. */
  #component(): void {
    const token = this.#peek()!;
    if (token.type === 'url' || token.type === 'badUrl') {
      this.#at++;
      this.#out.push(`url(${quoteCss(this.#rules.address(token.value) ?? nothingAddress)})`);
    } else if (token.type === 'function') {
      const loads = addressFunctions.has(token.value.toLowerCase());
      this.#copy();
      this.#enclosed(')', loads);
    } else if (token.type === 'open') {
      this.#copy();
      this.#enclosed(closerOf[token.raw]!, false);
    } else this.#copy();
  }

  #enclosed(closer: string, loads: boolean): void {
    while (this.#at < this.#tokens.length) {
      const token = this.#peek()!;
      if (token.raw === closer) {
        this.#copy();
        return;
      }
      if (loads && token.type === 'string') {
        this.#at++;
        this.#out.push(quoteCss(this.#rules.address(token.value) ?? nothingAddress));
      } else if (loads && token.type === 'function' && substitutes.test(token.value)) {
        // What would be substituted here is not known, so it may not become an address.
        this.#skipEnclosed();
        this.#out.push(quoteCss(nothingAddress));
      } else this.#component();
    }
    this.#out.push(closer);
  }

  #skipEnclosed(): void {
    let depth = 0;
    do {
      const token = this.#tokens[this.#at++]!;
      if (token.type === 'open' || token.type === 'function') depth++;
      else if (token.type === 'close') depth--;
    } while (depth > 0 && this.#at < this.#tokens.length);
  }

  /** A selector list, to the token that ends it at this depth. */
  #selectors(end: string): void {
    let afterPseudoElement = false;
    while (this.#at < this.#tokens.length) {
      const token = this.#peek()!;
      if (token.raw === end || token.type === 'semicolon' || token.raw === '}') return;
      if (token.type === 'space' || token.raw === ',') afterPseudoElement = false;
      if (token.type === 'open' && token.raw === '[') {
        this.#copy();
        this.#enclosed(']', false);
      } else if (token.type === 'open') {
        this.#copy();
        this.#selectors(closerOf[token.raw]!);
        if (this.#peek()?.raw === closerOf[token.raw]) this.#copy();
      } else if (token.type === 'colon' && this.#peek(1)?.type === 'colon') {
        afterPseudoElement = true;
        this.#copy();
        this.#copy();
        if (this.#peek()?.type === 'function') this.#function();
        else if (this.#peek()?.type === 'ident') this.#copy();
      } else if (token.type === 'colon') this.#pseudoClass(afterPseudoElement);
      else if (token.type === 'url' || token.type === 'badUrl') this.#component();
      else if (token.type === 'function') this.#function();
      else this.#copy();
    }
  }

  #function(): void {
    // No selector is such a function: if a browser reads this as a value, it is treated as one.
    if (addressFunctions.has(this.#peek()!.value.toLowerCase())) {
      this.#component();
      return;
    }
    this.#copy();
    this.#selectors(')');
    if (this.#peek()?.raw === ')') this.#copy();
    else this.#out.push(')');
  }

  #pseudoClass(afterPseudoElement: boolean): void {
    const name = this.#peek(1);
    if (name?.type === 'ident' && !afterPseudoElement) {
      const pseudoClass = name.value.toLowerCase();
      const twin = twinOfPseudoClass(pseudoClass);
      if (twin !== undefined) {
        this.#rules.twinUsed(pseudoClass);
        this.#at += 2;
        this.#out.push(twin);
        return;
      }
    }
    if (
      name?.type === 'function' &&
      name.value.toLowerCase() === 'state' &&
      this.#peek(2)?.type === 'ident'
    ) {
      this.#rules.twinUsed('state');
      this.#out.push(`[${customStateTwin}~=${quoteCss(this.#peek(2)!.value)}]`);
      this.#at += 3;
      if (this.#peek()?.raw === ')') this.#at++;
      return;
    }
    this.#copy();
    if (this.#peek()?.type === 'function') this.#function();
    else if (this.#peek()?.type === 'ident') this.#copy();
  }
}
