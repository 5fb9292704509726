import { allIn, fontsOf, rootElementOf } from './tree/document-methods.ts';
import { hasAttributeOf, typeOf } from './tree/dom-order.ts';
/** Resolves when the images and fonts of a document and of the roots inside it show, or cannot. */
export async function rendered(roots: readonly (Document | ShadowRoot)[]): Promise<void> {
  const waits: Promise<unknown>[] = [];
  for (const root of roots) {
    for (const image of allIn<HTMLImageElement>(root, 'img')) {
      // Decoding fails for broken images, and would never end for one without an address.
      if (hasAttributeOf(image, 'src') || hasAttributeOf(image, 'srcset'))
        waits.push(image.decode().catch(() => {}));
    }
    if (typeOf(root) === 9) waits.push(fontsLoaded(root as Document));
  }
  await Promise.race([Promise.all(waits), new Promise((resolve) => setTimeout(resolve, longestWait))]);
}

const longestWait = 10_000;

async function fontsLoaded(document: Document): Promise<void> {
  // Layout starts the loading of fonts; only then is there something to wait for.
  void rootElementOf(document)?.getBoundingClientRect();
  await fontsOf(document)?.ready;
}
