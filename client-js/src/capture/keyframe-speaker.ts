import type { CssAssets } from './css-assets.ts';
import type { FrameSender } from './frame-sender.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { PresenceCapture } from './presence-capture.ts';
import type { Roots } from './roots.ts';
import type { Scheduler } from './scheduler.ts';
import type { StyleCapture } from './style-capture.ts';
import { TreeWalk } from './tree-walk.ts';
import { atMost } from './waiting.ts';

/** Milliseconds that capture may work before the page has its turn. */
const slice = 5;
const stepsBetweenLooks = 24;
/** How long the first keyframe waits for style sheets, so that no agent sees the page without them. */
const patience = 1000;

export interface KeyframeParts {
  readonly ids: NodeIds;
  readonly nodes: NodeWriter;
  readonly roots: Roots;
  readonly sender: FrameSender;
  readonly styles: StyleCapture;
  readonly css: CssAssets;
  readonly presence: PresenceCapture;
  readonly scheduler: Scheduler;
}

export interface KeyframeDelegate {
  /** Elements written from now on whose state follows go into `written`. */
  collect(written: Set<Element>): void;
  sliceEnded(): void;
  /** Sends what the page changed; false where the keyframe is not wanted any more. */
  pageHadTurn(walk: TreeWalk): boolean;
  /** Writes what needs all children, or layout. */
  settle(written: Set<Element>): void;
}

/** Says all of a document in slices, between which the page goes on and changes. */
export class KeyframeSpeaker {
  readonly #parts: KeyframeParts;
  readonly #delegate: KeyframeDelegate;

  constructor(parts: KeyframeParts, delegate: KeyframeDelegate) {
    this.#parts = parts;
    this.#delegate = delegate;
  }

  /** Begins; `done` tells in the end whether the keyframe is whole. */
  say(document: Document): { walk: TreeWalk; done: Promise<boolean> } {
    const { ids, nodes, roots, sender, styles } = this.#parts;
    if (ids.keyframe === 0) styles.nameAll(document);
    ids.keyframe++;
    ids.walking = true;
    sender.beginKeyframe();
    nodes.kind = 'snapshot';
    const scrollable: Element[] = [];
    const walk = new TreeWalk(ids, nodes, roots, ids.keyframe, scrollable);
    walk.beginDocument(document);
    roots.written(document, ids.of(document));
    this.#delegate.sliceEnded();
    return { walk, done: this.#go(walk, scrollable) };
  }

  async #go(walk: TreeWalk, scrollable: readonly Element[]): Promise<boolean> {
    const { ids, nodes, sender, styles, presence } = this.#parts;
    const written = new Set<Element>();
    for (;;) {
      if (!(await this.#pageTurns(walk))) return false;
      this.#delegate.collect(written);
      const more = this.#walkSlice(walk);
      this.#delegate.sliceEnded();
      if (!more) break;
    }
    if (!(await this.#scroll(scrollable, walk))) return false;
    if (ids.keyframe === 1 && !(await this.#sheetsLoaded(walk))) return false;
    // Replicas in step pass a snapshot by: what the page did meanwhile is said to them first.
    presence.forget(() => sender.open('update').view);
    this.#delegate.settle(written);
    presence.writeAll(() => nodes.writer.view, styles.roots());
    sender.endKeyframe();
    ids.walking = false;
    nodes.kind = 'update';
    return true;
  }

  #walkSlice(walk: TreeWalk): boolean {
    const { scheduler } = this.#parts;
    const end = scheduler.now() + slice;
    for (let steps = 1; ; steps++) {
      if (!walk.step()) return false;
      if (steps % stepsBetweenLooks === 0 && scheduler.now() > end) return true;
    }
  }

  /** Layout is clean after the walk; still, to ask 50,000 elements takes time. */
  async #scroll(elements: readonly Element[], walk: TreeWalk): Promise<boolean> {
    const { nodes, presence, scheduler } = this.#parts;
    let end = scheduler.now() + slice;
    for (let at = 0; at < elements.length; at++) {
      if (at % stepsBetweenLooks === 0 && scheduler.now() > end) {
        if (!(await this.#pageTurns(walk))) return false;
        end = scheduler.now() + slice;
      }
      presence.writeScroll(elements[at]!, () => nodes.writer.view);
    }
    return true;
  }

  async #sheetsLoaded(walk: TreeWalk): Promise<boolean> {
    await atMost(patience, this.#parts.css.loaded());
    return this.#pageTurns(walk);
  }

  /** Lets the page go on; false where the keyframe is not wanted any more. */
  async #pageTurns(walk: TreeWalk): Promise<boolean> {
    await this.#parts.scheduler.giveWay();
    const wanted = this.#delegate.pageHadTurn(walk);
    if (wanted) this.#parts.nodes.kind = 'snapshot';
    return wanted;
  }
}
