import type { Payload } from './arm.ts';

/** A document's outer elements, which a fragment's parser leaves out. */
const outer = /^\s*<(html|head|body|frameset)\b/i;

/** Puts a payload into a page's `place`, as the page's own script or markup would. */
export function put(document: Document, place: Element, { kind, text }: Payload): void {
  if (kind === 'markup') {
    place.append(fragmentOf(document, text));
    return;
  }
  const style = document.createElement('style');
  style.append(kind === 'sheet' ? text : `#declared{${text}}`);
  place.append(style);
  const seen = place.appendChild(document.createElement('div'));
  seen.innerHTML = '<p id=declared>x</p><ol><li>y</ol><input placeholder=z>';
  if (kind === 'declarations') {
    for (const name of ['p', 'li']) seen.querySelector(name)!.setAttribute('style', text);
    for (const each of seen.querySelectorAll('p,li')) each.setAttribute('data-u', foreignOf(text));
    return;
  }
  const host = place.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<style></style><p>shadow</p>';
  root.querySelector('style')!.append(text);
  const sheet = new document.defaultView!.CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [sheet];
}

function fragmentOf(document: Document, text: string): Node {
  const tag = outer.exec(text)?.[1];
  if (tag === undefined) {
    const range = document.createRange();
    range.selectNodeContents(document.body);
    return range.createContextualFragment(text);
  }
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  return document.importNode(parsed.querySelector(tag)!, true);
}

const foreignOf = (text: string) => /http:\/\/p\d+\.foreign\.test/.exec(text)?.[0] ?? '';

/** A page of its own around a payload: what stands beside it must still show. */
export function pageAround({ kind, text, index }: Payload): string {
  const inside =
    kind === 'markup'
      ? text
      : kind === 'sheet'
        ? `<style>${text}</style><p id=declared>x</p>`
        : `<style>#declared{${text}}</style><p id=declared data-u="${foreignOf(text)}">x</p>`;
  return `<!doctype html><p>before ${index}</p>${inside}`;
}
