import type { AssetSource, Op } from '../../protocol/index.ts';
import { htmlNamespace } from '../builder/element-names.ts';
import { quoteCss } from '../css/css-tokens.ts';
import type { OwnRules } from '../style/own-rules.ts';
import type { PendingLoads } from '../style/pending-loads.ts';
import { createElementIn } from '../tree/document-methods.ts';
import { attributeOf, documentOf, localNameOf, rootOf, setAttributeOf } from '../tree/dom-order.ts';

type Bitmap = Extract<Op, { op: 'canvas' }>;

/** Of all canvases of a page. */
const mostPixels = 1 << 25;

const mark = 'data-cobrowse-bitmap';

/**
 * Shows canvases, and what videos show. A frame without scripts lays a canvas out as its fallback content, so the bitmap shows as the
 * element's CSS content; the canvas itself holds the same pixels for whoever reads it.
 */
export class Canvases {
  readonly #assets: AssetSource;
  readonly #own: OwnRules;
  readonly #loads: PendingLoads;
  readonly #shown = new WeakMap<Element, { readonly key: string; hash: string; size: string }>();
  readonly #rules = new WeakMap<Document | ShadowRoot, Map<string, CSSStyleRule>>();
  /** How many pictures of a video came. */
  readonly #turns = new WeakMap<Element, number>();
  #last = 0;
  readonly #drawn = new WeakMap<Element, number>();
  #pixels = 0;

  constructor(assets: AssetSource, own: OwnRules, loads: PendingLoads) {
    this.#assets = assets;
    this.#own = own;
    this.#loads = loads;
  }

  /** A canvas that has no bitmap yet takes its room. */
  blank(canvas: HTMLCanvasElement): void {
    const size = `${canvas.width}x${canvas.height}`;
    const shown = this.#shown.get(canvas);
    if (shown?.size === size) return;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${canvas.width}" height="${canvas.height}"/>`;
    this.#show(canvas, `data:image/svg+xml,${encodeURIComponent(svg)}`, '', size);
  }

  /** An object or embed shows a picture; the element itself loads nothing. One that holds nothing has no content. */
  picture(element: Element, address: string | undefined): void {
    const rule = this.#rule(element);
    rule?.style.removeProperty('content');
    if (rule && rule.cssRules.length > 0) rule.deleteRule(0);
    if (address === undefined) return;
    this.#show(element, address, '', '');
    // Drawings are documents, which show at their own size.
    const size = /svg/.test(attributeOf(element, 'type') ?? '') ? 'auto' : '100% 100%';
    const background = `background:url(${quoteCss(address)}) 0 0/${size} no-repeat!important`;
    this.#rule(element)?.insertRule(`&:empty{${background}}`);
  }

  paint(element: Element, op: Bitmap): void {
    if (!/^[0-9a-f]{64}$/.test(op.hash)) return;
    const address = this.#assets.url(op.hash);
    if (localNameOf(element) === 'canvas')
      this.#loads.add(this.#draw(element as HTMLCanvasElement, op, address));
    else if (localNameOf(element) === 'video') this.#loads.add(this.#film(element, address));
  }

  /** The film is not sent: what it shows stands where the browser shows a picture before it. */
  async #film(video: Element, address: string): Promise<void> {
    const turn = (this.#turns.get(video) ?? 0) + 1;
    this.#turns.set(video, turn);
    // What shows goes on until the next picture is there.
    await loaded(documentOf(video), address);
    if (this.#turns.get(video) === turn) setAttributeOf(video, 'poster', address);
  }

  async #draw(canvas: HTMLCanvasElement, op: Bitmap, address: string): Promise<void> {
    const former = this.#shown.get(canvas);
    if (former) former.hash = op.hash;
    const image = await loaded(documentOf(canvas), address);
    if (former && former.hash !== op.hash) return;
    if (canvas.width !== op.width) canvas.width = op.width;
    if (canvas.height !== op.height) canvas.height = op.height;
    this.#show(canvas, address, op.hash, `${canvas.width}x${canvas.height}`);
    if (!this.#hasRoom(canvas)) return;
    const context = canvas.getContext('2d');
    context?.clearRect(0, 0, canvas.width, canvas.height);
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  }

  /** Pixels cost memory whatever the bitmap weighs; what has no room only shows. */
  #hasRoom(canvas: HTMLCanvasElement): boolean {
    const pixels = canvas.width * canvas.height;
    const others = this.#pixels - (this.#drawn.get(canvas) ?? 0);
    if (others + pixels > mostPixels) return false;
    this.#pixels = others + pixels;
    this.#drawn.set(canvas, pixels);
    return true;
  }

  #show(canvas: Element, address: string, hash: string, size: string): void {
    const key = this.#shown.get(canvas)?.key ?? String(++this.#last);
    this.#shown.set(canvas, { key, hash, size });
    setAttributeOf(canvas, mark, key);
    this.#rule(canvas)?.style.setProperty('content', `url(${quoteCss(address)})`, 'important');
  }

  /** The rule of an element that shows a picture. */
  #rule(element: Element): CSSStyleRule | undefined {
    const root = rootOf(element);
    const key = this.#shown.get(element)?.key;
    if (!root || key === undefined) return undefined;
    const sheet = this.#own.sheet(root, 'canvas');
    if (!sheet) return undefined;
    let rules = this.#rules.get(root);
    if (!rules) {
      rules = new Map();
      this.#rules.set(root, rules);
    }
    let rule = rules.get(key);
    if (!rule) {
      const index = sheet.insertRule(`[${mark}="${key}"]{}`, sheet.cssRules.length);
      rule = sheet.cssRules[index] as CSSStyleRule;
      rules.set(key, rule);
    }
    return rule;
  }
}

/** A picture, once it is there: the frame's own image, so that the frame's policy holds for it too. */
async function loaded(document: Document, address: string): Promise<HTMLImageElement> {
  const image = createElementIn(document, htmlNamespace, 'img') as HTMLImageElement;
  // `decode` waits for a rendering, which a page that is still out of sight does not get.
  await new Promise((resolve, reject) => {
    image.addEventListener('load', resolve, { once: true });
    image.addEventListener('error', reject, { once: true });
    image.src = address;
  });
  return image;
}
