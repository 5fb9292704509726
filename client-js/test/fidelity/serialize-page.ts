import { propertiesOf } from './serialize-properties.ts';
import { adoptedSheets, ownSheet } from './serialize-sheets.ts';
import { animationsOf, caretAt, type FocusPath, pathOf, selectionOf } from './serialize-view.ts';

/** Attributes that a replica may not take over as they are: addresses, handlers, and what keeps it inert. */
const excluded =
  /^(on.*|src|srcset|href|poster|action|formaction|data|background|target|ping|nonce|integrity|crossorigin|sandbox|srcdoc|autofocus|autoplay|allow|http-equiv|data-cobrowse-.*)$/i;
const address = /url\((["']?)[^)]*\1\)/g;
/** What the peer replays in another shape: its properties are compared all the same. */
const peerExcluded = /^(value|checked|selected|autocomplete|rr_.*|rel|type|media|as|muted|loop|_cssText)$/i;
const peerOmitted = new Set(['script', 'noscript', 'base']);

/** A document as text: nodes, attributes, shadow roots, templates, iframes, properties, sheets, selection. */
export function serializePage(document: Document, peer = false, focus: FocusPath = []): string {
  return `${new PageText(peer).of(document)}\n${caretAt(document, focus)}`;
}

class PageText {
  readonly #peer: boolean;
  readonly #lines: string[] = [];

  constructor(peer: boolean) {
    this.#peer = peer;
  }

  of(document: Document): string {
    this.#document(document, 0);
    return this.#lines.join('\n');
  }

  #line(depth: number, text: string): void {
    this.#lines.push('  '.repeat(depth) + text);
  }

  #document(document: Document, depth: number): void {
    this.#line(depth, `mode ${document.compatMode}`);
    const root = document.scrollingElement;
    if (root) this.#line(depth, `scroll ${Math.round(root.scrollLeft)} ${Math.round(root.scrollTop)}`);
    this.#line(depth, `selection ${selectionOf(document)}`);
    this.#adopted(document, depth);
    this.#children(document, depth);
  }

  #adopted(root: Document | ShadowRoot, depth: number): void {
    for (const sheet of adoptedSheets(root)) this.#line(depth, `adopted ${sheet}`);
  }

  #children(node: Node, depth: number): void {
    for (const child of node.childNodes) this.#node(child, depth + 1);
  }

  #node(node: Node, depth: number): void {
    switch (node.nodeType) {
      case 1:
        this.#element(node as HTMLElement, depth);
        break;
      case 3:
        this.#line(depth, `"${(node as Text).data}"`);
        break;
      case 4:
        this.#line(depth, `cdata "${(node as CDATASection).data}"`);
        break;
      case 10:
        // The peer says by another doctype that there is none; the mode is compared all the same.
        if (!this.#peer)
          this.#line(depth, `doctype ${(node as DocumentType).name} ${(node as DocumentType).publicId}`);
        break;
      default:
        break;
    }
  }

  #element(element: HTMLElement, depth: number): void {
    const name = element.localName;
    if (this.#peer && peerOmitted.has(name)) return;
    const sheet =
      name === 'style' || (name === 'link' && /stylesheet/i.test(element.getAttribute('rel') ?? ''));
    const said = `${this.#attributes(element)}>${propertiesOf(element)}`;
    if (this.#peer && sheet) this.#line(depth, '<sheet>');
    else this.#line(depth, `<${name} ${element.namespaceURI ?? ''}${said}`);
    for (const animation of animationsOf(element)) this.#line(depth, `animation ${animation}`);
    if (name === 'script' || name === 'noscript') return;
    if (sheet) {
      if (!this.#peer) this.#line(depth, ownSheet(element as HTMLStyleElement));
      return;
    }
    const shadow = element.shadowRoot;
    if (shadow) {
      this.#line(depth, `#shadow ${shadow.mode} ${shadow.slotAssignment} ${shadow.delegatesFocus}`);
      this.#line(depth, `selection ${selectionOf(shadow)}`);
      this.#adopted(shadow, depth);
      this.#children(shadow, depth + 1);
    }
    if (name === 'template') this.#children((element as HTMLTemplateElement).content, depth + 1);
    if (name === 'slot') {
      const nodes = (element as HTMLSlotElement).assignedNodes().map(pathOf);
      this.#line(depth, `assigned ${nodes.join(' ')}`);
    }
    if (name === 'iframe' || name === 'frame') {
      const nested = (element as HTMLIFrameElement).contentDocument;
      // What lies at another origin is blank in a replica.
      if (nested && (nested.head?.firstChild || nested.body?.firstChild)) this.#document(nested, depth + 1);
    }
    if (!this.#peer || name !== 'textarea') this.#children(element, depth);
  }

  #attributes(element: Element): string {
    return Array.from(element.attributes)
      .filter(({ localName }) => !excluded.test(localName) && !(this.#peer && peerExcluded.test(localName)))
      .filter(({ name, value }) => !(name === 'content' && /url\s*=/i.test(value)))
      .map(({ name, value }) => ` ${name}=${JSON.stringify(this.#value(name, value))}`)
      .sort()
      .join('');
  }

  #value(name: string, value: string): string {
    const shown = value.replace(address, 'url()');
    if (!this.#peer) return shown;
    if (name === 'class') return shown.replace(/\s*:hover\b/g, '').trim();
    return name === 'style' ? shown.replace(/\s+/g, '').replace(/;$/, '') : shown;
  }
}
