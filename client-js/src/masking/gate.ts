import { getOrMake } from '../protocol/get-or-make.ts';
import { plainAddress } from './address-rules.ts';
import {
  addressAttributes,
  fieldAttributes,
  isTextAttribute,
  shownAttributes,
  showsForeign,
} from './attribute-rules.ts';
import { AuthoredNames } from './authored-names.ts';
import { holdsNumber } from './detectors.ts';
import { HiddenValues } from './hidden-values.ts';
import { joinedTexts } from './joined-texts.ts';
import { attributeMask, maskText } from './mask-text.ts';
import { type AttributeRule, type FieldRule, isBroken, patternOf, right, rulesOn } from './page-rules.ts';
import { alias, isPlain } from './plain-values.ts';
import { type FieldRight, type Policy, policy as policies, type Rule } from './policy.ts';
import { words } from './words.ts';

/** What holds for the text below an element: nothing special, masked, allowed by a strict policy, or only for some viewers. */
export const context = { plain: 0, masked: 1, allowed: 2, restricted: 3 } as const;
export type Context = (typeof context)[keyof typeof context];

const inline = words(
  'a abbr b bdi bdo cite code em font i kbd label mark q s samp small span strong sub sup u var',
);
const fields = words('input textarea select datalist option optgroup');
const everywhere = words('class id dir lang role tabindex');
const shown = { held: context.plain, blocked: false } as const;
const editable =
  '[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="searchbox"],[role="spinbutton"]';
export const html = 'http://www.w3.org/1999/xhtml';
const digit = /\p{Nd}/u;
/** What nobody may ever see in a field. */
const secret = /\bcc-|one-time-code|(?:current|new)-password/i;
/** Shorter texts are the same by chance. */
const telling = 5;
const mostSecrets = 10_000;

/**
 * The one gate: every string that leaves the page passes it, with what holds for the node that it comes from.
 * What was masked once stays masked, wherever it moves.
 */
export class Gate {
  readonly unmasked: boolean;
  readonly names = new AuthoredNames();
  readonly #hidden = new HiddenValues(this.names);
  readonly #tags = new Map<string, boolean>();
  /** Texts that a rule masks: they are masked wherever they are written again. */
  readonly #secrets = new Set<string>();
  readonly #strict: boolean;
  readonly #policy: Policy;
  readonly #patterns: readonly (RegExp | null)[];
  /** Whether anything is granted on fields, on this page or another. */
  readonly #grants: boolean;
  #path: string | undefined;
  #rules = '';
  #mask = '';
  #block = '';
  #allow = '';
  #covers = '';
  #attributes: readonly AttributeRule[] = [];
  #fields: readonly FieldRule[] = [];
  /** What shows to some viewers only. */
  classRules: readonly Rule[] = [];
  #restrict = '';
  /** Fields that hid what was typed once. */
  readonly #passwords = new WeakSet<Element>();
  /** What was masked once, with the mask of a text. */
  readonly #tainted = new WeakMap<Node, string>();
  /** Masked for everybody but some classes of viewers. */
  readonly #restricted = new WeakMap<Node, string>();
  #revealed: Node[] = [];
  #asked: Element | undefined;
  #denied = false;
  /** Joined in this turn, and holds no number. */
  #harmless: Node | null = null;

  constructor(policy: Policy, path = '') {
    this.unmasked = policy.text === 'unmasked';
    this.#policy = isBroken(policy) ? policies.strict() : policy;
    this.#strict = this.#policy.text === 'strict';
    this.#patterns = (this.#policy.patterns ?? []).map(patternOf);
    this.#grants = (this.#policy.rules ?? []).some(({ effect }) => effect === 'field');
    this.turned(path);
  }

  /** The page has this path now; whether other rules hold there. */
  turned(path: string): boolean {
    if (path === this.#path) return false;
    this.#path = path;
    const rules = rulesOn(this.#policy, path);
    const former = this.#rules;
    this.#rules = JSON.stringify(rules);
    this.#mask = this.unmasked ? '' : ['[data-cobrowse-mask]', ...rules.mask, editable].join();
    this.#block = ['[data-cobrowse-block]', ...rules.block].join();
    this.classRules = rules.classes;
    this.#restrict = rules.classes.map(({ select }) => select).join();
    this.#covers = [this.#mask, this.#block, this.#restrict].filter(Boolean).join();
    this.#allow = this.#strict ? rules.allow.join() : '';
    this.#attributes = rules.attributes;
    this.#fields = rules.fields;
    return this.#rules !== former;
  }

  /** Whether it matters what is entered into fields. */
  get watchesFields(): boolean {
    return this.unmasked || this.#grants;
  }

  /** What the policy grants on a field, as bits. */
  #rightsOn(element: Element): number {
    if (!this.#grants || !this.#isField(element)) return 0;
    const field = element.closest('select,datalist') ?? element;
    if ((field as HTMLInputElement).type === 'password') this.#passwords.add(field);
    if (this.#passwords.has(field) || secret.test(field.getAttribute('autocomplete') ?? '')) return 0;
    const granted = this.#fields.filter(({ select }) => field.matches(select));
    const rights = granted.reduce((all, rule) => all & rule.rights, granted.length > 0 ? 15 : 0);
    // The page may mask what the policy shows.
    return this.#tainted.has(field) ? rights & ~(right.value | right.state) : rights;
  }

  /** Whether the policy grants a right on a field. */
  accepts(element: Element, wanted: FieldRight): boolean {
    return (this.#rightsOn(element) & right[wanted]) !== 0;
  }

  #isField(element: Element): boolean {
    return fields.has(element.localName) && element.namespaceURI === html;
  }

  /** Whether a change of this attribute can change what is masked or blocked. */
  concerns(attribute: string): boolean {
    if (this.unmasked) return false;
    return (
      attribute.startsWith('data-cobrowse') ||
      attribute === 'contenteditable' ||
      attribute === 'role' ||
      this.#grants ||
      this.#covers.length + this.#allow.length > 61 + editable.length
    );
  }

  /** The page may have changed anything. */
  beginTurn(): void {
    this.#harmless = null;
    this.#asked = undefined;
  }

  /** What holds below `element`, given what holds below its parent, and whether it is not sent at all. */
  judge(element: Element, parent: Context): { held: Context; blocked: boolean } {
    if (this.unmasked) return shown;
    // Most elements match nothing, and asking costs more than all else here.
    const covered = element.matches(this.#covers);
    const blocked = covered && element.matches(this.#block);
    if (parent === context.masked || this.#tainted.has(element) || (covered && element.matches(this.#mask))) {
      this.#tainted.set(element, '');
      return { held: context.masked, blocked };
    }
    if (
      parent === context.restricted ||
      this.#restricted.has(element) ||
      (covered && this.#restrict !== '' && element.matches(this.#restrict))
    ) {
      this.#restricted.set(element, '');
      return { held: context.restricted, blocked };
    }
    if (
      parent === context.allowed ||
      (this.#allow !== '' && element.matches(this.#allow)) ||
      this.accepts(element, 'value')
    )
      return { held: context.allowed, blocked };
    return blocked ? { held: context.plain, blocked } : shown;
  }

  /** Elements below `root` that a rule masks or blocks. */
  covered(root: ParentNode): Iterable<Element> {
    return this.unmasked ? [] : root.querySelectorAll(this.#covers);
  }

  /** Inputs are denied: no value, no state, no options. */
  denies(element: Element): boolean {
    if (this.unmasked) return false;
    // Asked again for each attribute.
    if (element !== this.#asked) {
      this.#asked = element;
      this.#denied = this.#isField(element) && !this.accepts(element, 'value');
    }
    return this.#denied;
  }

  /** Whether what stands below an element never leaves: fields, and what is written into like one. */
  closes(element: Element, held: Context): boolean {
    return this.denies(element) || (held === context.masked && element.matches(editable));
  }

  /** Whether nobody may know where in an element somebody points: what stands there tells what is entered. */
  conceals(element: Element): boolean {
    return (
      (this.denies(element) && !this.#isButton(element)) || element.matches?.(`${editable},${this.#block}`)
    );
  }

  /** The name of an element as it may leave. */
  tag(element: Element, held: Context, name: string): string {
    if (this.shows(held)) return name;
    const authored = getOrMake(
      this.#tags,
      `${element.namespaceURI} ${name}`,
      () =>
        !/Unknown|\b(?:SVG)?Element\]/.test(Object.prototype.toString.call(element)) &&
        (!name.includes('-') || element.matches(':defined')),
    );
    return authored || this.names.has(name) ? name : 'x-x';
  }

  /** Whether text shows where `held` holds. Pictures follow it too. */
  shows(held: Context): boolean {
    return this.unmasked || (this.#strict ? held === context.allowed : (held & context.masked) === 0);
  }

  /** Whether strings of style sheets, which belong to no element, show. */
  get showsSheetStrings(): boolean {
    return !this.#strict;
  }

  /** The text of a node, as it may leave. */
  text(node: CharacterData, held: Context): string {
    const data = node.data;
    if (this.unmasked) return data;
    const text = data.trim();
    if (
      !this.hides(node) &&
      this.shows(held) &&
      !(this.#secrets.size > 0 && this.#secrets.has(text)) &&
      !this.#detects(node, data)
    )
      return data;
    // Where a rule masks, not even when a text ends with a blank shows.
    const masked = (held & context.masked && this.maskOf(node)) || maskText(data);
    if (text !== '') (held === context.restricted ? this.#restricted : this.#tainted).set(node, masked);
    if (held === context.masked && text.length >= telling) this.#remember(text);
    return masked;
  }

  #remember(text: string): void {
    this.#secrets.add(text);
    if (this.#secrets.size > mostSecrets)
      for (const oldest of this.#secrets) return void this.#secrets.delete(oldest);
  }

  /** Under which mask this node's text left. */
  maskOf(node: Node): string | undefined {
    return this.#tainted.get(node) ?? this.#restricted.get(node);
  }

  /** Whether `node` is masked only because not every viewer may see it. */
  isRestricted(node: Node): boolean {
    if (!this.#restricted.has(node) || this.#tainted.has(node)) return false;
    return node.nodeType === 1 || !this.#detects(node as CharacterData, (node as CharacterData).data);
  }

  /** Whether this attribute of a restricted element is masked only because not every viewer may see it. */
  withholds(element: Element, name: string, value: string): boolean {
    const leaves = (held: Context) => this.attribute(element, name, value, held);
    return (
      isTextAttribute(name) &&
      leaves(context.allowed) === value &&
      leaves(context.restricted) === attributeMask
    );
  }

  /** Whether this node's text left masked. */
  hides(node: Node): boolean {
    return this.#tainted.has(node) || this.#restricted.has(node);
  }

  /** Texts that left earlier and turned out, together with newer ones, to be what must not. */
  takeRevealed(): Node[] {
    const revealed = this.#revealed;
    this.#revealed = [];
    return revealed;
  }

  /** Whether a text holds what never shows. */
  detects(text: string): boolean {
    return holdsNumber(text) || this.#patterns.some((pattern) => pattern!.test(text));
  }

  #detects(node: CharacterData, data: string): boolean {
    if (this.#patterns.length === 0 && !digit.test(data)) return false;
    if (this.detects(data)) return true;
    let around: Node | null = node.parentNode;
    while (around?.parentNode && inline.has((around as Element).localName)) around = around.parentNode;
    if (!around || (around.firstChild === node && around.lastChild === node)) return false;
    if (around === this.#harmless) return false;
    const { texts, joined, whole } = joinedTexts(node, around);
    if (!this.detects(joined)) {
      if (whole) this.#harmless = around;
      return false;
    }
    for (const text of texts) {
      if ((this.#patterns.length === 0 && !digit.test(text.data)) || this.#tainted.has(text)) continue;
      this.#revealed.push(text);
      this.#tainted.set(text, '');
    }
    return true;
  }

  /** Whether {@link attribute} leaves any value of this attribute as it is, where text shows. */
  alwaysShows(name: string): boolean {
    return everywhere.has(name) && !this.#attributes.some(({ attribute }) => attribute === name);
  }

  /** An attribute's value as it may leave, or null where it may not. `held` is what holds below the element. */
  attribute(element: Element, name: string, value: string, held: Context): string | null {
    if (this.unmasked) return value;
    const foreign = element.namespaceURI !== html;
    if (name === 'type' && /^(?:input|button)$/.test(element.localName))
      return (element as HTMLInputElement).type;
    const shows = this.#showsOf(element, name, held);
    if (this.denies(element) && !this.#isButton(element)) {
      if (!fieldAttributes.has(name)) return null;
    } else if (name === 'value' || name === 'min' || name === 'max') {
      if (this.#isButton(element)) return name === 'value' ? this.#string(value, shows) : null;
      if (this.#isField(element)) return this.#string(value, true);
      if (!/^(?:progress|meter|li)$/.test(element.localName) && !foreign) return null;
      return shows ? value : null;
    }
    if (addressAttributes.has(name)) {
      if (shows) return plainAddress(value);
      return foreign && value.startsWith('#') ? this.#hidden.reference(value.slice(1)) : '#';
    }
    if (isTextAttribute(name) && !name.startsWith('data-cobrowse')) {
      if (/^aria-(?:hidden|expanded|selected|current|pressed|disabled|orientation|sort|haspopup)$/.test(name))
        return shows || isPlain(value, this.names) ? shortWord(value) : null;
      // A name may tell as much as a value; a value that style sheets name tells nothing.
      if (!shows && /^(?:data|aria)-/.test(name)) {
        if (name !== 'aria-label' && !this.names.has(name)) return null;
        if (value !== '' && this.names.has(value)) return value;
      }
      return this.#string(value, shows);
    }
    if (this.#grants && /^(?:checked|selected|required)$/.test(name)) return '';
    if (name === 'name') {
      if (element.localName === 'slot') return shows ? value : alias(value);
      return element.localName === 'details' ? 'group' : null;
    }
    const shown = foreign ? showsForeign(element, name) : shownAttributes.has(name);
    if (!shown || shows) return shown ? value : null;
    return this.#hidden.plain(name, value, foreign);
  }

  /** The style of an element whose text does not show. */
  style(value: string): string {
    return this.#hidden.style(value);
  }

  /** Whether an attribute shows: rules may speak of it alone. */
  #showsOf(element: Element, name: string, held: Context): boolean {
    const rules = this.#attributes.filter(
      ({ attribute, select }) => attribute === name && element.matches(select),
    );
    if (rules.some(({ shows }) => !shows)) return false;
    return this.shows(held) || (rules.length > 0 && (held & context.masked) === 0);
  }

  #string(value: string, shows: boolean): string {
    if (value === '') return value;
    return shows && !this.detects(value) && !this.#secrets.has(value.trim()) ? value : attributeMask;
  }

  #isButton(element: Element): boolean {
    if (element.localName === 'button') return true;
    return (
      element.localName === 'input' &&
      /^(?:button|submit|reset|image)$/.test((element as HTMLInputElement).type)
    );
  }
}

const shortWord = (value: string): string | null => (/^[a-z-]{0,12}$/.test(value) ? value : null);
