import { type Context, Gate } from '../masking/gate.ts';
import type { NodeId } from '../protocol/op.ts';
import { AssetSender } from './asset-sender.ts';
import { CanvasCapture } from './canvas-capture.ts';
import type { Capture, CaptureOptions } from './capture-contract.ts';
import { ChangeFlush } from './change-flush.ts';
import { ChildDiff } from './child-diff.ts';
import { CssAssets } from './css-assets.ts';
import { CssomObserver } from './cssom-observer.ts';
import { ElementState } from './element-state.ts';
import { FrameSender } from './frame-sender.ts';
import { guarded, report } from './guard.ts';
import { MutationCollector } from './mutation-collector.ts';
import { NodeIds } from './node-ids.ts';
import { NodeWriter } from './node-writer.ts';
import { PresenceCapture } from './presence-capture.ts';
import { PresenceObserver } from './presence-observer.ts';
import { PropertyObserver } from './property-observer.ts';
import { ResourceAttributes } from './resource-attributes.ts';
import { Roots } from './roots.ts';
import { type Scheduler, windowScheduler } from './scheduler.ts';
import { StyleCapture } from './style-capture.ts';
import { TreeWalk } from './tree-walk.ts';

/** Milliseconds that capture may work before the page has its turn. */
const slice = 5;
const stepsBetweenLooks = 24;
const longestPause = 30_000;
const boxed = new Set(['img', 'image', 'input', 'object', 'embed']);

/** One document under capture: the parts put together, and the order in which they work. */
export class PageCapture implements Capture {
  readonly ready: Promise<void>;
  readonly #document: Document;
  readonly #window: Window;
  readonly #scheduler: Scheduler;
  readonly #gate: Gate;
  readonly #ids = new NodeIds();
  readonly #sender: FrameSender;
  readonly #assets: AssetSender;
  readonly #css: CssAssets;
  readonly #changes: MutationCollector;
  readonly #nodes: NodeWriter;
  readonly #roots: Roots;
  readonly #styles: StyleCapture;
  readonly #state: ElementState;
  readonly #flush: ChangeFlush;
  readonly #presence: PresenceCapture;
  readonly #presenceObserver: PresenceObserver;
  readonly #propertyObserver: PropertyObserver;
  readonly #cssomObserver: CssomObserver;
  readonly #canvas: CanvasCapture | undefined;
  readonly #stopFrames: () => void;
  #walk: TreeWalk | undefined;
  #keyframe: Promise<void> | undefined;
  #stopped = false;
  #failures = 0;
  #root: Element | null = null;
  /** Written since the last rest: their state follows when their children are there. */
  #written = new Set<Element>();
  readonly #changedState = new Set<Element>();
  readonly #boxes = new Map<Element, 'blocked' | 'unreadable'>();
  readonly #newRoots = new Set<Element>();
  readonly #iframes = new Set<HTMLIFrameElement>();

  constructor(options: CaptureOptions) {
    this.#document = options.document ?? document;
    this.#window = this.#document.defaultView ?? window;
    this.#scheduler = windowScheduler(this.#window);
    this.#gate = new Gate(options.policy);
    this.#sender = new FrameSender(options.onFrame, this.#scheduler);
    this.#assets = new AssetSender(options.assets);
    this.#css = new CssAssets(this.#assets, this.#gate.showsSheetStrings);
    this.#changes = new MutationCollector(this.#window);
    const resources = new ResourceAttributes(this.#assets, this.#css, this.#gate, this);
    this.#nodes = new NodeWriter(this.#ids, this.#gate, this.#sender, resources, this);
    this.#roots = new Roots(this, this.#gate.unmasked);
    this.#styles = new StyleCapture(this.#ids, this.#nodes, this.#css, this.#changes);
    this.#state = new ElementState(this.#ids, this.#nodes, this.#gate);
    const diff = new ChildDiff(this.#ids, this.#nodes, this.#roots);
    this.#flush = new ChangeFlush(this.#ids, this.#nodes, this.#gate, diff, this.#styles, (e) =>
      this.stateChanged(e),
    );
    this.#presence = new PresenceCapture(this.#ids, this.#gate, this.#document);
    this.#presenceObserver = new PresenceObserver(this.#window, {
      pointed: (x, y, at) => this.#presence.pointed(x, y, at),
      clicked: (x, y) => this.#presence.clicked(x, y),
      hovered: (element) => this.#presence.hovered(element),
      activated: (element) => this.#presence.activated(element),
      scrolled: (target) => this.#presence.scrolled(target),
      viewChanged: () => this.#presence.viewChanged(),
      loaded: (element) => this.#loaded(element),
    });
    this.#propertyObserver = new PropertyObserver(this);
    this.#cssomObserver = new CssomObserver(this.#styles);
    const interval = options.canvas ?? 1000;
    this.#canvas = interval === false ? undefined : new CanvasCapture(this.#assets, this, interval);
    this.#observe(this.#document);
    this.#canvas?.start();
    this.#stopFrames = this.#scheduler.everyFrame(guarded(() => this.#frame()));
    this.ready = this.keyframe();
  }

  // Contract ----------------------------------------------------------------------------------------------------

  keyframe(): Promise<void> {
    if (this.#keyframe !== undefined) return this.#keyframe;
    const said = this.#sayAll().then(
      () => {
        if (this.#keyframe === said) this.#keyframe = undefined;
      },
      (error) => {
        report(error);
        if (this.#keyframe === said) this.#beginAnew();
      },
    );
    this.#keyframe = said;
    return said;
  }

  async flush(): Promise<void> {
    await this.ready;
    for (let round = 0; round < 20 && !this.#stopped; round++) {
      await this.#keyframe;
      this.#canvas?.look();
      await this.#assets.idle();
      this.#frame();
      if (!this.#assets.busy && this.#keyframe === undefined) break;
    }
    await this.#sender.drained();
  }

  receive(_bytes: Uint8Array): void {
    // No replica asks for anything yet; what comes is not for this version.
  }

  element(id: NodeId): Element | undefined {
    if (id <= 0 || this.#stopped) return undefined;
    const pending: (Element | null)[] = [this.#document.documentElement];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (at === null) continue;
      if (this.#ids.of(at) === id) return at;
      if (at.nextElementSibling) pending.push(at.nextElementSibling);
      if (at.firstElementChild) pending.push(at.firstElementChild);
      const root = this.#roots.of(at);
      if (root?.firstElementChild) pending.push(root.firstElementChild);
    }
    return undefined;
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#stopFrames();
    this.#changes.stop();
    this.#presenceObserver.stop();
    this.#propertyObserver.stop();
    this.#cssomObserver.stop();
    this.#canvas?.stop();
    this.#sender.stop();
  }

  // Keyframes ---------------------------------------------------------------------------------------------------

  async #sayAll(): Promise<void> {
    // The caller gets the capture before the first frame.
    await this.#scheduler.giveWay();
    if (this.#stopped) return;
    this.#frame();
    this.#ids.keyframe++;
    this.#ids.walking = true;
    this.#sender.beginKeyframe();
    this.#nodes.kind = 'snapshot';
    this.#presence.forget();
    const walk = new TreeWalk(this.#ids, this.#nodes, this.#roots, this.#ids.keyframe);
    walk.beginDocument(this.#document);
    this.#styles.rootWritten(this.#document, this.#ids.of(this.#document));
    this.#root = this.#document.documentElement;
    this.#walk = walk;
    const written = new Set<Element>();
    for (let more = true; more; ) {
      this.#written = written;
      more = this.#walkSlice(walk);
      this.#written = new Set();
      if (!more) break;
      await this.#turn();
      if (this.#stopped || this.#walk !== walk) return;
      this.#nodes.kind = 'snapshot';
    }
    this.#settle(written);
    for (const root of this.#styles.roots()) {
      for (const elements = root.querySelectorAll('*'), from = { at: 0 }; from.at < elements.length; ) {
        this.#scrollSlice(elements, from);
        await this.#turn();
        if (this.#stopped || this.#walk !== walk) return;
        this.#nodes.kind = 'snapshot';
      }
    }
    this.#presence.writeAll(() => this.#nodes.writer, this.#styles.roots());
    this.#sender.endKeyframe();
    this.#walk = undefined;
    this.#ids.walking = false;
    this.#nodes.kind = 'update';
    void this.#assets.track(this.#styles.checkEarlier(() => this.#scheduler.giveWay()));
    await this.#sender.drained();
  }

  #walkSlice(walk: TreeWalk): boolean {
    const end = this.#scheduler.now() + slice;
    for (let steps = 1; ; steps++) {
      if (!walk.step()) return false;
      if (steps % stepsBetweenLooks === 0 && this.#scheduler.now() > end) return true;
    }
  }

  /** Layout is clean after the walk; still, to ask 50,000 elements takes time. */
  #scrollSlice(elements: NodeListOf<Element>, from: { at: number }): void {
    const end = this.#scheduler.now() + slice;
    for (; from.at < elements.length; from.at++) {
      if (from.at % stepsBetweenLooks === 0 && this.#scheduler.now() > end) return;
      this.#presence.writeScroll(elements[from.at]!, () => this.#nodes.writer);
    }
  }

  /** The page's turn; then what it changed is sent, so that the walk goes on from what replicas have. */
  async #turn(): Promise<void> {
    this.#styles.turnEnded();
    await this.#scheduler.giveWay();
    if (!this.#stopped) this.#sendChanges();
  }

  // Frames ------------------------------------------------------------------------------------------------------

  #frame(): void {
    try {
      this.#oneFrame();
    } catch (error) {
      report(error);
      this.#beginAnew();
    }
  }

  /** A defect left it unknown what replicas have: a new epoch says all again. */
  #beginAnew(): void {
    if (this.#stopped) return;
    this.#ids.mirror.end(this.#ids.of(this.#document));
    this.#walk = undefined;
    this.#keyframe = undefined;
    this.#sender.renew();
    const wait = this.#failures === 0 ? 0 : Math.min(longestPause, 250 * 2 ** this.#failures);
    this.#failures++;
    if (wait === 0) void this.keyframe();
    else setTimeout(() => void (this.#stopped || this.keyframe()), wait);
  }

  #oneFrame(): void {
    if (this.#stopped) return;
    if (this.#root !== null && this.#document.documentElement !== this.#root) {
      this.#root = this.#document.documentElement;
      this.#observe(this.#document);
    }
    if (this.#ids.keyframe === 0) return;
    this.#sendChanges();
    this.#presence.flushPresence(this.#sender, this.#scheduler.now());
  }

  #sendChanges(): void {
    this.#nodes.kind = 'update';
    this.#cssomObserver.compare();
    this.#flush.flush(this.#changes.take(), this.#walk);
    this.#sendNewRoots();
    this.#styles.flush();
    const written = this.#written;
    this.#written = new Set();
    this.#settle(written);
    if (this.#walk === undefined) this.#presence.flushView(() => this.#nodes.writer);
    this.#sender.close('update');
  }

  #sendNewRoots(): void {
    for (const iframe of this.#iframes) {
      if (!iframe.isConnected) this.#iframes.delete(iframe);
      else this.#newRoots.add(iframe);
    }
    for (const host of this.#newRoots) {
      const id = this.#ids.of(host);
      const root = this.#roots.of(host) as Document | ShadowRoot | undefined;
      if (id === 0 || root === undefined || this.#ids.of(root) !== 0) continue;
      // A walk that has not come to the host yet finds the root there.
      if (!this.#ids.said(id) || this.#nodes.isClosed(id)) continue;
      this.#ids.mirror.endRoots(id);
      const tree = new TreeWalk(this.#ids, this.#nodes, this.#roots, this.#ids.keyframe);
      tree.beginRoot(host, root);
      tree.finish();
    }
    this.#newRoots.clear();
  }

  /** Writes what needed all children, or layout. */
  #settle(written: ReadonlySet<Element>): void {
    for (const element of written) {
      const id = this.#ids.of(element);
      if (id === 0) continue;
      if (element.localName === 'style' || element.localName === 'link') {
        this.#styles.ownerWritten(element as HTMLStyleElement, id);
      } else this.#state.write(element, true);
    }
    for (const element of this.#changedState) if (!written.has(element)) this.#state.write(element, false);
    this.#changedState.clear();
    if (this.#walk !== undefined && this.#nodes.kind === 'update') return;
    for (const [element, label] of this.#boxes) {
      const id = this.#ids.of(element);
      if (id === 0) continue;
      const { width, height } = element.getBoundingClientRect();
      this.#nodes.writer.box(id, width, height, label);
    }
    this.#boxes.clear();
  }

  // What the parts report ---------------------------------------------------------------------------------------

  elementWritten(element: Element, _id: NodeId, _held: Context): void {
    switch (element.localName) {
      case 'style':
      case 'link':
        this.#written.add(element);
        break;
      case 'canvas':
        this.#canvas?.written(element as HTMLCanvasElement);
        break;
      case 'iframe':
      case 'frame':
        this.#iframes.add(element as HTMLIFrameElement);
        break;
      default:
        if (this.#state.has(element)) this.#written.add(element);
        if (element.localName.includes('-') && !element.matches(':defined'))
          this.#awaitDefinition(element.localName);
    }
  }

  readonly #awaited = new Set<string>();

  #awaitDefinition(name: string): void {
    if (this.#awaited.has(name)) return;
    this.#awaited.add(name);
    const defined = () => {
      for (const element of this.#document.getElementsByTagName(name)) this.stateChanged(element);
    };
    this.#window.customElements?.whenDefined(name).then(defined, () => {});
  }

  boxNeeded(element: Element, label: 'blocked' | 'unreadable'): void {
    this.#boxes.set(element, label);
  }

  styleText(text: Text, style: Element): string {
    return this.#styles.styleText(text, style);
  }

  rootOpened(root: Node): void {
    this.#observe(root);
  }

  rootWritten(root: Node, id: NodeId): void {
    this.#styles.rootWritten(root, id);
  }

  #observe(root: Node): void {
    this.#changes.observe(root);
    const window = root.nodeType === 9 ? (root as Document).defaultView : null;
    if (window === null) return;
    this.#presenceObserver.start(window);
    this.#propertyObserver.start(window);
    this.#cssomObserver.start(window);
  }

  stateChanged(element: Element): void {
    if (this.#state.has(element) || element === element.ownerDocument.fullscreenElement)
      this.#changedState.add(element);
    this.#presence.viewChanged();
  }

  shadowAttached(host: Element, root: ShadowRoot): void {
    this.#roots.remember(host, root);
    this.#newRoots.add(host);
  }

  resourceSettled(element: Element, name: string, readable: boolean): void {
    if (readable) this.#changes.attribute(element, name);
    else if (element.localName === 'link') this.#readRules(element as HTMLLinkElement);
    else if (name !== 'style' && boxed.has(element.localName)) this.#boxes.set(element, 'unreadable');
  }

  /** A sheet that cannot be fetched may still be readable as rules. */
  #readRules(link: HTMLLinkElement): void {
    if (link.sheet !== null && this.#styles.isReadable(link.sheet)) this.#styles.sheetReplaced(link.sheet);
  }

  #loaded(element: Element): void {
    switch (element.localName) {
      case 'iframe':
      case 'frame': {
        const root = this.#roots.of(element);
        if (root && this.#ids.of(root) !== 0) this.#observe(root);
        this.#newRoots.add(element);
        break;
      }
      case 'img':
        if (this.#ids.of(element) !== 0) this.#changes.attribute(element, 'src');
        break;
      case 'link':
        this.#written.add(element);
    }
  }

  canvasDrawn(canvas: HTMLCanvasElement, hash: string): void {
    const id = this.#ids.of(canvas);
    if (id === 0 || this.#stopped) return;
    this.#nodes.kind = 'update';
    this.#nodes.writer.canvas(id, hash, canvas.width, canvas.height);
    this.#sender.close('update');
    if (this.#walk !== undefined) this.#nodes.kind = 'snapshot';
  }

  canvasUnreadable(canvas: HTMLCanvasElement): void {
    this.#boxes.set(canvas, 'unreadable');
  }
}
