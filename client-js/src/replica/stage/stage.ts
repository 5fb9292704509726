import type { DocumentMode } from '../../protocol/index.ts';
import { removeChildren } from '../tree/dom-order.ts';
import { makeInert } from './inert-events.ts';
import { writeShell } from './shell.ts';

/** How a stage gets its empty document. */
export interface StageSetting {
  readonly container: HTMLElement;
  readonly sources: string;
  readonly shell: ((mode: DocumentMode) => string) | undefined;
}

const longestLoad = 10_000;

/** One iframe, hidden until the page in it is complete. */
export class Stage {
  readonly iframe: HTMLIFrameElement;
  readonly ready: Promise<void>;
  #isReady = false;

  /** Without a mode the document is the blank one of a new iframe: to show nothing, nothing needs to be written. */
  constructor(setting: StageSetting, mode: DocumentMode | undefined) {
    const iframe = setting.container.ownerDocument.createElement('iframe');
    this.iframe = iframe;
    iframe.setAttribute('sandbox', 'allow-same-origin');
    iframe.setAttribute('tabindex', '-1');
    iframe.setAttribute('referrerpolicy', 'no-referrer');
    iframe.title = 'Replica';
    const style = iframe.style;
    style.border = '0';
    style.position = 'absolute';
    style.left = style.top = '0';
    style.visibility = 'hidden';
    style.pointerEvents = 'none';
    // What a browser paints behind a page, in the page's own scheme.
    style.background = 'Canvas';
    this.prefer('light');
    const shell = mode === undefined ? undefined : setting.shell?.(mode);
    if (shell === undefined) {
      setting.container.append(iframe);
      try {
        if (mode !== undefined) writeShell(this.document, mode, setting.sources);
      } catch (error) {
        // Under Trusted Types nothing may be written: such a console serves its shells.
        iframe.remove();
        throw error;
      }
      makeInert(this.document);
      this.#isReady = true;
      this.ready = Promise.resolve();
      return;
    }
    this.ready = new Promise((resolve, reject) => {
      // Frames wait for the shell: one that never comes must not have them wait for ever.
      const late = setTimeout(() => reject(new Error('The shell document does not load.')), longestLoad);
      iframe.addEventListener(
        'load',
        () => {
          clearTimeout(late);
          if (!iframe.contentDocument) return reject(new Error('The shell document is not of this origin.'));
          removeChildren(this.document);
          makeInert(this.document);
          this.#isReady = true;
          resolve();
        },
        { once: true },
      );
    });
    this.ready.catch(() => {});
    iframe.src = shell;
    setting.container.append(iframe);
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get document(): Document {
    return this.iframe.contentDocument!;
  }

  resize(width: number, height: number): void {
    this.iframe.style.width = `${width}px`;
    this.iframe.style.height = `${height}px`;
  }

  /** A document takes the scheme of its iframe for the one that its user prefers. */
  prefer(scheme: 'light' | 'dark'): void {
    this.iframe.style.colorScheme = `only ${scheme}`;
  }

  show(): void {
    this.iframe.style.visibility = '';
    this.iframe.style.position = '';
    this.iframe.style.display = 'block';
  }

  remove(): void {
    this.iframe.remove();
  }
}
