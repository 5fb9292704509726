import type { Gate } from '../masking/gate.ts';
import type { NodeId } from '../protocol/op.ts';
import type { ViewWriter } from '../protocol/view-writer.ts';
import type { FrameSender } from './frame-sender.ts';
import { innerFocus, innermost } from './inside.ts';
import { mark } from './mirror.ts';
import type { NodeIds } from './node-ids.ts';
import { darkScheme, type PresenceDelegate } from './presence-observer.ts';
import { tried } from './tried.ts';
import { viewOf } from './view-of.ts';
import { viewportOffset } from './viewport-offset.ts';

const mostPoints = 32;
/** Milliseconds between frames that tell of pointer and scrolling alone: with an animation frame, less than 50. */
const pace = 30;

type Told =
  | 'viewport'
  | 'colorScheme'
  | 'focus'
  | 'inputSelection'
  | 'hover'
  | 'active'
  | 'selection'
  | 'target';

/** Collects what the customer does and looks at, and sends the newest once a frame. */
export class PresenceCapture implements PresenceDelegate {
  readonly #ids: NodeIds;
  readonly #gate: Gate;
  readonly #document: Document;
  readonly #roots: () => Iterable<Document | ShadowRoot>;
  /** Where something was selected last. */
  #selecting: Document;
  /** Points as x, y and when, behind the one that was told last. */
  #points = [0, 0, 0];
  #sent = 0;
  #clicks: number[] = [];
  #hover: Element | null = null;
  /** Something else may be under the pointer. */
  #over = false;
  #active: Element | null = null;
  readonly #scrolled = new Set<Element | Document>();
  /** What was told to be scrolled. */
  readonly #away = new Set<Element | Document>();
  #changed = true;
  /** What is selected may be pushed elsewhere, which no event tells. */
  #pushed = false;
  readonly #told = new Map<Told, string>();
  /** Does not leave, and has the pointer. */
  #resting: Element | undefined;

  readonly #woken: () => void;

  /** `roots` are those that replicas have; `woken` is called when there is something to send. */
  constructor(
    ids: NodeIds,
    gate: Gate,
    document: Document,
    roots: () => Iterable<Document | ShadowRoot>,
    woken: () => void,
  ) {
    this.#roots = roots;
    this.#selecting = document;
    this.#ids = ids;
    this.#gate = gate;
    this.#document = document;
    this.#woken = woken;
  }

  pointed(x: number, y: number, at: number, element: Element | null): void {
    const shown = this.#showsAt(x, y, element);
    if (!shown) return;
    [x, y] = shown;
    this.#woken();
    if (this.#points.length > mostPoints * 3) this.#points.splice(3, 3);
    this.#points.push(Math.round(x), Math.round(y), at);
  }

  clicked(x: number, y: number, element: Element): void {
    if (this.#closedAround(element)) return;
    this.#woken();
    // Script clicks as often as it likes.
    if (this.#clicks.length < mostPoints * 2) this.#clicks.push(Math.round(x), Math.round(y));
  }

  hovered(element: Element | null): void {
    this.#woken();
    this.#over = true;
    this.#hover = element;
  }

  activated(element: Element | null): void {
    if (element && this.#closedAround(element)) return;
    this.#woken();
    this.#active = element;
    this.#changed = true;
  }

  scrolled(target: Element | Document): void {
    this.#woken();
    this.#scrolled.add(target);
  }

  /** What does not leave tells nothing by where in it somebody points: the nearest element that replicas have. */
  #closedAround(element: Element | null): Element | undefined {
    if (this.#gate.unmasked) return undefined;
    for (let at: Node | null = element; at; at = above(at)) {
      const id = this.#ids.of(at);
      if (id) return this.#gate.conceals(at as Element) ? (at as Element) : undefined;
    }
    return undefined;
  }

  /** Where the pointer is told to be: in the middle of what does not leave, and only once. */
  #showsAt(x: number, y: number, element: Element | null): [number, number] | undefined {
    const closed = this.#closedAround(element);
    if (closed === this.#resting && closed) return undefined;
    this.#resting = closed;
    if (!closed) return [x, y];
    const box = closed.getBoundingClientRect();
    const offset = viewportOffset(viewOf(closed.ownerDocument), viewOf(this.#document) ?? window) ?? {
      x: 0,
      y: 0,
    };
    return [box.x + box.width / 2 + offset.x, box.y + box.height / 2 + offset.y];
  }

  /** What is put elsewhere loses its scroll without a word. */
  moved(nodes: ReadonlySet<Node>): void {
    for (const target of this.#away)
      for (let at: Node | null = target; at; at = above(at)) if (nodes.has(at)) this.#scrolled.add(target);
    this.#pushed ||= nodes.size > 0;
  }

  selectionChanged(document: Document): void {
    this.#selecting = document;
    this.viewChanged();
  }

  viewChanged(): void {
    this.#woken();
    this.#changed = true;
  }

  /** Whether it is time to send what there is: a frame's head is longer than a point, so that some wait for others. */
  due(now: number): boolean {
    if (this.#changed || this.#clicks.length > 0) return true;
    return this.#points.length + this.#scrolled.size > 3 ? now - this.#sent >= pace : this.#over;
  }

  /** Sends what passes quickly: pointer, clicks. */
  flushPresence(sender: FrameSender, now: number): void {
    if (this.#points.length < 4 && this.#clicks.length === 0) return;
    this.#sent = now;
    // A replica in step passes a snapshot by.
    const writer = sender.open(sender.pending() === 'update' ? 'update' : 'presence').view;
    if (this.#points.length > 3) writer.pointer(this.#path(now));
    for (let i = 0; i < this.#clicks.length; i += 2) writer.click(this.#clicks[i]!, this.#clicks[i + 1]!);
    this.#clicks = [];
  }

  /** The points that do not lie amid those beside them. */
  #path(now: number): number[] {
    const points = this.#points;
    const path: number[] = [];
    const bent = (i: number) => Math.abs(2 * points[i]! - points[i - 3]! - (points[i + 3] ?? 1e6)) > 3;
    for (let i = 3; i < points.length; i += 3)
      if (bent(i) || bent(i + 1))
        path.push(points[i]!, points[i + 1]!, Math.max(0, Math.round(now - points[i + 2]!)));
    this.#points = points.slice(-3);
    return path;
  }

  /** Sends what a late replica must have as well: scroll, viewport, focus, hover, selection. */
  flushView(now: number, open: () => ViewWriter): void {
    if (this.#scrolled.size > 0) this.#sent = now;
    for (const target of this.#scrolled) this.#scroll(target, open);
    this.#scrolled.clear();
    this.#over = false;
    this.#say('hover', this.#nearest(this.#hover), open);
    if (this.#pushed && this.#told.has('selection')) this.#selection(open);
    this.#pushed = false;
    if (!this.#changed) return;
    this.#changed = false;
    this.writeView(open);
  }

  /** All of the view but elements' scroll, for a keyframe. */
  writeAll(open: () => ViewWriter, roots: Iterable<Document | ShadowRoot>): void {
    for (const root of roots) {
      const element = root.nodeType === 9 ? (root as Document).scrollingElement : null;
      if (element && (element.scrollTop !== 0 || element.scrollLeft !== 0))
        this.#scroll(root as Document, open);
    }
    this.#hover ??= innermost(this.#document, ':hover');
    this.#active ??= innermost(this.#document, ':active');
    this.#say('hover', this.#nearest(this.#hover), open);
    this.writeView(open);
  }

  /** Where an element is scrolled to, unless that is its start. */
  writeScroll(element: Element, open: () => ViewWriter): void {
    if (element.scrollTop === 0 && element.scrollLeft === 0) return;
    if (element !== element.ownerDocument.scrollingElement) this.#scroll(element, open);
  }

  /** A keyframe says all of it again, also what no event has told of yet. */
  forget(open: () => ViewWriter): void {
    this.#changed = this.#told.size > 0;
    this.flushView(0, open);
    this.#told.clear();
  }

  writeView(open: () => ViewWriter): void {
    this.#viewport(open);
    this.#say('active', this.#nearest(this.#active), open);
    this.#focus(open);
    this.#target(open);
    this.#selection(open);
  }

  /** The id of an element or of the nearest above it that replicas have. */
  #nearest(element: Element | null): NodeId {
    let at: Node | null = element;
    while (at) {
      if (at.nodeType === 1 && (at as Element).hasAttribute('data-cobrowse-ui')) return 0;
      const id = at.nodeType === 1 ? this.#ids.of(at) : 0;
      if (id) return id;
      at = above(at);
    }
    return 0;
  }

  /** Says what it has not said yet; what replicas take for granted needs no word. */
  #once(name: Told, text: string, usual: string, say: () => void): void {
    if ((this.#told.get(name) ?? usual) === text) return;
    this.#told.set(name, text);
    say();
  }

  #say(name: 'hover' | 'active' | 'target', id: NodeId, open: () => ViewWriter): void {
    this.#once(name, `${id}`, '0', () => open()[name](id));
  }

  #scroll(target: Element | Document, open: () => ViewWriter): void {
    const id = this.#ids.of(target);
    const element = target.nodeType === 9 ? (target as Document).scrollingElement : (target as Element);
    this.#away.delete(target);
    if (!id || !element || (!this.#gate.unmasked && this.#ids.marks(id) & mark.closed)) return;
    // A document goes with its iframe, and is said anew.
    if (target === element) this.#away.add(target);
    open().scroll(id, element.scrollLeft, element.scrollTop);
  }

  #viewport(open: () => ViewWriter): void {
    const window = viewOf(this.#document);
    if (window === null) return;
    const view = window.visualViewport;
    const { matches: dark } = window.matchMedia(darkScheme);
    this.#once('colorScheme', `${dark}`, 'false', () => open().colorScheme(dark));
    const { innerWidth: width, innerHeight: height } = window;
    const [scale, x, y] = [view?.scale ?? 1, view?.offsetLeft ?? 0, view?.offsetTop ?? 0];
    this.#once('viewport', `${width} ${height} ${scale} ${x} ${y}`, '', () =>
      open().viewport(width, height, scale, x, y),
    );
  }

  #focus(open: () => ViewWriter): void {
    let element: Element | null = this.#document.activeElement;
    for (let inner = innerFocus(element); inner; inner = innerFocus(inner)) element = inner;
    const document = element?.ownerDocument;
    if (element === document?.body || element === document?.documentElement) element = null;
    const id = this.#ids.of(element);
    // Where no element has the focus, the page itself may have it.
    const visible = id ? element!.matches(':focus-visible') : this.#document.hasFocus();
    this.#once('focus', `${id} ${visible}`, '0 false', () => open().focus(id, visible));
    if (!id || this.#gate.denies(element!)) return;
    const { selectionStart: start, selectionEnd: end } = element as HTMLInputElement;
    if (typeof start !== 'number' || typeof end !== 'number') return;
    this.#once('inputSelection', `${id} ${start} ${end}`, '', () => open().inputSelection(id, start, end));
  }

  #target(open: () => ViewWriter): void {
    this.#say('target', this.#ids.of(this.#document.querySelector(':target')), open);
  }

  /** Where the selection begins and ends, also inside shadow roots. */
  #selected(): [Node | null, number, Node | null, number] {
    const roots = [...this.#roots()];
    const documents = [this.#selecting, ...roots.filter((root) => root.nodeType === 9)] as Document[];
    const some = documents.map((each) => tried(() => each.getSelection())).find((each) => each?.anchorNode);
    if (!some) return [null, 0, null, 0];
    const shadowRoots = roots.filter((root) => root.nodeType !== 9) as ShadowRoot[];
    const range = some.getComposedRanges?.({ shadowRoots })[0];
    if (!range || (isOutside(range.startContainer) && isOutside(range.endContainer)))
      return [some.anchorNode, some.anchorOffset, some.focusNode, some.focusOffset];
    const start = [range.startContainer, range.startOffset] as const;
    // The caret of a control is told as where that stands.
    const end = some.type === 'Caret' ? start : ([range.endContainer, range.endOffset] as const);
    return some.direction === 'backward' ? [...end, ...start] : [...start, ...end];
  }

  #selection(open: () => ViewWriter): void {
    const [anchorNode, anchorOffset, focusNode, focusOffset] = this.#selected();
    const [anchor, focus] = [this.#shown(anchorNode), this.#shown(focusNode)];
    const some = anchor !== 0 && focus !== 0;
    this.#once('selection', some ? `${anchor} ${anchorOffset} ${focus} ${focusOffset}` : '0', '0', () => {
      if (some) open().selection(anchor, anchorOffset, focus, focusOffset);
      else open().selection(0, 0, 0, 0);
    });
  }

  /** Offsets in a masked text would tell its length. */
  #shown(node: Node | null): NodeId {
    const id = this.#ids.of(node);
    if (!id || this.#gate.unmasked) return id;
    if (node?.nodeType !== 3) return this.#ids.marks(id) & mark.closed ? 0 : id;
    return this.#gate.maskOf(node) ? 0 : id;
  }
}

/** Whether a node is in no shadow root. */
const isOutside = (node: Node): boolean => node.getRootNode() === node.ownerDocument;

const above = (node: Node): Node | null => node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
