import type { DocumentMode } from '../../protocol/index.ts';
import { writeDocument } from '../tree/document-methods.ts';
import { removeChildren } from '../tree/dom-order.ts';

const doctypes: Record<DocumentMode, string> = {
  'no-quirks': '<!DOCTYPE html>',
  'limited-quirks':
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  quirks: '',
};

/** The policy of a replica's documents: nothing but passive resources from `sources`. */
const contentPolicy = (sources: string) =>
  `default-src 'none'; img-src ${sources}; style-src 'unsafe-inline' ${sources}; font-src ${sources}; ` +
  `media-src ${sources}; base-uri 'none'; form-action 'none'`;

/**
 * Makes an about:blank document an empty shell of this mode under the policy. The policy outlives the element
 * that states it, so the page's nodes can take the whole document.
 */
export function writeShell(document: Document, mode: DocumentMode, sources: string): void {
  writeDocument(
    document,
    `${doctypes[mode]}<meta http-equiv="Content-Security-Policy" content="${contentPolicy(sources)}">`,
  );
  removeChildren(document);
}
