import { bodyPart, smallBody } from '../protocol/body-format.ts';
import { BodyPacker } from '../protocol/body-packer.ts';
import { BodyWriter } from '../protocol/body-writer.ts';
import { canDeflate, deflate } from '../protocol/deflate.ts';
import { type FrameKind, writeFrameHeader } from '../protocol/frame-header.ts';
import { frameHeaderBytes, frameMark, limits } from '../protocol/protocol.gen.ts';
import { guarded, report } from './guard.ts';
import type { Scheduler } from './scheduler.ts';

/** A body of this many bytes is sent; the next op begins another. */
const fullBody = 48 * 1024;
const longestPart = 64 * 1024;

/**
 * Collects ops into frames and hands the frames on, in the order in which they were written, however long deflating
 * takes. One body is open at a time; writing for another kind of frame closes it.
 */
export class FrameSender {
  readonly #writer = new BodyWriter();
  #packer = new BodyPacker();
  readonly #onFrame: (frame: Uint8Array) => void;
  readonly #scheduler: Scheduler;
  readonly #deflates = canDeflate();
  #epoch = crypto.getRandomValues(new Uint32Array(1))[0]!;
  readonly #began: number;
  #kind: FrameKind | undefined;
  #keyframe = false;
  /** By class of viewers; class 0 is everybody. */
  #sequences: number[] = [];
  #tail: Promise<void> | undefined;
  #stopped = false;
  /** Counts bodies, so that a cursor knows whether it still stands in the open one. */
  body = 0;
  /** Told when a body has been sent. */
  onBody = (): void => {};
  /** Whether something follows the open body that has to come before the last one of a keyframe. */
  waiting = (): boolean => false;

  constructor(onFrame: (frame: Uint8Array) => void, scheduler: Scheduler) {
    this.#onFrame = guarded(onFrame);
    this.#scheduler = scheduler;
    this.#began = scheduler.now();
  }

  /** The writer of the open body of `kind`. */
  open(kind: FrameKind): BodyWriter {
    if (this.#kind !== kind || this.#writer.size() > fullBody) {
      this.close();
      this.#begin(kind, false);
    }
    return this.#writer;
  }

  /** The kind of what is written and not sent. */
  pending(): FrameKind | undefined {
    return this.#writer.empty() ? undefined : this.#kind;
  }

  /** Begins the first frame of a keyframe. */
  beginKeyframe(): void {
    this.close();
    this.#begin('snapshot', true);
  }

  endKeyframe(): void {
    if (this.waiting()) this.close();
    this.open('snapshot');
    this.#send(true);
  }

  #begin(kind: FrameKind, keyframe: boolean): void {
    this.#kind = kind;
    this.#keyframe = keyframe;
    this.#writer.begin(keyframe);
    this.body++;
  }

  /** Sends the open body, of `kind` if one is named, if anything is in it. */
  close(kind?: FrameKind): void {
    if (this.#kind === undefined || (kind !== undefined && kind !== this.#kind)) return;
    if (this.#writer.empty() && !this.#keyframe) this.#kind = undefined;
    else this.#send(false);
  }

  #send(last: boolean): void {
    const frame = this.#writer.finish(frameHeaderBytes);
    if (this.#keyframe) this.#packer = new BodyPacker();
    if (frame.length <= limits.frameBytes) this.#pack(frame, last);
    else this.#sendParts(frame.subarray(frameHeaderBytes), last);
    this.#kind = undefined;
    this.onBody();
  }

  /** Sends what only viewers of one class may see, in bodies that share nothing with any other. */
  sendTo(viewers: number, nodes: Iterable<Node>, write: (writer: BodyWriter, node: Node) => void): void {
    let writer = new BodyWriter();
    const send = () => {
      const frame = writer.finish(frameHeaderBytes);
      // What no frame has room for stays masked.
      if (frame.length <= limits.frameBytes) this.#head(frame, 'update', false, viewers);
      writer = new BodyWriter();
    };
    for (const node of nodes) {
      write(writer, node);
      if (writer.size() > fullBody) send();
    }
    if (!writer.empty()) send();
  }

  /** One value may be longer than any frame: its body travels in parts. */
  #sendParts(body: Uint8Array, last: boolean): void {
    for (let at = 0; at < body.length; at += longestPart) {
      const part = body.subarray(at, at + longestPart);
      const ends = at + longestPart >= body.length;
      const frame = new Uint8Array(frameHeaderBytes + 1 + part.length);
      frame[frameHeaderBytes] = ends ? bodyPart.last : bodyPart.more;
      frame.set(part, frameHeaderBytes + 1);
      this.#pack(frame, last && ends);
      this.#keyframe = false;
    }
  }

  #pack(body: Uint8Array, last: boolean): void {
    const small = body.length - frameHeaderBytes < smallBody;
    this.#head(small ? this.#packer.pack(body, frameHeaderBytes) : body, this.#kind!, last);
  }

  /** Writes the header, and hands the frame on in its turn. */
  #head(frame: Uint8Array, kind: FrameKind, last: boolean, viewers = 0): void {
    const sequence = this.#sequences[viewers] ?? 0;
    this.#sequences[viewers] = sequence + 1;
    writeFrameHeader(frame, {
      kind,
      keyframe: this.#keyframe && viewers === 0,
      last,
      deflated: false,
      class: viewers,
      stream: 0,
      epoch: this.#epoch,
      sequence,
      time: Math.round(this.#scheduler.now() - this.#began),
    });
    if (this.#deflates && frame.length > smallBody + frameHeaderBytes) this.#queue(this.#deflate(frame));
    else if (this.#tail) this.#queue(frame);
    else this.#hand(frame);
  }

  #hand(frame: Uint8Array): void {
    if (!this.#stopped) this.#onFrame(frame);
  }

  #queue(frame: Uint8Array | Promise<Uint8Array>): void {
    const tail = this.#handAfter(this.#tail, frame);
    this.#tail = tail;
    void tail.then(() => {
      if (this.#tail === tail) this.#tail = undefined;
    });
  }

  async #handAfter(
    before: Promise<void> | undefined,
    frame: Uint8Array | Promise<Uint8Array>,
  ): Promise<void> {
    await before;
    this.#hand(await frame);
  }

  async #deflate(frame: Uint8Array): Promise<Uint8Array> {
    try {
      const body = new Uint8Array(frame.subarray(frameHeaderBytes));
      const small = await deflate(body, () => this.#scheduler.giveWay());
      if (small.length >= body.length) return frame;
      const packed = new Uint8Array(frameHeaderBytes + small.length);
      packed.set(frame.subarray(0, frameHeaderBytes));
      packed.set(small, frameHeaderBytes);
      packed[1] = packed[1]! | frameMark.deflated;
      return packed;
    } catch (error) {
      report(error);
      return frame;
    }
  }

  /** Begins a new epoch; what is in the open body is dropped. */
  renew(): void {
    this.#writer.begin(true);
    this.#kind = undefined;
    this.#sequences = [];
    this.#epoch = crypto.getRandomValues(new Uint32Array(1))[0]!;
  }

  /** Resolves when every frame so far has been handed on. */
  async drained(): Promise<void> {
    await this.#tail;
  }

  stop(): void {
    this.#stopped = true;
  }
}
