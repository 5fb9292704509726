import type { AssetAddresses } from '../asset-address.ts';
import { isTwinAttribute } from '../css/state-twins.ts';
import type { SafeCss } from '../style/safe-css.ts';
import { localNameOf, namespaceOf } from '../tree/dom-order.ts';
import { svgNamespace } from './element-names.ts';

/** Attributes that act, name a foreign place, or take the agent's input, whatever element they stand on. */
const dropped = new Set([
  'srcdoc',
  'ping',
  'autofocus',
  'target',
  'integrity',
  'nonce',
  'crossorigin',
  'referrerpolicy',
  'manifest',
  'attributionsrc',
  'attributionsourceid',
  'archive',
  'classid',
  'codebase',
  'code',
  'data',
  'profile',
  'longdesc',
  'dynsrc',
  'lowsrc',
  'autoplay',
  'accesskey',
  'csp',
  'allow',
  'sandbox',
  'credentialless',
  'browsingtopics',
  'sharedstoragewritable',
  'privatetoken',
  'adauctionheaders',
  'imagesrcset',
  'blocking',
  'fetchpriority',
  'webkitdirectory',
  'shadowrootmode',
  'shadowroot',
  'shadowrootclonable',
  'parseparts',
  'http-equiv',
  'srcobject',
  'allowfullscreen',
  'elementtiming',
  'base',
]);

/** Attributes whose values are words to read, whatever they look like. */
const words = /^(title|alt|placeholder|label|value|content|summary|abbr|data-.*|aria-.*)$/;
const script = /^(java|vb|live)script:/i;

const cssAddress = /url\s*\(|src\s*\(|image-set|\\/i;
const animations = new Set([
  'animate',
  'set',
  'animatetransform',
  'animatemotion',
  'animatecolor',
  'discard',
]);

/** What decides over an attribute's value. */
export interface AttributeRules {
  readonly addresses: AssetAddresses;
  readonly css: SafeCss;
}

export const localPart = (name: string) => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

/**
 * The value under which an attribute may stand on `element`, or null where it may not stand there at all.
 */
export function allowedAttribute(
  rules: AttributeRules,
  element: Element,
  name: string,
  value: string,
): string | null {
  const local = localPart(name);
  const tag = localNameOf(element).toLowerCase();
  if (
    /^\s*on/i.test(local) ||
    /^on/i.test(name) ||
    dropped.has(local) ||
    isTwinAttribute(name.toLowerCase())
  ) {
    return local === 'target' && tag !== 'a' && tag !== 'area' && tag !== 'form' && tag !== 'base'
      ? value
      : null;
  }
  if ((!words.test(local) || tag === 'param') && script.test(value.replace(/[\0-\x20]+/g, '')))
    // A link stays one to look at.
    return local === 'href' && (tag === 'a' || tag === 'area') ? '#' : null;
  if (tag === 'script') return ['src', 'href'].includes(local) ? null : value;
  if (tag === 'meta' && local === 'content') return /url\s*=/i.test(value) ? null : value;
  switch (local) {
    case 'style':
      return rules.css.declarations(value);
    case 'href':
      return linkedAddress(rules, namespaceOf(element), tag, value);
    case 'src':
      return sourceAddress(rules, tag, value);
    case 'srcset':
      return tag === 'img' || tag === 'source' ? (rules.addresses.sourceSet(value) ?? null) : null;
    case 'poster':
    case 'background':
      return rules.addresses.resource(value) ?? null;
    case 'action':
    case 'formaction':
    case 'cite':
      return rules.addresses.link(value) ?? null;
    case 'attributename':
      return animations.has(tag) && /(^|:)\s*(href|on\w*|src|xlink)/i.test(value.trim()) ? null : value;
    default:
      break;
  }
  if (namespaceOf(element) === svgNamespace && cssAddress.test(value)) return rules.css.value(value);
  return value;
}

function linkedAddress(
  rules: AttributeRules,
  namespace: string | null,
  tag: string,
  value: string,
): string | null {
  if (tag === 'a' || tag === 'area') return rules.addresses.link(value) ?? null;
  // A sheet's address is set once its text has been made safe; other links load nothing.
  if (tag === 'link' || tag === 'base') return null;
  if (animations.has(tag) || tag === 'mpath') return value.trim().startsWith('#') ? value : null;
  if (namespace === svgNamespace) {
    if (tag === 'image' || tag === 'feimage') return rules.addresses.resource(value) ?? null;
    return value.trim().startsWith('#')
      ? value
      : tag === 'use'
        ? (rules.addresses.resource(value) ?? null)
        : null;
  }
  return rules.addresses.link(value) ?? null;
}

function sourceAddress(rules: AttributeRules, tag: string, value: string): string | null {
  switch (tag) {
    case 'img':
    case 'input':
      return rules.addresses.resource(value) ?? null;
    case 'video':
    case 'audio':
    case 'source':
      return rules.addresses.media(value) ?? null;
    default:
      return null;
  }
}
