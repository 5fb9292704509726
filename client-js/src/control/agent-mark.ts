import { boxOf } from '../guide/element-box.ts';

/** How long a mark stays, in milliseconds. */
const shown = 1600;

/** Outlines what an agent does something with, and says what: a picture above the page, which touches nothing of it. */
export class AgentMark {
  readonly #layer: HTMLElement;
  readonly #box = document.createElement('div');
  readonly #words = document.createElement('bdi');
  #element: Element | undefined;
  #until = 0;
  #frame = 0;

  constructor(layer: HTMLElement) {
    this.#layer = layer;
    this.#box.style.cssText =
      'position:absolute;left:0;top:0;box-sizing:border-box;border:3px solid #0a58a6;border-radius:6px;outline:2px solid #fff;pointer-events:none';
    this.#words.style.cssText =
      'position:absolute;inset-inline-start:-3px;bottom:100%;margin-bottom:5px;max-width:240px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:1px 8px;border-radius:6px;background:#0a58a6;color:#fff;font-size:12px;font-weight:600;line-height:18px';
    this.#box.append(this.#words);
  }

  show(element: Element, words: string): void {
    this.#element = element;
    this.#words.textContent = words;
    this.#until = performance.now() + shown;
    if (this.#box.parentNode !== this.#layer) this.#layer.append(this.#box);
    this.#frame ||= requestAnimationFrame(this.#draw);
  }

  clear(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#box.remove();
    this.#element = undefined;
  }

  readonly #draw = (now: number): void => {
    const box = this.#element?.isConnected ? boxOf(this.#element, window) : undefined;
    if (now > this.#until) {
      this.clear();
      return;
    }
    this.#box.hidden = !box;
    if (box) {
      const { style } = this.#box;
      style.transform = `translate(${(box.x - 4).toFixed(1)}px,${(box.y - 4).toFixed(1)}px)`;
      style.width = `${(box.width + 8).toFixed(1)}px`;
      style.height = `${(box.height + 8).toFixed(1)}px`;
      this.#words.style.bottom = box.y < 30 ? 'auto' : '100%';
    }
    this.#frame = requestAnimationFrame(this.#draw);
  };
}
