/** The window of a document, whatever stands in the document by the name of `defaultView`. */
export const viewOf = (document: Document): (Window & typeof globalThis) | null =>
  Reflect.get(Document.prototype, 'defaultView', document);
