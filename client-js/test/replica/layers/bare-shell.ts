import type { DocumentMode } from '../../../src/protocol/index.ts';
import { writeDocument } from '../../../src/replica/tree/document-methods.ts';
import { removeChildren } from '../../../src/replica/tree/dom-order.ts';

/** Stands in for the shell where its policy is taken away. */
export function writeShell(document: Document, mode: DocumentMode): void {
  writeDocument(document, mode === 'quirks' ? '<p>' : '<!DOCTYPE html><p>');
  removeChildren(document);
}
