/** An element with text, and the selectors by which a policy could name it. */
export interface TextElement {
  readonly text: string;
  /** Characters of its own texts. */
  readonly own: number;
  readonly selectors: readonly string[];
  /** From the nearest id down, for all that stand like it: every row of a list. */
  readonly shape: string;
  /** From the nearest id down, for this one alone. */
  readonly path: string;
  /** One of several rows. */
  readonly ofMany: boolean;
}

const closed = 'script,style,noscript,template,textarea,select,datalist,svg,[contenteditable]';
/** Elements that a page uses for anything; alone they say nothing of what is in them. */
const general =
  /^(?:html|body|div|span|p|a|b|i|em|strong|small|li|ul|ol|td|tr|tbody|table|dd|dl|main|section|article|form|time|output)$/;
const landmarks = 'nav,header,footer,aside,thead,fieldset';

/** All elements of the document that show text, in order. */
export function texts(): TextElement[] {
  const found: TextElement[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest(closed)) continue;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    let own = 0;
    for (const node of element.childNodes) if (node.nodeType === 3) own += (node as Text).data.trim().length;
    found.push({ text, own, selectors: selectorsOf(element), ...placeOf(element) });
  }
  return found;
}

function selectorsOf(element: Element): string[] {
  const { localName } = element;
  const name = CSS.escape(localName);
  const selectors: string[] = [];
  if (!general.test(localName)) selectors.push(name);
  const inside = element.parentElement?.closest(landmarks)?.localName;
  if (inside) selectors.push(`${inside} ${name}`);
  for (const each of element.classList) if (stable.test(each)) selectors.push(`${name}.${CSS.escape(each)}`);
  if (stable.test(element.id)) selectors.push(`#${CSS.escape(element.id)}`);
  const testId = element.getAttribute('data-testid');
  if (testId && stable.test(testId)) selectors.push(`[data-testid="${CSS.escape(testId)}"]`);
  const parent = element.parentElement;
  for (const each of parent?.classList ?? [])
    if (stable.test(each)) selectors.push(`.${CSS.escape(each)} > ${name}`);
  return selectors;
}

/** Siblings of one name from which on they are rows. */
const rows = 3;

function placeOf(element: Element): Pick<TextElement, 'shape' | 'path' | 'ofMany'> {
  const shape: string[] = [];
  const path: string[] = [];
  let ofMany = false;
  let at: Element | null = element;
  for (; at && at !== document.body; at = at.parentElement) {
    const name = CSS.escape(at.localName);
    if (stable.test(at.id)) {
      shape.unshift(`#${CSS.escape(at.id)}`);
      path.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    const twins = [...(at.parentElement?.children ?? [])].filter((each) => each.localName === at?.localName);
    ofMany ||= twins.length >= rows || at.localName === 'tr' || at.localName === 'li';
    shape.unshift(name);
    path.unshift(twins.length > 1 ? `${name}:nth-of-type(${twins.indexOf(at) + 1})` : name);
  }
  const start = at === document.body ? ['body'] : [];
  return { shape: [...start, ...shape].join(' > '), path: [...start, ...path].join(' > '), ofMany };
}

/** No name that a build or a row number made. */
const stable = /^(?!.*\d{2})[A-Za-z][\w-]*$/;
