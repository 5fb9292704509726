import type { Attribute, Namespace } from '../../protocol/index.ts';
import { createElementIn, createTextIn, implementationOf, importInto } from '../tree/document-methods.ts';
import { localNameOf } from '../tree/dom-order.ts';
import { type AttributeRules, allowedAttribute, localPart } from './allowed-attribute.ts';
import { builtName, htmlNamespace, namespaceUri } from './element-names.ts';

const elementSet = Element.prototype.setAttribute;
const elementSetNs = Element.prototype.setAttributeNS;
const elementRemoveNs = Element.prototype.removeAttributeNS;

/** Creates the nodes of one replica: only in the frame's own document, only with allowed names and attributes. */
export class NodeBuilder {
  readonly #rules: AttributeRules;
  readonly #scripts = new WeakMap<Document, Element>();

  constructor(rules: AttributeRules) {
    this.#rules = rules;
  }

  element(document: Document, namespace: Namespace, name: string, attributes: readonly Attribute[]): Element {
    const uri = namespaceUri(namespace);
    const element = this.#create(document, uri, builtName(uri, name));
    const local = localNameOf(element);
    if (local === 'iframe' && uri === htmlNamespace) elementSet.call(element, 'sandbox', 'allow-same-origin');
    for (const [attribute, value, attributeNamespace] of attributes) {
      this.attribute(element, attribute, attributeNamespace ?? null, value);
    }
    return element;
  }

  /** Sets or removes an attribute, as far as it may stand there. */
  attribute(element: Element, name: string, namespace: string | null, value: string | null): void {
    const allowed = value === null ? null : allowedAttribute(this.#rules, element, name, value);
    try {
      if (allowed === null) {
        // What the builder itself has set, such as a sandbox, is not the page's to remove.
        if (/^(sandbox|srcdoc)$/i.test(localPart(name))) return;
        if (namespace === null) elementRemoveNs.call(element, null, name);
        else elementRemoveNs.call(element, namespaceUri(namespace), name.slice(name.indexOf(':') + 1));
      } else if (namespace === null && !name.includes(':')) {
        // The namespaced setter keeps the authored case, which the plain one folds on HTML elements.
        elementSetNs.call(element, null, name, allowed);
      } else if (namespace === null) elementSet.call(element, name, allowed);
      else elementSetNs.call(element, namespaceUri(namespace), name, allowed);
    } catch {
      this.#oddAttribute(element, name, allowed);
    }
  }

  doctype(document: Document, name: string, publicId: string, systemId: string): Node {
    try {
      return implementationOf(document).createDocumentType(name || 'html', publicId, systemId);
    } catch {
      return implementationOf(document).createDocumentType('html', '', '');
    }
  }

  cdata(document: Document, data: string): Node {
    try {
      return Document.prototype.createCDATASection.call(document, data.replaceAll(']]>', ']] >'));
    } catch {
      return createTextIn(document, data);
    }
  }

  #create(document: Document, uri: string | null, name: string): Element {
    const local = name.slice(name.lastIndexOf(':') + 1).toLowerCase();
    if (local === 'script') return this.#script(document, uri);
    try {
      return createElementIn(document, uri, name);
    } catch {
      return createElementIn(document, htmlNamespace, 'cobrowse-element');
    }
  }

  /**
   * A script that the parser has already marked as started: copies inherit the mark, and a marked script never
   * runs, whatever is put into it. The only markup that a replica ever parses is this constant.
   */
  #script(document: Document, uri: string | null): Element {
    if (uri !== htmlNamespace) return createElementIn(document, uri, 'cobrowse-script');
    let started = this.#scripts.get(document);
    if (!started) {
      const template = createElementIn(document, htmlNamespace, 'template') as HTMLTemplateElement;
      template.innerHTML = '<script></script>';
      started = template.content.firstElementChild!;
      this.#scripts.set(document, started);
    }
    return importInto(document, started) as Element;
  }

  /** Names that the DOM's setters refuse but a parser makes: taken over as they are where the browser can. */
  #oddAttribute(element: Element, name: string, value: string | null): void {
    if (value === null || /^on/i.test(name)) return;
    try {
      elementSet.call(element, name, value);
    } catch {
      // This browser cannot have such a name.
    }
  }
}
