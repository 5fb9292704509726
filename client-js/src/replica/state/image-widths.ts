import { PendingLoads } from '../style/pending-loads.ts';
import { attributeOf, hasAttributeOf, removeAttributeOf, setAttributeOf } from '../tree/dom-order.ts';

/**
 * Gives images the width that they have in the page: where a `srcset` chose the source, that depends on the density
 * under which it did, and the source itself does not say it.
 */
export class ImageWidths {
  /** Images on their way; no page waits for them before it shows. */
  readonly loads = new PendingLoads();
  readonly #widths = new WeakMap<HTMLImageElement, number>();
  readonly #heard = new WeakSet<HTMLImageElement>();

  /** The width that the customer's browser takes `image` to have, in CSS pixels. */
  set(image: HTMLImageElement, width: number): void {
    this.#widths.set(image, width);
    if (!this.#heard.has(image)) image.addEventListener('load', () => this.#fit(image));
    this.#heard.add(image);
    if (image.complete) this.#fit(image);
    else this.#await(image);
  }

  /** `image` was given another source, which shows as it is until it has loaded. */
  sourceChanged(image: HTMLImageElement): void {
    if (!this.#widths.has(image)) return;
    removeAttributeOf(image, 'srcset');
    if (hasAttributeOf(image, 'src')) this.#await(image);
  }

  #fit(image: HTMLImageElement): void {
    const width = this.#widths.get(image);
    const former = /^(\S+) (\S+)x$/.exec(attributeOf(image, 'srcset') ?? '');
    const address = former?.[1] ?? attributeOf(image, 'src');
    if (!width || !address || image.naturalWidth === 0 || Math.abs(image.naturalWidth - width) < 1) return;
    const density = likelyDensity(image.naturalWidth * Number(former?.[2] ?? 1), width);
    this.#await(image);
    setAttributeOf(image, 'srcset', `${address} ${density}x`);
    // It would be a candidate as well, and the better one.
    removeAttributeOf(image, 'src');
  }

  #await(image: HTMLImageElement): void {
    const events = ['load', 'error'].map(
      (type) => new Promise((resolve) => image.addEventListener(type, resolve, { once: true })),
    );
    this.loads.add(Promise.race(events));
  }
}

/** Widths are told in whole pixels; what a page writes as a density is short. */
function likelyDensity(own: number, width: number): number {
  const exact = own / width;
  const short = Math.round(exact * 10) / 10;
  return Math.abs(own / short - width) <= 0.5 ? short : exact;
}
