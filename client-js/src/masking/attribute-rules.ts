import { words } from './words.ts';

const everywhere =
  'class id style dir lang hidden width height align tabindex type role data-cobrowse-mask data-cobrowse-block';
const tree = `${everywhere} media xml:space xml:lang xmlns xmlns:xlink`;

/** Attributes that say how something looks or is built, and no text. */
export const shownAttributes = words(`${tree}
  colspan rowspan span valign bgcolor color border cellpadding
  cellspacing face size rows cols wrap open disabled readonly multiple start reversed rel controls slot
  part exportparts for inert popover popovertarget background nowrap noshade hspace vspace frameborder
  scrolling marginwidth marginheight draggable contenteditable spellcheck is
  compact clear headers scope frame rules char charoff link alink vlink text topmargin leftmargin command commandfor
  shadowrootmode low high optimum usemap ismap shape coords autoplay loop muted playsinline
  novalidate translate`);

/** The same for SVG and MathML, beside presentation attributes and measures. */
export const shownForeignAttributes = words(`${tree}
  d version orient side in in2 result path rotate attributeName attributeType begin dur end restart repeatCount
  repeatDur calcMode keyTimes keySplines keyPoints values from to by additive accumulate mathvariant mathsize
  mathcolor mathbackground displaystyle scriptlevel fence form stretchy symmetric maxsize minsize largeop
  movablelimits accent accentunder linethickness columnalign rowalign columnspacing rowspacing columnlines
  rowlines columnspan rowspan notation lspace rspace depth voffset`);

/** Answers by element and attribute name, since a drawing asks the same of each of its shapes. */
const foreign = new Map<string, boolean>();
const mostKept = 4096;

/** Whether this attribute of SVG or MathML says how something looks or is built, and no text. */
export function showsForeign(element: Element, name: string): boolean {
  const key = `${element.namespaceURI} ${element.localName} ${name}`;
  let shows = foreign.get(key);
  if (shows === undefined) {
    shows = shownForeignAttributes.has(name) || isMeasure(element, name) || isPresentation(name);
    // Pages name as much as they like.
    if (foreign.size >= mostKept) foreign.clear();
    foreign.set(key, shows);
  }
  return shows;
}

/**
 * Whether an attribute of SVG is a number, a length, a list or a choice in the interface of its element. What is text
 * there, what all elements have, and what runs code is none.
 */
function isMeasure(element: Element, name: string): boolean {
  if (name in SVGElement.prototype) return false;
  const own = element as unknown as Readonly<Record<string, { baseVal?: unknown } | null | undefined>>;
  // Of two numbers in one attribute, the interface names the first with an X.
  const value = own[name] ?? own[`${name}X`];
  return typeof value === 'object' && typeof value?.baseVal !== 'string';
}

/** Whether an attribute of SVG says what a style declaration could say as well. */
const isPresentation = (name: string): boolean =>
  /^[a-z][a-z-]+$/.test(name) && CSS.supports(name, 'inherit');

/** Attributes that hold text for people; they follow the text policy. */
export const textAttributes = words(`title alt placeholder label summary abbr content prompt`);

/** Of an input, nothing that tells what is in it or whether that is right. */
export const fieldAttributes = words(`${everywhere}
  size rows cols wrap disabled readonly multiple
  placeholder title aria-label part slot for inert border contenteditable`);

/** Addresses; they lose query and fragment. Those that load something are replaced before they get here. */
export const addressAttributes = words('href action formaction cite longdesc xlink:href');

export const isTextAttribute = (name: string): boolean =>
  textAttributes.has(name) || name.startsWith('data-') || name.startsWith('aria-');
