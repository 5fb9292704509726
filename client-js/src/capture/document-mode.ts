import type { DocumentMode } from '../protocol/op.ts';

/** The mode in which a document is laid out. */
export function modeOf(document: Document): DocumentMode {
  if (document.compatMode === 'BackCompat') return 'quirks';
  const { publicId = '', systemId = '' } = document.doctype ?? {};
  const [, language] =
    /^-\/\/W3C\/\/DTD (XHTML 1\.0|HTML 4\.01) (?:Frameset|Transitional)\/\//i.exec(publicId) ?? [];
  return language && (/^x/i.test(language) || systemId) ? 'limited-quirks' : 'no-quirks';
}
