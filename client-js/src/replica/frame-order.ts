import type { FrameHeader } from '../protocol/index.ts';

/** What a frame is to a replica: to be applied, only to be decoded, the start of a new page, or a reason to stop. */
export type FrameRole = 'apply' | 'start' | 'known' | 'skip' | { readonly lost: string };

/** Follows epoch and sequence, and tells where a keyframe must be waited for. */
export class FrameOrder {
  #epoch: number | undefined;
  #stream: number | undefined;
  #next = new Map<number, number>();
  /** In step with the customer since a keyframe began. */
  #following = false;
  /** A keyframe is under way which an in-step replica shows already. */
  #repeated = false;

  judge(header: FrameHeader): FrameRole {
    // Cross-origin iframes have streams and replicas of their own.
    if (
      this.#stream !== undefined &&
      header.stream !== this.#stream &&
      header.epoch !== this.#epoch &&
      !header.keyframe
    ) {
      return 'skip';
    }
    const isNext = this.#epoch === header.epoch && this.#next.get(header.class) === header.sequence;
    const inStep =
      this.#following && (isNext || (this.#epoch === header.epoch && !this.#next.has(header.class)));
    if (header.keyframe && !inStep) return this.#start(header);
    if (!this.#following) return 'skip';
    if (!inStep) {
      this.#following = false;
      return { lost: header.epoch === this.#epoch ? 'gap' : 'epoch' };
    }
    this.#count(header);
    if (header.keyframe) this.#repeated = true;
    if (header.kind === 'snapshot' && this.#repeated) {
      if (header.last) this.#repeated = false;
      return 'known';
    }
    return 'apply';
  }

  /** Nothing counts until the next keyframe. */
  lose(): void {
    this.#following = false;
    this.#repeated = false;
  }

  #start(header: FrameHeader): FrameRole {
    this.#epoch = header.epoch;
    this.#stream = header.stream;
    this.#next = new Map();
    this.#following = true;
    this.#repeated = false;
    this.#count(header);
    return 'start';
  }

  #count(header: FrameHeader): void {
    this.#next.set(header.class, (header.sequence + 1) & 0xffffff);
  }
}
