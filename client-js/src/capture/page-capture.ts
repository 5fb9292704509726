import { type Context, Gate } from '../masking/gate.ts';
import type { NodeId } from '../protocol/op.ts';
import { Afterthoughts } from './afterthoughts.ts';
import { AssetSender } from './asset-sender.ts';
import { CanvasCapture } from './canvas-capture.ts';
import type { Capture, CaptureOptions } from './capture-contract.ts';
import { ChangeFlush } from './change-flush.ts';
import { ChildDiff } from './child-diff.ts';
import { CssAssets } from './css-assets.ts';
import { DefinitionObserver } from './definition-observer.ts';
import { ElementState } from './element-state.ts';
import { findElement } from './find-element.ts';
import { FrameSender } from './frame-sender.ts';
import { guarded, report } from './guard.ts';
import { KeyframeSpeaker } from './keyframe-speaker.ts';
import { LateRoots } from './late-roots.ts';
import { MutationCollector } from './mutation-collector.ts';
import { NodeIds } from './node-ids.ts';
import { NodeWriter } from './node-writer.ts';
import { PresenceCapture } from './presence-capture.ts';
import { ResourceAttributes } from './resource-attributes.ts';
import { Roots } from './roots.ts';
import { type Scheduler, windowScheduler } from './scheduler.ts';
import { StyleCapture } from './style-capture.ts';
import type { TreeWalk } from './tree-walk.ts';
import { WindowObservers } from './window-observers.ts';

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
  readonly #afterthoughts: Afterthoughts;
  readonly #lateRoots: LateRoots;
  readonly #flush: ChangeFlush;
  readonly #speaker: KeyframeSpeaker;
  readonly #presence: PresenceCapture;
  readonly #observers: WindowObservers;
  readonly #definitions = new DefinitionObserver(this);
  readonly #canvas: CanvasCapture | undefined;
  readonly #stopFrames: () => void;
  #walk: TreeWalk | undefined;
  #keyframe: Promise<void> | undefined;
  #stopped = false;
  #failures = 0;
  #root: Element | null = null;

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
    const state = new ElementState(this.#ids, this.#nodes, this.#gate);
    this.#afterthoughts = new Afterthoughts(this.#ids, this.#nodes, state, this.#styles);
    this.#lateRoots = new LateRoots(this.#ids, this.#nodes, this.#roots);
    const diff = new ChildDiff(this.#ids, this.#nodes, this.#roots);
    this.#flush = new ChangeFlush(this.#ids, this.#nodes, this.#gate, diff, this.#styles, (e) =>
      this.stateChanged(e),
    );
    this.#presence = new PresenceCapture(this.#ids, this.#gate, this.#document);
    this.#speaker = new KeyframeSpeaker(
      {
        ids: this.#ids,
        nodes: this.#nodes,
        roots: this.#roots,
        sender: this.#sender,
        styles: this.#styles,
        css: this.#css,
        presence: this.#presence,
        scheduler: this.#scheduler,
      },
      this,
    );
    this.#observers = new WindowObservers(this.#window, this.#presence, this.#styles, this);
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
    // Scrolling tells of itself with the next rendering only.
    await this.#scheduler.nextFrame();
    for (let round = 0; round < 20 && !this.#stopped; round++) {
      await this.#keyframe;
      this.#frame();
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
    return findElement(this.#document.documentElement, id, this.#ids, this.#roots);
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#stopFrames();
    this.#changes.stop();
    this.#observers.stop();
    this.#canvas?.stop();
    this.#sender.stop();
  }

  // Keyframes ---------------------------------------------------------------------------------------------------

  async #sayAll(): Promise<void> {
    // The caller gets the capture before the first frame.
    await this.#scheduler.giveWay();
    if (this.#stopped) return;
    this.#frame();
    this.#root = this.#document.documentElement;
    const { walk, done } = this.#speaker.say(this.#document);
    this.#walk = walk;
    const whole = await done;
    if (!whole) return;
    this.#walk = undefined;
    void this.#assets.track(this.#styles.checkEarlier(() => this.#scheduler.giveWay()));
    await this.#sender.drained();
  }

  collect(written: Set<Element>): void {
    this.#afterthoughts.collect(written);
  }

  sliceEnded(): void {
    this.#afterthoughts.collect();
    this.#styles.turnEnded();
  }

  /** The page had its turn: what it changed is sent, so that the walk goes on from what replicas have. */
  pageHadTurn(walk: TreeWalk): boolean {
    if (this.#stopped || this.#walk !== walk) return false;
    this.#sendChanges();
    return true;
  }

  settle(written: ReadonlySet<Element>): void {
    this.#afterthoughts.flush(written);
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
    this.#observers.compare();
    this.#flush.flush(this.#changes.take(), this.#walk);
    this.#lateRoots.flush();
    this.#styles.flush();
    this.#afterthoughts.flush(this.#afterthoughts.collect());
    if (this.#walk === undefined) this.#presence.flushView(() => this.#nodes.writer.view);
    this.#sender.close('update');
  }

  // What the parts report ---------------------------------------------------------------------------------------

  elementWritten(element: Element, _id: NodeId, _held: Context): void {
    switch (element.localName) {
      case 'canvas':
        this.#canvas?.written(element as HTMLCanvasElement);
        break;
      case 'iframe':
      case 'frame':
        this.#lateRoots.iframe(element);
        break;
      default:
        this.#afterthoughts.written(element);
        this.#definitions.written(element);
    }
  }

  capturedRoots(): Iterable<ParentNode> {
    return this.#styles.roots();
  }

  boxNeeded(element: Element, label: 'blocked' | 'unreadable'): void {
    this.#afterthoughts.box(element, label);
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
    this.#observers.start(window);
  }

  stateChanged(element: Element): void {
    this.#afterthoughts.changed(element);
    this.#presence.viewChanged();
  }

  shadowAttached(host: Element, root: ShadowRoot): void {
    this.#roots.remember(host, root);
    this.#lateRoots.host(host);
  }

  resourceSettled(element: Element, name: string, readable: boolean): void {
    if (readable) this.#changes.attribute(element, name);
    else if (element.localName === 'link') this.#readRules(element as HTMLLinkElement);
    else if (name !== 'style' && boxed.has(element.localName)) this.#afterthoughts.box(element, 'unreadable');
  }

  /** A sheet that cannot be fetched may still be readable as rules. */
  #readRules(link: HTMLLinkElement): void {
    if (link.sheet !== null && this.#styles.isReadable(link.sheet)) this.#styles.sheetReplaced(link.sheet);
  }

  loaded(element: Element): void {
    switch (element.localName) {
      case 'iframe':
      case 'frame': {
        const root = this.#roots.of(element);
        if (root && this.#ids.of(root) !== 0) this.#observe(root);
        this.#lateRoots.host(element);
        break;
      }
      case 'img':
        if (this.#ids.of(element) !== 0) this.#changes.attribute(element, 'src');
        break;
      case 'link':
        this.#afterthoughts.changed(element);
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
    this.#afterthoughts.box(canvas, 'unreadable');
  }
}
