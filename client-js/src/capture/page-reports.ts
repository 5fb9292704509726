import { words } from '../masking/words.ts';
import type { NodeId } from '../protocol/op.ts';
import type { CanvasDelegate, Painted } from './canvas-capture.ts';
import type { CaptureOptions } from './capture-contract.ts';
import { type CaptureParts, captureParts, type PartsDelegate } from './capture-parts.ts';
import { type DefinitionDelegate, DefinitionObserver } from './definition-observer.ts';
import { LateCanvases } from './late-canvases.ts';
import type { LoadDelegate } from './load-observer.ts';
import type { PropertyDelegate } from './property-observer.ts';
import type { RuledParts } from './ruled-parts.ts';

const boxed = words('img image input object embed');

/** When the page's capture works. */
export interface PageTurns {
  /** Something happens on the page. */
  woken(): void;
  mutated(): void;
  observe(root: Node): void;
  rootAttached(root: ShadowRoot): void;
  /** Sends what `write` writes as a frame of its own. */
  sendOne(write: () => void): void;
}

/** What the parts of a capture find out, told to those whom it concerns. */
export class PageReports
  implements PartsDelegate, PropertyDelegate, LoadDelegate, DefinitionDelegate, CanvasDelegate
{
  readonly canvases: LateCanvases;
  /** What follows the rules of a policy that has any. */
  ruled: RuledParts | undefined;
  readonly #parts: CaptureParts;
  readonly #turns: PageTurns;
  readonly #definitions = new DefinitionObserver(this);

  constructor(options: CaptureOptions, document: Document, view: Window, turns: PageTurns) {
    this.#turns = turns;
    this.#parts = captureParts(options, document, view, this);
    this.canvases = new LateCanvases(this.#parts.assets, this, options.canvas ?? 1000);
  }

  get parts(): CaptureParts {
    return this.#parts;
  }

  woken(): void {
    this.#turns.woken();
  }

  mutated(): void {
    this.#turns.mutated();
  }

  elementWritten(element: Element): void {
    switch (element.localName) {
      case 'canvas':
        this.canvases.written(element as HTMLCanvasElement);
        break;
      case 'iframe':
      case 'frame':
        this.#parts.lateRoots.iframe(element);
        break;
      default:
        if (element.localName === 'video') this.canvases.written(element as HTMLVideoElement);
        this.#parts.afterthoughts.written(element);
        this.#parts.animations.written(element);
        this.#definitions.written(element);
    }
  }

  capturedRoots(): Iterable<ParentNode> {
    return this.#parts.styles.roots();
  }

  boxNeeded(element: Element, label: 'blocked' | 'unreadable'): void {
    this.#parts.afterthoughts.box(element, label);
  }

  withheld(node: Node): void {
    this.ruled?.disclosures.withheld(node);
  }

  styleText(text: Text, style: Element, shows: boolean): string {
    return this.#parts.styles.styleText(text, style, shows);
  }

  rootOpened(root: Node): void {
    this.#turns.observe(root);
  }

  rootWritten(root: Node, id: NodeId): void {
    this.#parts.styles.rootWritten(root, id);
  }

  stateChanged(element: Element): void {
    this.#turns.woken();
    this.#parts.afterthoughts.changed(element);
    this.#parts.presence.viewChanged();
  }

  addressChanged(): void {
    this.#turns.woken();
  }

  animationChanged(element: Element): void {
    this.#parts.animations.changed(element);
    this.#turns.woken();
  }

  shadowAttached(host: Element, root: ShadowRoot): void {
    this.#parts.roots.remember(host, root);
    // What happens in it before its content is written counts as well.
    this.#turns.rootAttached(root);
    this.#parts.lateRoots.host(host);
  }

  resourceSettled(element: Element, name: string, readable: boolean): void {
    if (readable) {
      this.#parts.changes.attribute(element, name);
      if (element.localName === 'link') this.#parts.styles.linkTold(element as HTMLLinkElement);
    } else if (element.localName === 'link') {
      // A sheet that cannot be fetched may still be readable as rules.
      const { sheet } = element as HTMLLinkElement;
      if (sheet && this.#parts.styles.isReadable(sheet)) this.#parts.styles.sheetReplaced(sheet);
    } else if (name !== 'style' && boxed.has(element.localName))
      this.#parts.afterthoughts.box(element, 'unreadable');
  }

  loaded(element: Element): void {
    switch (element.localName) {
      case 'iframe':
      case 'frame': {
        const root = this.#parts.roots.of(element);
        if (root && this.#parts.ids.of(root)) this.#turns.observe(root);
        this.#parts.lateRoots.host(element);
        break;
      }
      case 'img':
        this.#parts.afterthoughts.changed(element);
        if (this.#parts.ids.of(element) && this.#parts.resources.choseAnother(element as HTMLImageElement))
          this.#parts.changes.attribute(element, 'src');
        break;
      case 'link':
        this.#parts.afterthoughts.changed(element);
    }
  }

  mayShow(painted: Painted): boolean {
    const id = this.#parts.ids.of(painted);
    return id !== 0 && !this.#parts.nodes.isClosed(id);
  }

  canvasDrawn(painted: Painted, hash: string, width: number, height: number): void {
    if (this.mayShow(painted))
      this.#turns.sendOne(() =>
        this.#parts.nodes.writer.canvas(this.#parts.ids.of(painted), hash, width, height),
      );
  }

  canvasUnreadable(canvas: HTMLCanvasElement): void {
    this.#parts.afterthoughts.box(canvas, 'unreadable');
  }
}
