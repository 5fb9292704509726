import { createReplica, type Replica } from '../../src/replica/index.ts';
import { poke } from '../replica/poke.ts';
import type { Payload } from './arm.ts';
import { forge } from './forge.ts';
import { pageText } from './page-text.ts';
import { put } from './place.ts';

/** What a replica is given: recorded frames, or a payload to forge frames of or to put in raw. */
export interface Shown {
  readonly index: number;
  readonly frames?: readonly string[];
  readonly forged?: Payload;
  readonly raw?: Payload;
}

/** What came of it. */
export interface Seen {
  readonly index: number;
  readonly text: string;
  readonly wrong: readonly string[];
  readonly lost: readonly string[];
}

const all = Document.prototype.querySelectorAll;
const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')!.get!;
const documentIn = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')!.get!;
const viewOf = Object.getOwnPropertyDescriptor(Document.prototype, 'defaultView')!.get!;
const patience = 6000;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));

/** A document and those of its iframes, as far as they can be reached. */
function documentsIn(document: Document): Document[] {
  const nested = [...all.call(document, 'iframe')]
    .filter((each) => each.namespaceURI?.endsWith('xhtml'))
    .map((each): Document | null => documentIn.call(each));
  return [document, ...nested.filter((each) => each !== null).flatMap(documentsIn)];
}

function wrongIn(document: Document): string[] {
  const wrong: string[] = [];
  for (const each of all.call(document, '*')) {
    for (const { name, value } of attributesOf.call(each) as NamedNodeMap) {
      if (/^on/i.test(name) || name === 'srcdoc' || name === 'http-equiv')
        wrong.push(`${each.localName}[${name}]`);
      if (
        /^[\0- ]*(java|vb|live)script:/i.test(value) &&
        !/^(data-|aria-|title|alt|value|content)/.test(name)
      )
        wrong.push(`${each.localName}[${name}=${value}]`);
    }
    if (each.localName === 'script' && each.firstChild && each.textContent !== '') wrong.push('script text');
  }
  return wrong;
}

async function open(
  shown: Shown,
  served: boolean,
): Promise<{ shown: Shown; replica: Replica; lost: string[] }> {
  const container = document.body.appendChild(document.createElement('div'));
  container.style.cssText = 'position:fixed;inset:0;width:400px;height:300px';
  const lost: string[] = [];
  const replica = createReplica({
    container,
    assets: { url: (hash) => `/assets/${hash}` },
    onLost: (reason) => lost.push(reason),
    ...(served ? { shell: (mode) => `/shell/${mode}` } : {}),
  });
  const frames = shown.frames?.map(bytesOf) ?? forge(shown.forged);
  for (const frame of frames) replica.apply(frame);
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([replica.settled(), late]);
  if (shown.raw) {
    const { document: raw } = replica;
    put(raw, raw.body, shown.raw);
  }
  return { shown, replica, lost };
}

/** Shows payloads, each in a replica of its own, and pokes at what came of them. */
async function show(some: readonly Shown[], served: boolean): Promise<Seen[]> {
  const open_ = await Promise.all(some.map((each) => open(each, served)));
  const seen = open_.map(({ shown, replica, lost }): Seen => {
    const built = replica.document;
    // What a page of no layers has led elsewhere by now has no window.
    const view: Window | null = built && viewOf.call(built);
    if (!view) return { index: shown.index, text: '', wrong: ['left its document'], lost };
    const text = shown.raw ? '' : pageText(built);
    const documents = documentsIn(built);
    for (const each of documents) poke(each);
    const wrong = documents.flatMap(wrongIn);
    const { href } = view.location;
    if (href !== 'about:blank' && href !== window.location.href && !href.includes('/shell/'))
      wrong.push(`went to ${href}`);
    return { index: shown.index, text, wrong, lost };
  });
  // An answer that comes after all those that the payloads have asked for.
  await fetch('/last');
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const { replica } of open_) replica.dispose();
  document.body.replaceChildren();
  return seen;
}

Object.assign(window, { show });
