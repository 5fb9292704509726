import type { DocumentMode } from '../protocol/op.ts';

/** The mode in which a document is laid out. */
export function modeOf(document: Document): DocumentMode {
  if (document.compatMode === 'BackCompat') return 'quirks';
  const id = document.doctype?.publicId ?? '';
  const system = document.doctype?.systemId ?? '';
  const limited =
    /^-\/\/W3C\/\/DTD XHTML 1\.0 (?:Frameset|Transitional)\/\//i.test(id) ||
    (/^-\/\/W3C\/\/DTD HTML 4\.01 (?:Frameset|Transitional)\/\//i.test(id) && system !== '');
  return limited ? 'limited-quirks' : 'no-quirks';
}
