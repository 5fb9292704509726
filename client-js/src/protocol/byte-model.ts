const slots = 1 << 16;
const orders = 3;
const half = 2048;
const certain = 4095;

/**
 * Foretells bytes, bit by bit, from the last one, two and three before them, and learns what comes: then what small
 * bodies repeat of earlier ones takes almost nothing. Writer and reader foretell the same everywhere, since they
 * calculate with what no browser does otherwise: integers, and sums, products and quotients of numbers.
 */
export class ByteModel {
  /** By context: in the high 12 bits how much likelier than not a set bit is, in the low 4 how often one was seen. */
  readonly #learnt = new Int16Array(slots);
  readonly #contexts = new Int32Array(orders);
  readonly #found = new Uint16Array(orders);
  #before = 0;
  #bits = 1;

  /** Begins a body. */
  begin(): void {
    this.#follow(0);
  }

  #follow(before: number): void {
    this.#before = before;
    this.#bits = 1;
    // Of the last bytes, with how many they are.
    for (let order = 0; order < orders; order++)
      this.#contexts[order] = Math.imul((before << (24 - 8 * order)) + order, 0x2545f491);
  }

  /** How likely the next bit is set, from 1 to 4095. */
  likely(): number {
    let sum = 0;
    let weights = 0;
    for (let order = 0; order < orders; order++) {
      const slot = Math.imul(this.#contexts[order]! + this.#bits, 0x9e3779b1) >>> 16;
      this.#found[order] = slot;
      const likely = half + (this.#learnt[slot]! >> 4);
      // Who is surer counts for more, and so does who saw more.
      const weight = (1 << order) / (likely * (certain - likely) + certain);
      sum += weight * likely;
      weights += weight;
    }
    return (sum / weights + 0.5) | 0 || 1;
  }

  learn(bit: number): void {
    for (let order = 0; order < orders; order++) {
      const slot = this.#found[order]!;
      const known = this.#learnt[slot]!;
      const seen = known & 15;
      const missed = ((bit * certain - half - (known >> 4)) / (seen + 1.25)) | 0;
      this.#learnt[slot] = known + missed * 16 + (seen < 15 ? 1 : 0);
    }
    this.#bits = this.#bits * 2 + bit;
    if (this.#bits > 255) this.#follow((this.#before << 8) | (this.#bits & 255));
  }
}
