interface Sample {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Far enough behind for the next point to be there already, near enough to feel live. */
const delay = 40;
/** A pointer that rested this long starts its next stroke from where it rested. */
const rest = 100;

/** The customer's pointer as a continuous path: points come in bursts, the eye wants a line. */
export class PointerPath {
  #samples: Sample[] = [];

  /** Adds points; `at` is how many milliseconds before now each was seen. */
  add(points: readonly { x: number; y: number; at: number }[], now: number): void {
    for (const point of points) {
      const last = this.#samples.at(-1);
      const at = Math.max(now - point.at, last?.at ?? Number.NEGATIVE_INFINITY);
      if (last && at - last.at > rest) this.#samples.push({ x: last.x, y: last.y, at: at - delay });
      this.#samples.push({ x: point.x, y: point.y, at });
    }
  }

  /** Where the pointer shows at `now`; undefined before the first point. */
  position(now: number): { x: number; y: number } | undefined {
    const shown = now - delay;
    while (this.#samples.length > 1 && this.#samples[1]!.at <= shown) this.#samples.shift();
    const [from, to] = this.#samples;
    if (!from) return undefined;
    if (!to || to.at <= from.at || shown <= from.at) return { x: from.x, y: from.y };
    const part = (shown - from.at) / (to.at - from.at);
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  }

  /** Whether the position still changes by itself. */
  moving(): boolean {
    return this.#samples.length > 1;
  }

  clear(): void {
    this.#samples = [];
  }
}
