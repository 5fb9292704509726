const slots = 1 << 16;
const orders = 2;
const half = 2048;
const certain = 4095;
export const none = 255;

/**
 * Foretells bytes from the last one and from the last three before them, and learns what comes: then what small bodies
 * repeat of earlier ones takes almost nothing. A byte is a bit that says whether it is the one that came last behind
 * these three, if there is one; if not, its eight bits follow.
 *
 * Writer and reader foretell the same everywhere, since they calculate with what no browser does otherwise: integers,
 * and sums, products and quotients of numbers.
 */
export class ByteModel {
  /** By context: in the high 12 bits how much likelier than not a set bit is, in the low 4 how often one was seen. */
  readonly #learnt = new Int16Array(slots);
  readonly #usual = new Uint8Array(slots);
  readonly #contexts = new Int32Array(orders);
  readonly #found = new Uint16Array(orders);
  #before = 0;

  /** Begins a body. */
  begin(): void {
    this.#follow(0);
  }

  #follow(before: number): void {
    this.#before = before;
    for (let order = 0; order < orders; order++)
      this.#contexts[order] = Math.imul((before << (24 - 16 * order)) + order, 0x2545f491);
  }

  /** The byte that came last behind the same three; 255 if none did, or that one. */
  usual(): number {
    return this.#usual[this.#contexts[1]! >>> 16]! ^ none;
  }

  /** How likely a bit is set, from 1 to 4095; `place` is 0 for the first and behind it 1 with the bits so far. */
  likely(place: number): number {
    let sum = 0;
    let weights = 0;
    for (let order = 0; order < orders; order++) {
      const slot = Math.imul(this.#contexts[order]! + place, 0x9e3779b1) >>> 16;
      this.#found[order] = slot;
      const likely = half + (this.#learnt[slot]! >> 4);
      // Who is surer counts for more, and so does who saw more.
      const weight = (1 + order) / (likely * (certain - likely) + certain);
      sum += weight * likely;
      weights += weight;
    }
    return (sum / weights + 0.5) | 0 || 1;
  }

  /** What the bit was whose likelihood was asked for. */
  learn(bit: number): void {
    for (const slot of this.#found) {
      const known = this.#learnt[slot]!;
      const seen = known & 15;
      const missed = ((bit * certain - half - (known >> 4)) / (seen + 1.25)) | 0;
      this.#learnt[slot] = known + missed * 16 + (seen < 15 ? 1 : 0);
    }
  }

  /** Goes on behind `byte`. */
  came(byte: number): void {
    this.#usual[this.#contexts[1]! >>> 16] = byte ^ none;
    this.#follow((this.#before << 8) | byte);
  }
}
