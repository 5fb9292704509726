import { context } from '../masking/gate.ts';
import type { FieldRight, Policy } from '../masking/policy.ts';
import type { NodeId } from '../protocol/op.ts';
import type { Capture, CaptureOptions } from './capture-contract.ts';
import type { CaptureParts } from './capture-parts.ts';
import { Congestion } from './congestion.ts';
import { findElement } from './find-element.ts';
import { FreshStart } from './fresh-start.ts';
import { guarded, report, takeAll } from './guard.ts';
import { Integrity, type IntegrityDelegate } from './integrity.ts';
import { KeyframeSpeaker } from './keyframe-speaker.ts';
import { PageReports, type PageTurns } from './page-reports.ts';
import type { Frames } from './scheduler.ts';
import type { TreeWalk } from './tree-walk.ts';
import { viewOf } from './view-of.ts';
import { WindowObservers } from './window-observers.ts';

/** One document under capture: the order in which its parts work, and what they tell each other. */
export class PageCapture implements Capture, PageTurns, IntegrityDelegate {
  readonly ready: Promise<void>;
  readonly #document: Document;
  readonly #parts: CaptureParts;
  readonly #speaker: KeyframeSpeaker;
  readonly #observers: WindowObservers;
  readonly #reports: PageReports;
  #frames: Frames | undefined;
  readonly #integrity: Integrity;
  readonly #congestion: Congestion;
  #walk: TreeWalk | undefined;
  /** Whether changes went, or are about to go, ahead of this animation frame. */
  #ahead = false;
  #keyframe: Promise<void> | undefined;
  /** Whether this epoch has its keyframe, or the beginning of one. */
  #begun = false;
  #stopped = false;
  readonly #fresh = new FreshStart(
    () => this.#renew(),
    () => void (this.#stopped || this.keyframe()),
  );
  #root: Element | null = null;
  /** Settles when the policy's rules hold; undefined where it has none. */
  #ruled: Promise<void> | undefined;

  constructor(options: CaptureOptions) {
    this.#document = options.document ?? document;
    const view = viewOf(this.#document) ?? window;
    this.#reports = new PageReports(options, this.#document, view, this);
    this.#parts = this.#reports.parts;
    this.#speaker = new KeyframeSpeaker(this.#parts, this);
    this.#observers = new WindowObservers(view, this.#parts.presence, this.#parts.styles, this.#reports);
    this.#congestion = new Congestion(this.#parts.changes, options.congested);
    const looks = options.integrity === false ? Number.POSITIVE_INFINITY : (options.integrity ?? 500);
    this.#integrity = new Integrity(this.#parts, this.#document, looks, this);
    try {
      this.#start();
    } catch (error) {
      // The page broke what capture stands on: it is left as it was.
      report(error);
      this.stop();
    }
    if (this.#parts.gate.unmasked || options.policy.rules?.length)
      this.#ruled = this.#follow(options.policy, view).catch(report);
    this.ready = this.keyframe();
  }

  /** Nothing is said before a policy's rules are there. Where they are not to be had, everything stays masked. */
  async #follow(policy: Policy, view: Window): Promise<void> {
    const { ruledParts } = await import('./ruled-parts.ts');
    if (this.#stopped) return;
    const ruled = ruledParts(this.#parts, policy);
    this.#reports.ruled = ruled;
    if (ruled.fieldChanges) this.#observers.watchFields(view, ruled.fieldChanges);
  }

  #start(): void {
    this.observe(this.#document);
    this.#frames = this.#parts.scheduler.everyFrame(
      guarded(() => {
        this.#ahead = false;
        this.#turn();
      }),
    );
  }

  // Contract ----------------------------------------------------------------------------------------------------

  keyframe(): Promise<void> {
    if (this.#keyframe) return this.#keyframe;
    const said = this.#sayAll().then(
      () => {
        if (this.#keyframe === said) this.#keyframe = undefined;
      },
      (error) => {
        report(error);
        if (this.#keyframe === said && !this.#stopped) this.#fresh.begin();
      },
    );
    this.#keyframe = said;
    return said;
  }

  async flush(): Promise<void> {
    await this.ready;
    // Scrolling tells of itself with the next rendering only.
    await this.#parts.scheduler.nextFrame();
    for (let round = 0; round < 20 && !this.#stopped; round++) {
      await this.#keyframe;
      this.#frame();
      this.#reports.canvases.look();
      await this.#parts.assets.idle();
      await this.#parts.styles.earlier.finish();
      // Who waits for an asset hears of it after that.
      await this.#parts.scheduler.giveWay();
      this.#frame();
      if (!this.#parts.assets.busy && !this.#keyframe) break;
    }
    const { sender } = this.#parts;
    if (!this.#stopped) this.#sendPresence(!this.#walk, true);
    await sender.drained();
  }

  receive(bytes: Uint8Array): void {
    if (!this.#stopped) this.#integrity.receive(bytes);
  }

  element(id: NodeId): Element | undefined {
    if (id <= 0 || this.#stopped) return undefined;
    return findElement(this.#document.documentElement, id, this.#parts.ids, this.#parts.roots);
  }

  masks(element: Element): boolean {
    const { ids } = this.#parts;
    return (ids.held(ids.of(element)) & context.masked) !== 0;
  }

  accepts(field: NodeId | Element, right: FieldRight): boolean {
    const element = typeof field === 'number' ? this.element(field) : field;
    return element !== undefined && this.#parts.gate.accepts(element, right);
  }

  hides(element: Element): boolean {
    const { gate, ids } = this.#parts;
    const id = ids.of(element);
    if (id === 0 || gate.conceals(element)) return id !== 0;
    const speaks = Array.from(element.childNodes).some((node) => gate.maskOf(node));
    return !gate.shows(ids.held(id)) && (speaks || this.#parts.nodes.isClosed(id));
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    takeAll([
      () => this.#observers.stop(),
      () => this.#reports.canvases.stop(),
      () => this.#parts.changes.stop(),
      () => this.#parts.styles.earlier.stop(),
      () => this.#frames?.stop(),
      () => this.#parts.sender.stop(),
    ]);
  }

  // Keyframes ---------------------------------------------------------------------------------------------------

  async #sayAll(): Promise<void> {
    // The caller gets the capture before the first frame.
    await this.#parts.scheduler.giveWay();
    await this.#ruled;
    if (this.#stopped) return;
    this.#frame();
    this.#root = this.#document.documentElement;
    this.#begun = true;
    const { walk, done } = this.#speaker.say(this.#document);
    this.#walk = walk;
    const whole = await done;
    if (!whole) return;
    this.#walk = undefined;
    this.#parts.styles.earlier.begin();
    await this.#parts.sender.drained();
  }

  collect(written: Set<Element>): void {
    this.#parts.afterthoughts.collect(written);
  }

  sliceEnded(): void {
    this.#parts.afterthoughts.collect();
    this.#parts.styles.turnEnded();
  }

  /** The page had its turn: what it changed is sent, so that the walk goes on from what replicas have. */
  pageHadTurn(walk: TreeWalk): boolean {
    if (this.#stopped || this.#walk !== walk || this.#turnedAway()) return false;
    this.#writeChanges();
    this.#parts.sender.close('update');
    return true;
  }

  settle(written: Set<Element>): void {
    const full = this.#document.fullscreenElement;
    if (full) written.add(full);
    // What opens last lies on top.
    for (const open of this.#parts.state.opened) if (written.delete(open)) written.add(open);
    this.#parts.afterthoughts.flush(written);
    this.#parts.styles.turnEnded();
    this.#parts.animations.changedIn(this.#parts.styles.roots());
    this.#parts.animations.flush();
  }

  // Frames ------------------------------------------------------------------------------------------------------

  /** While changes wait for the network, the pointer goes on. */
  #turn(): void {
    if (this.#stopped || this.#keyframe || !this.#congestion.holds()) this.#frame();
    else this.#fresh.attempt(() => this.#sendPresence(false));
  }

  #frame(): void {
    this.#fresh.attempt(() => this.#oneFrame());
  }

  wholeIsWrong(): void {
    if (!this.#stopped) this.#fresh.begin();
  }

  betweenChanges(work: () => void): void {
    if (this.#stopped) return;
    if (this.#keyframe) {
      void this.#keyframe.then(() => this.betweenChanges(work));
      return;
    }
    this.#frame();
    this.#fresh.attempt(work);
    this.#frame();
  }

  #sayAnew(): void {
    this.#renew();
    void this.keyframe();
  }

  /** What must be masked at another address is masked before anything else is said. */
  #turnedAway(): boolean {
    const turned = this.#parts.gate.turned(this.#document.location.pathname);
    if (turned) this.#sayAnew();
    return turned;
  }

  #renew(): void {
    this.#congestion.outgrown = false;
    this.#parts.ids.end(this.#parts.ids.of(this.#document));
    this.#walk = undefined;
    this.#keyframe = undefined;
    this.#begun = false;
    this.#parts.sender.renew();
  }

  #oneFrame(): void {
    if (this.#stopped) return;
    if (this.#turnedAway()) return;
    let anew = this.#congestion.outgrown;
    if (this.#root && this.#document.documentElement !== this.#root) {
      this.#root = this.#document.documentElement;
      this.observe(this.#document);
      anew ||= this.#parts.roots.hasOtherMode(this.#document);
    }
    if (anew) this.#sayAnew();
    if (anew || !this.#begun) return;
    this.#writeChanges();
    this.#sendPresence(!this.#walk);
  }

  /**
   * Sends what is written, and with it what the customer does; or that alone if it is time. With `whole`, replicas have
   * all of the page: then also what the customer looks at.
   */
  #sendPresence(whole: boolean, all = false): void {
    const { nodes, presence, sender, scheduler } = this.#parts;
    const now = scheduler.now();
    if (sender.pending() === 'update') {
      all = true;
      this.#integrity.stirred();
    } else all ||= presence.due(now);
    if (whole) this.#integrity.look(now);
    if (all || sender.pending() === 'update') {
      if (whole) presence.flushView(now, () => nodes.writer.view);
      presence.flushPresence(sender, now);
    }
    sender.close('update');
    sender.close('presence');
    this.#reports.ruled?.disclosures.turnEnded();
  }

  #writeChanges(): void {
    const { nodes, flush, changes, presence, lateRoots, styles, afterthoughts, animations } = this.#parts;
    nodes.kind = 'update';
    if (this.#observers.compare()) this.woken();
    styles.nameAgain();
    const taken = changes.take();
    flush.flush(taken, this.#walk);
    presence.moved(taken.nodes);
    lateRoots.flush();
    styles.flush();
    afterthoughts.flush(afterthoughts.collect());
    styles.turnEnded();
    animations.flush();
  }

  // What the reports ask for -------------------------------------------------------------------------------------

  /**
   * What changes first after an animation frame goes as soon as the page's turn is over: half a frame earlier for a
   * change made in a task, a whole one for a change made in an animation frame behind ours.
   */
  mutated(): void {
    this.woken();
    if (this.#ahead || this.#walk || !this.#parts.ids.keyframe) return;
    this.#ahead = true;
    void this.#parts.scheduler.giveWay().then(() => this.#walk ?? this.#turn());
  }

  woken(): void {
    this.#frames?.wake();
  }

  observe(root: Node): void {
    this.#parts.changes.observe(root);
    if ('host' in root) this.rootAttached(root as ShadowRoot);
    const window = root.nodeType === 9 ? viewOf(root as Document) : null;
    if (window !== null) this.#observers.start(window);
  }

  rootAttached(root: ShadowRoot): void {
    this.#observers.startRoot(root);
  }

  sendOne(write: () => void): void {
    if (this.#stopped || this.#turnedAway()) return;
    this.#parts.nodes.kind = 'update';
    write();
    this.#parts.sender.close('update');
    if (this.#walk) this.#parts.nodes.kind = 'snapshot';
  }
}
