import { element } from './element.ts';
import { styles } from './styles.ts';

/** Marks the host, so that the capture leaves it out. */
export const uiMark = 'data-cobrowse-ui';

// Events of our own controls are no business of the page: its dialogs would pull the focus back, its shortcuts fire.
const kept = `click dblclick mousedown mouseup pointerdown pointerup touchstart touchend
  keydown keyup keypress focusin focusout input wheel contextmenu`;

/**
 * The one element that the snippet adds to the page: no size of its own, above everything (top layer where there is
 * one), its content in a closed shadow root under constructed style sheets.
 */
export class UiHost {
  /** Holds what shows; `lang` and `dir` stand here. */
  readonly layer = element('div', { class: 'layer' });
  readonly #host = element('div', { attributes: { [uiMark]: '' } });
  readonly #root = this.#host.attachShadow({ mode: 'closed' });

  constructor(language: string, direction: 'ltr' | 'rtl') {
    // A browser of before 2023 takes the text, if the page's policy lets it.
    if ('adoptedStyleSheets' in this.#root) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      this.#root.adoptedStyleSheets = [sheet];
    } else (this.#root as ShadowRoot).append(element('style', { text: styles }));
    this.layer.lang = language;
    this.layer.dir = direction;
    this.#root.append(this.layer);
    for (const type of kept.split(/\s+/))
      this.#root.addEventListener(type, (event) => event.stopPropagation());
  }

  /** Puts the host where it is seen and can be used. Again when the page has replaced its content. */
  mount(): void {
    document.addEventListener('toggle', this.#place, true);
    document.addEventListener('close', this.#place, true);
    this.#place();
  }

  unmount(): void {
    document.removeEventListener('toggle', this.#place, true);
    document.removeEventListener('close', this.#place, true);
    this.#host.remove();
  }

  get mounted(): boolean {
    return this.#host.isConnected;
  }

  /** The element of ours that has the focus. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** A modal dialog of the page makes all outside it inert, us too: then we live inside it. */
  readonly #place = (): void => {
    const modal = [...document.querySelectorAll('dialog:modal')].pop();
    const parent = modal ?? document.documentElement;
    if (this.#host.parentNode === parent) return;
    const focused = this.#root.activeElement;
    parent.append(this.#host);
    this.#raise();
    if (focused instanceof HTMLElement) focused.focus();
  };

  #raise(): void {
    if (typeof this.#host.showPopover !== 'function') return;
    this.#host.setAttribute('popover', 'manual');
    try {
      this.#host.showPopover();
    } catch {
      // Without a top layer the largest z-index has to do.
      this.#host.removeAttribute('popover');
    }
  }
}
