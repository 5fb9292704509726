/** More of them tell nobody more. */
const mostOutlines = 300;

/** Draws lines around what an agent cannot see, above the page and without touching it, wherever that scrolls to. */
export class HiddenOutlines {
  readonly #box = document.createElement('div');
  readonly #hides: (element: Element) => boolean;
  #frame = 0;

  constructor(layer: Element, hides: (element: Element) => boolean) {
    this.#hides = hides;
    this.#box.ariaHidden = 'true';
    this.#box.style.cssText = 'position:fixed;inset:0;overflow:hidden;pointer-events:none';
    layer.prepend(this.#box);
    this.#draw();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#box.remove();
  }

  readonly #draw = (): void => {
    this.#frame = requestAnimationFrame(this.#draw);
    const boxes: DOMRect[] = [];
    this.#gather(document.documentElement, boxes);
    const lines = this.#box.children as HTMLCollectionOf<HTMLElement>;
    while (lines.length > boxes.length) lines[0]!.remove();
    while (lines.length < boxes.length) this.#box.append(document.createElement('div'));
    boxes.forEach(({ x, y, width, height }, at) => {
      const css = `position:absolute;box-sizing:border-box;left:${x}px;top:${y}px;width:${width}px;height:${height}px;border:2px dashed #b3261e;background:#b3261e22`;
      if (lines[at]!.style.cssText !== css) lines[at]!.style.cssText = css;
    });
  };

  #gather(root: Element | ShadowRoot, boxes: DOMRect[]): void {
    for (const child of root.children) {
      if (boxes.length >= mostOutlines) return;
      if (this.#hides(child)) {
        const box = child.getBoundingClientRect();
        const seen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
        if (seen && box.width > 0 && box.height > 0) boxes.push(box);
      } else this.#gather(child.shadowRoot ?? child, boxes);
    }
  }
}
