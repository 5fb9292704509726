import type { CaptureParts } from './capture-parts.ts';
import { report } from './guard.ts';
import { IntegrityAudit } from './integrity-audit.ts';
import type { RepairParts } from './integrity-repair.ts';

/** A page at rest is looked at so many times less often. */
const calmer = 4;

export interface IntegrityDelegate {
  /** What is wrong is no subtree: all must be said again. */
  wholeIsWrong(): void;
  keyframe(): void;
  /** Runs `work` between changes sent before it and changes sent after it, if replicas have a whole page by now. */
  betweenChanges(work: () => void): void;
}

/** Keeps page and replicas the same where something went wrong on the way. */
export class Integrity {
  readonly #audit: IntegrityAudit;
  readonly #repair: RepairParts;
  readonly #interval: number;
  readonly #delegate: IntegrityDelegate;
  #looked: number;
  /** Something changed since the last look. */
  #stirred = false;

  /** A stretch is compared every `interval` milliseconds. */
  constructor(
    { ids, nodes, roots, changes, scheduler }: CaptureParts,
    document: Document,
    interval: number,
    delegate: IntegrityDelegate,
  ) {
    this.#audit = new IntegrityAudit(ids, nodes, roots, changes, document);
    this.#repair = {
      ids,
      nodes,
      changes,
      document,
      audit: this.#audit,
      repairs: new WeakMap(),
      delegate,
    };
    this.#interval = interval;
    this.#delegate = delegate;
    this.#looked = scheduler.now();
  }

  /** Compares the next stretch if it is time; all changes so far must be written. */
  look(now: number): void {
    if (now - this.#looked <= this.#interval * (this.#stirred ? 1 : calmer)) return;
    this.#looked = now;
    this.#stirred = false;
    this.#audit.look();
  }

  /** Something changed: there may be something to find. */
  stirred(): void {
    this.#stirred = true;
  }

  /** Takes a replica's request. */
  receive(bytes: Uint8Array): void {
    this.stirred();
    import('./integrity-repair.ts')
      .then(({ answer }) => this.#delegate.betweenChanges(() => answer(bytes, this.#repair)))
      .catch(report);
  }
}
