import { plainAddress } from './address-rules.ts';
import {
  addressAttributes,
  fieldAttributes,
  isTextAttribute,
  shownAttributes,
  showsForeign,
} from './attribute-rules.ts';
import { AuthoredNames } from './authored-names.ts';
import { DetectedNumbers } from './detected-numbers.ts';
import { html, isField } from './fields.ts';
import { HiddenTags } from './hidden-tags.ts';
import { HiddenValues } from './hidden-values.ts';
import { attributeMask, maskText } from './mask-text.ts';
import { MaskedTexts } from './masked-texts.ts';
import type { PageRules } from './page-rules.ts';
import { alias, isPlain } from './plain-values.ts';
import { type FieldRight, type Policy, policy as policies, type Rule } from './policy.ts';
import { isBroken, isSelector } from './policy-checks.ts';
import type { PolicyRules } from './policy-rules.ts';
import { words } from './words.ts';

/** What holds for the text below an element: nothing special, masked, allowed by a strict policy, or only for some viewers. */
export const context = { plain: 0, masked: 1, allowed: 2, restricted: 3 } as const;
export type Context = (typeof context)[keyof typeof context];

const everywhere = words('class id dir lang role tabindex');
const shown = { held: context.plain, blocked: false } as const;
const noRules: Pick<PageRules, 'mask' | 'block' | 'allow' | 'classes'> = {
  mask: [],
  block: [],
  allow: [],
  classes: [],
};
const editable =
  '[contenteditable]:not([contenteditable="false"]),[role="textbox"],[role="searchbox"],[role="spinbutton"]';

/**
 * The one gate: every string that leaves the page passes it, with what holds for the node that it comes from.
 * What was masked once stays masked, wherever it moves.
 */
export class Gate {
  readonly unmasked: boolean;
  readonly names = new AuthoredNames();
  readonly #hidden = new HiddenValues(this.names);
  readonly #tags = new HiddenTags(this.names);
  readonly #secrets = new MaskedTexts();
  #strict = true;
  #policy!: Policy;
  #rules: PolicyRules | undefined;
  #numbers!: DetectedNumbers;
  #path = '';
  #here = '';
  #mask = '';
  #block = '';
  #allow = '';
  #covers = '';
  /** What shows to some viewers only. */
  classRules: readonly Rule[] = [];
  #restrict = '';
  /** What was masked once, with the mask of a text. */
  readonly #tainted = new WeakMap<Node, string>();
  /** Masked for everybody but some classes of viewers. */
  readonly #restricted = new WeakMap<Node, string>();
  /** Whether a field is masked or blocked for a class of viewers, or for everybody. */
  readonly #isHidden = (field: Element, viewers: number): boolean =>
    this.#tainted.has(field) || (!viewers && this.#restricted.has(field)) || field.matches(this.#block);
  #asked: Element | undefined;
  #denied = false;

  constructor(policy: Policy, path = '') {
    this.unmasked = policy.text === 'unmasked';
    this.#path = path;
    this.hold(policy);
  }

  /** From now on this policy holds. One whose rules are not there masks everything, like one that is broken. */
  hold(policy: Policy, rules?: PolicyRules): void {
    const lacks = rules ? rules.areBroken : policy.rules?.length;
    const broken = lacks || isBroken(policy);
    this.#policy = broken ? policies.strict() : policy;
    this.#strict = this.#policy.text === 'strict';
    this.#rules = broken ? undefined : rules;
    this.#numbers = new DetectedNumbers(this.#policy, this.#tainted);
    this.#asked = undefined;
    this.#turn();
  }

  /** The page has this path now; whether other rules hold there. */
  turned(path: string): boolean {
    if (path === this.#path) return false;
    this.#path = path;
    return this.#turn();
  }

  #turn(): boolean {
    const { mask, block, allow } = this.#policy;
    const rules = this.#rules?.on(this.#path) ?? noRules;
    const former = this.#here;
    this.#here = JSON.stringify(rules);
    this.#mask = this.unmasked ? '' : ['[data-cobrowse-mask]', ...mask, ...rules.mask, editable].join();
    this.#block = ['[data-cobrowse-block]', ...block, ...rules.block].join();
    this.classRules = rules.classes;
    this.#restrict = rules.classes.map(({ select }) => select).join();
    this.#covers = [this.#mask, this.#block, this.#restrict].filter(Boolean).join();
    this.#allow = this.#strict ? [...allow.filter(isSelector), ...rules.allow].join() : '';
    return this.#here !== former;
  }

  /** Whether the policy grants a right on a field. */
  accepts(element: Element, wanted: FieldRight): boolean {
    return this.#rules?.fields.accept(element, wanted, this.#isHidden) ?? false;
  }

  /** The classes of viewers that may see what is in a field that is denied to everybody else. */
  viewersOf(field: Element): number[] {
    return (this.denies(field) && this.#rules?.fields.viewers(field, this.#isHidden)) || [];
  }

  /** Whether a change of this attribute can change what is masked or blocked. */
  concerns(attribute: string): boolean {
    if (this.unmasked) return false;
    return (
      attribute.startsWith('data-cobrowse') ||
      attribute === 'contenteditable' ||
      attribute === 'role' ||
      this.#rules?.grantsFields ||
      this.#covers.length + this.#allow.length > 61 + editable.length
    );
  }

  /** The page may have changed anything. */
  beginTurn(): void {
    this.#numbers.beginTurn();
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
      this.#denied = isField(element) && !this.accepts(element, 'value');
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
    return this.shows(held) ? name : this.#tags.of(element, name);
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
    if (!this.hides(node) && this.shows(held) && !this.#secrets.has(text) && !this.#numbers.at(node))
      return data;
    // Where a rule masks, not even when a text ends with a blank shows.
    const masked = (held & context.masked && this.maskOf(node)) || maskText(data);
    if (text !== '') (held === context.restricted ? this.#restricted : this.#tainted).set(node, masked);
    if (held === context.masked) this.#secrets.add(text);
    return masked;
  }

  /** Under which mask this node's text left. */
  maskOf(node: Node): string | undefined {
    return this.#tainted.get(node) ?? this.#restricted.get(node);
  }

  /** Whether `node` is masked only because not every viewer may see it. */
  isRestricted(node: Node): boolean {
    if (!this.#restricted.has(node) || this.#tainted.has(node)) return false;
    return node.nodeType === 1 || !this.#numbers.at(node as CharacterData);
  }

  /** Whether this node's text left masked. */
  hides(node: Node): boolean {
    return this.#tainted.has(node) || this.#restricted.has(node);
  }

  /** Texts that left earlier and turned out, together with newer ones, to be what must not. */
  takeRevealed(): Node[] {
    return this.#numbers.takeRevealed();
  }

  /** Whether a text holds what never shows. */
  detects(text: string): boolean {
    return this.#numbers.in(text);
  }

  /** Whether {@link attribute} leaves any value of this attribute as it is, where text shows. */
  alwaysShows(name: string): boolean {
    return everywhere.has(name) && !this.#rules?.speakOf(name);
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
      if (isField(element)) return this.#string(value, true);
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
    if (this.#rules?.grantsFields && /^(?:checked|selected|required)$/.test(name)) return '';
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
    const said = this.#rules?.show(element, name);
    return said !== false && (this.shows(held) || (said === true && (held & context.masked) === 0));
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
