import { words } from '../masking/words.ts';
import type { NodeId } from '../protocol/op.ts';
import { propertyCode } from '../protocol/protocol.gen.ts';
import type { ElementState } from './element-state.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { StyleCapture } from './style-capture.ts';

type Label = 'blocked' | 'unreadable';

const replaced = words('img canvas video object embed image iframe input');

/** What is said of elements once their children are there, or once layout may be asked: state, sheets, sizes. */
export class Afterthoughts {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #state: ElementState;
  readonly #styles: StyleCapture;
  #written = new Set<Element>();
  readonly #changed = new Set<Element>();
  readonly #boxes = new Map<Element, Label>();

  constructor(ids: NodeIds, nodes: NodeWriter, state: ElementState, styles: StyleCapture) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#state = state;
    this.#styles = styles;
  }

  /** An element was written. */
  written(element: Element): void {
    const owner = element.localName === 'style' || element.localName === 'link';
    if (owner || this.#state.has(element)) this.#written.add(element);
  }

  /** A style sheet arrived, or state changed. */
  changed(changed: Element): void {
    const element = (/^(sel|opt)/.test(changed.localName) && changed.closest('select')) || changed;
    this.#state.toggled(element);
    if (element.localName === 'link') this.#written.add(element);
    else if (
      this.#state.has(element) ||
      this.#state.told(element) ||
      element === element.ownerDocument.fullscreenElement
    )
      this.#changed.add(element);
  }

  box(element: Element, label: Label): void {
    this.#boxes.set(element, label);
  }

  /** Elements written from now on go into `written`. */
  collect(written: Set<Element> = new Set()): Set<Element> {
    const former = this.#written;
    this.#written = written;
    return former;
  }

  /** Says it of `written`, and of what changed. */
  flush(written: ReadonlySet<Element>): void {
    // What is put elsewhere closes without a word.
    for (const open of this.#state.opened) this.changed(open);
    for (const element of written) this.#first(element);
    for (const element of this.#changed) if (!written.has(element)) this.#state.write(element, false);
    this.#changed.clear();
    for (const [element, label] of this.#boxes) {
      const id = this.#ids.of(element);
      if (!id) continue;
      if (label === 'unreadable' && element.localName === 'img') this.#image(element as HTMLImageElement, id);
      // An object that found nothing shows what is inside it.
      else if (element.localName !== 'object' || !element.firstElementChild?.getClientRects().length)
        this.#box(element, id, label);
    }
    this.#boxes.clear();
  }

  /** An image that shows nothing in the page either is broken, not hidden. */
  #image(image: HTMLImageElement, id: NodeId): void {
    if (!image.complete) return;
    if (image.naturalWidth > 0) this.#box(image, id, 'unreadable');
    else this.#nodes.writer.property(id, propertyCode.imageState, 'broken');
  }

  #box(element: Element, id: NodeId, label: Label): void {
    const { width, height } = element.getBoundingClientRect();
    // What a box holds makes it as large as it is, unless it is one line or as wide as what it stands in.
    const fits =
      label === 'blocked' && !replaced.has(element.localName) && !element.querySelector('img,svg,canvas');
    const step = fits ? 64 : 1;
    const wide = fits && getComputedStyle(element).display !== 'block' ? 128 : width;
    this.#nodes.writer.box(id, wide, Math.ceil(height / step) * step, label);
  }

  #first(element: Element): void {
    const id = this.#ids.of(element);
    if (!id) return;
    if (element.localName === 'style' || element.localName === 'link') {
      this.#styles.ownerWritten(element as HTMLStyleElement | HTMLLinkElement, id);
    } else this.#state.write(element, true);
  }
}
