import { words } from './words.ts';

export const html = 'http://www.w3.org/1999/xhtml';
const fields = words('input textarea select datalist option optgroup');

export const isField = (element: Element): boolean =>
  fields.has(element.localName) && element.namespaceURI === html;
