import { adoptSheets } from '../tree/document-methods.ts';
import { viewOf } from '../tree/dom-order.ts';

type Root = Document | ShadowRoot;

/** Why a root needs rules that no page has written. */
export type OwnRule =
  | 'noscript'
  | 'media'
  | 'focus'
  | 'buttons'
  | 'selection'
  | 'fullscreen'
  | 'box'
  | 'canvas';

/** What a browser's own sheet would say if the frame had scripts and the customer's states. */
const rules: Record<Exclude<OwnRule, 'canvas'>, string> = {
  noscript: 'noscript{display:none!important}',
  media:
    ':is(video,audio):not([controls])::-webkit-media-controls{display:none!important}audio:not([controls]){display:none!important}',
  focus: browsers('[data-cobrowse-focus-visible]{outline:auto 1px -webkit-focus-ring-color}'),
  selection: browsers(':root::selection{background-color:Highlight;color:HighlightText}'),
  buttons: browsers(
    ['inner-spin-button', 'search-cancel-button', 'calendar-picker-indicator']
      .map(
        (button) =>
          `:is([data-cobrowse-hover],[data-cobrowse-focus]):enabled:read-write::-webkit-${button}{opacity:1}`,
      )
      .join(''),
  ),
  fullscreen:
    '[data-cobrowse-fullscreen]:not(:root){position:fixed!important;inset:0!important;margin:0!important;' +
    'box-sizing:border-box!important;min-width:0!important;max-width:none!important;min-height:0!important;' +
    'max-height:none!important;width:100%!important;height:100%!important;transform:none!important;' +
    'object-fit:contain;z-index:2147483647!important}',
  box:
    '[data-cobrowse-box]{box-sizing:border-box!important;overflow:hidden!important;' +
    'outline:1px dashed #8a8f98!important;outline-offset:-1px!important}',
};

/** In a layer rules give way to the page's, as the browser's own do. */
function browsers(css: string): string {
  return `@layer cobrowse{${css}}`;
}

/** Adds rules of the replica's own to the roots that need them, in front of what the page adopts. */
export class OwnRules {
  readonly #needed = new WeakMap<Root, Map<OwnRule, CSSStyleSheet>>();
  readonly #adopted = new WeakMap<Root, readonly CSSStyleSheet[]>();

  need(root: Root, rule: Exclude<OwnRule, 'canvas'>): void {
    if (this.#needed.get(root)?.has(rule)) return;
    this.sheet(root, rule)?.replaceSync(rules[rule]);
  }

  /** A sheet of the replica's own in `root`, made when first asked for. */
  sheet(root: Root, rule: OwnRule): CSSStyleSheet | undefined {
    let own = this.#needed.get(root);
    if (!own) {
      own = new Map();
      this.#needed.set(root, own);
    }
    let sheet = own.get(rule);
    if (!sheet) {
      const view = viewOf(root);
      if (!view) return undefined;
      sheet = new view.CSSStyleSheet();
      own.set(rule, sheet);
      this.#assign(root);
    }
    return sheet;
  }

  /** What the page adopts in `root`. */
  adopt(root: Root, sheets: readonly CSSStyleSheet[]): void {
    this.#adopted.set(root, sheets);
    this.#assign(root);
  }

  #assign(root: Root): void {
    const own = this.#needed.get(root)?.values() ?? [];
    adoptSheets(root, [...own, ...(this.#adopted.get(root) ?? [])]);
  }
}
