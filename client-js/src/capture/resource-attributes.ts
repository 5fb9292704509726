import type { Context, Gate } from '../masking/gate.ts';
import { words } from '../masking/words.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { assetScheme } from '../protocol/op.ts';
import type { Asset, AssetSender } from './asset-sender.ts';
import { type CssAssets, resolve } from './css-assets.ts';

const drop = null;
const dropped = words('srcset srcdoc integrity nonce ping archive codebase');

/** What an attribute that loads something becomes: its value, null where it goes, undefined where it is none. */
export type ResourceValue = string | null | undefined;

export interface ResourceDelegate {
  /** An asset became ready, or turned out to be unreadable: `name` of `element` has another value now. */
  resourceSettled(element: Element, name: string, readable: boolean): void;
}

/** Attributes that make a browser load something, and the assets that stand for it. */
export class ResourceAttributes {
  readonly #assets: AssetSender;
  readonly #css: CssAssets;
  readonly #gate: Gate;
  readonly #delegate: ResourceDelegate;
  /** The addresses of images as they were told. */
  readonly #chosen = new WeakMap<HTMLImageElement, string | undefined>();
  readonly #waiting = new Map<Asset, Map<Element, Set<string>>>();

  constructor(assets: AssetSender, css: CssAssets, gate: Gate, delegate: ResourceDelegate) {
    this.#assets = assets;
    this.#css = css;
    this.#gate = gate;
    this.#delegate = delegate;
  }

  value(element: Element, name: string, value: string, held: Context): ResourceValue {
    switch (name) {
      case 'style':
        return this.#style(element, value, held);
      case 'src':
        return this.#source(element, value, held);
      case 'poster':
      case 'background':
        return this.#image(element, name, value, held);
      case 'data':
        return element.localName === 'object' ? this.#image(element, name, value, held) : undefined;
      case 'href':
      case 'xlink:href':
        return this.#reference(element, name, value, held);
      default:
        return dropped.has(name) ? drop : undefined;
    }
  }

  #style(element: Element, value: string, held: Context): ResourceValue {
    if (!this.#gate.shows(held)) return this.#gate.style(value);
    if (!/url\(|image-set\(|--/i.test(value)) return value;
    return this.#css.ready(value, element.baseURI, (asset) => this.#wait(asset, element, 'style'), true);
  }

  #source(element: Element, value: string, held: Context): ResourceValue {
    switch (element.localName) {
      case 'img': {
        const image = element as HTMLImageElement;
        // Lazy images are loaded when they come near; then `load` tells.
        const lazy = image.loading === 'lazy' && !image.complete;
        const chosen = lazy ? '' : image.currentSrc || value;
        this.#chosen.set(image, resolve(chosen, image.baseURI));
        return lazy ? drop : this.#image(element, 'src', chosen, held);
      }
      case 'input':
      case 'embed':
        return this.#image(element, 'src', value, held);
      default:
        return drop;
    }
  }

  /** Whether an image that has loaded shows another source than the one that was told. */
  choseAnother(image: HTMLImageElement): boolean {
    return image.currentSrc !== this.#chosen.get(image);
  }

  #reference(element: Element, name: string, value: string, held: Context): ResourceValue {
    switch (element.localName) {
      case 'link':
        return this.#link(element as HTMLLinkElement, value);
      case 'a':
        return undefined;
      default:
        if (!element.namespaceURI?.endsWith('/svg')) return undefined;
        return value.startsWith('#') ? value : this.#image(element, name, value, held);
    }
  }

  #link(link: HTMLLinkElement, value: string): ResourceValue {
    if (!/(?:^|\s)stylesheet(?:\s|$)/i.test(link.rel)) return this.#gate.unmasked ? undefined : drop;
    const address = addressIn(link, value);
    if (!address) return drop;
    return this.#take(this.#css.sheet(address), link, 'href', '') ?? drop;
  }

  #image(element: Element, name: string, value: string, held: Context): ResourceValue {
    if (!this.#gate.shows(held)) {
      this.#delegate.resourceSettled(element, name, false);
      return drop;
    }
    const address = addressIn(element, value);
    if (!address) return drop;
    const fragment = /#[\w-]+$/.exec(address)?.[0] ?? '';
    return this.#take(this.#assets.address(address.replace(/#.*$/s, '')), element, name, fragment);
  }

  #take(asset: Asset, element: Element, name: string, fragment: string): ResourceValue {
    if (!asset.final) this.#wait(asset, element, name);
    if (asset.hash === null) this.#delegate.resourceSettled(element, name, false);
    return asset.hash ? assetScheme + asset.hash + fragment : drop;
  }

  #wait(asset: Asset, element: Element, name: string): void {
    const elements = getOrMake(this.#waiting, asset, () => {
      const waiting = new Map<Element, Set<string>>();
      void asset.settled.then(() => {
        this.#waiting.delete(asset);
        for (const [waiter, names] of waiting) {
          for (const each of names) this.#delegate.resourceSettled(waiter, each, asset.hash !== null);
        }
      });
      return waiting;
    });
    getOrMake(elements, element, () => new Set()).add(name);
  }
}

const addressIn = (element: Element, value: string): string | undefined =>
  value.trim() ? resolve(value, element.baseURI) : undefined;
