const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Attributes that say how something looks or is built, and no text. */
export const shownAttributes = words(`
  class id style dir lang hidden width height colspan rowspan span align valign bgcolor color border cellpadding
  cellspacing face size rows cols wrap open disabled readonly multiple start reversed tabindex media rel controls slot
  part exportparts for type role inert popover popovertarget background nowrap noshade hspace vspace frameborder
  scrolling marginwidth marginheight draggable contenteditable spellcheck is
  compact clear headers scope frame rules char charoff link alink vlink text topmargin leftmargin command commandfor
  shadowrootmode low high optimum usemap ismap shape coords autoplay loop muted playsinline
  novalidate translate xml:space xml:lang xmlns xmlns:xlink data-cobrowse-mask data-cobrowse-block`);

/** The same for SVG and MathML, beside presentation attributes. */
export const shownForeignAttributes = words(`
  class id style lang tabindex x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points viewBox preserveAspectRatio
  transform markerWidth markerHeight markerUnits orient refX refY offset gradientUnits gradientTransform
  spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
  filterUnits primitiveUnits in in2 result stdDeviation dx dy mode operator k1 k2 k3 k4 values type tableValues
  slope intercept amplitude exponent surfaceScale diffuseConstant specularConstant specularExponent kernelMatrix
  kernelUnitLength order divisor bias targetX targetY edgeMode preserveAlpha baseFrequency numOctaves seed
  stitchTiles scale xChannelSelector yChannelSelector azimuth elevation limitingConeAngle pointsAtX pointsAtY
  pointsAtZ radius textLength lengthAdjust rotate startOffset method spacing side pathLength version role media
  xmlns xmlns:xlink xml:space xml:lang attributeName attributeType begin dur end min max restart repeatCount
  repeatDur calcMode keyTimes keySplines from to by additive accumulate path keyPoints mathvariant mathsize
  mathcolor mathbackground displaystyle scriptlevel fence form stretchy symmetric maxsize minsize largeop
  movablelimits accent accentunder linethickness columnalign rowalign columnspacing rowspacing columnlines
  rowlines columnspan rowspan notation lspace rspace depth voffset align dir data-cobrowse-mask
  data-cobrowse-block`);

const styled = new Set<string>();

/** Whether an attribute of SVG says what a style declaration could say as well. */
export function isPresentation(name: string): boolean {
  if (styled.has(name)) return true;
  if (!/^[a-z][a-z-]+$/.test(name) || !CSS.supports(name, 'inherit')) return false;
  styled.add(name);
  return true;
}

/** Attributes that hold text for people; they follow the text policy. */
export const textAttributes = words(`title alt placeholder label summary abbr content prompt`);

/** Of an input, nothing that tells what is in it or whether that is right. */
export const fieldAttributes = words(`
  class id style dir lang hidden width height size rows cols wrap disabled readonly multiple tabindex type role
  placeholder title aria-label part slot for inert align border contenteditable data-cobrowse-mask data-cobrowse-block`);

/** Addresses; they lose query and fragment. Those that load something are replaced before they get here. */
export const addressAttributes = words('href action formaction cite longdesc xlink:href');

export const isTextAttribute = (name: string): boolean =>
  textAttributes.has(name) || name.startsWith('data-') || name.startsWith('aria-');
