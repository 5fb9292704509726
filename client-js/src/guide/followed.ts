/** One step from an element up to what holds it. */
interface Step {
  readonly node: Node;
  readonly look: Look;
  /** Which child it is, among elements. */
  readonly at: number;
}

/** What an element that is rendered anew has in common with the former one. */
interface Look {
  readonly name: string;
  readonly id: string;
  readonly fieldName: string;
  readonly type: string;
  readonly className: string;
  readonly text: string;
}

const comparedText = 60;
/** How long something that is gone is not looked for again, in milliseconds. */
const patience = 100;

/** An element of a page, and what comes in its place when the page renders it anew. */
export class Followed {
  #element: Element;
  #way: Step[];
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(element: Element) {
    this.#element = element;
    this.#way = wayOf(element);
  }

  /** The element as it is there now; undefined while there is none. */
  find(now: number): Element | undefined {
    if (this.#element.isConnected) {
      if (now - this.#lookedAt > patience) {
        this.#lookedAt = now;
        this.#way = wayOf(this.#element);
      }
      return this.#element;
    }
    if (now - this.#lookedAt < patience) return undefined;
    this.#lookedAt = now;
    const found = follow(this.#way);
    if (!found) return undefined;
    this.#element = found;
    this.#way = wayOf(found);
    return found;
  }
}

function wayOf(element: Element): Step[] {
  const way: Step[] = [];
  for (let node: Node | null = element; node; node = parentOf(node))
    way.push({
      node,
      look: lookOf(node, node === element),
      at: node.nodeType === 1 ? indexOf(node as Element) : 0,
    });
  return way;
}

/** What stands now where a way led: the nearest part of it that is still there shows where to look. */
function follow(way: readonly Step[]): Element | undefined {
  const kept = way.findIndex(({ node }) => node.isConnected);
  if (kept <= 0) return undefined;
  let at: Node = way[kept]!.node;
  for (let step = kept - 1; step >= 0; step--) {
    const { node, look, at: index } = way[step]!;
    if (node.nodeType === 11) {
      const root = (at as Element).shadowRoot;
      if (!root) return undefined;
      at = root;
      continue;
    }
    const next = childLike(at as ParentNode, look, index, step === 0);
    if (!next) return undefined;
    at = next;
  }
  return at as Element;
}

/** The child that looks like the former one: at its place, or else the only one that does. */
function childLike(parent: ParentNode, look: Look, index: number, exactly: boolean): Element | undefined {
  const fits = (element: Element | undefined): element is Element =>
    element !== undefined && isLike(lookOf(element, exactly), look, exactly);
  const there = parent.children[index];
  if (fits(there)) return there;
  const alike = Array.from(parent.children).filter(fits);
  return alike.length === 1 ? alike[0] : undefined;
}

/** What surrounds an element may say other things than it did; the element itself may not, or it is another. */
function isLike(one: Look, other: Look, exactly: boolean): boolean {
  if (one.name !== other.name || one.id !== other.id) return false;
  if (one.fieldName !== other.fieldName || one.type !== other.type) return false;
  if (!exactly) return true;
  return one.text === '' ? one.className === other.className : one.text === other.text;
}

function lookOf(node: Node, exactly: boolean): Look {
  const element = node.nodeType === 1 ? (node as Element) : undefined;
  const attribute = (name: string) => element?.getAttribute(name) ?? '';
  return {
    name: node.nodeName,
    id: attribute('id'),
    fieldName: attribute('name'),
    type: attribute('type'),
    className: exactly ? attribute('class') : '',
    text: element && exactly ? beginningOf(element) : '',
  };
}

/** How the text of an element begins; the whole of it may be a page. */
function beginningOf(element: Element): string {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (text.length < comparedText && texts.nextNode()) text += texts.currentNode.nodeValue?.trim() ?? '';
  return text.slice(0, comparedText);
}

const parentOf = (node: Node): Node | null => node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;

const indexOf = (element: Element): number =>
  element.parentNode ? Array.prototype.indexOf.call(element.parentNode.children, element) : 0;
