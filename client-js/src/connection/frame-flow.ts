/** After so many bytes the node is asked whether they have come. */
const bytesBetweenPings = 4096;
/** An answer that takes longer comes over a network that is slower than the page. */
const longestRound = 400;

/**
 * Tells whether frames get through as fast as they are sent. What the browser has not sent yet says little: systems
 * take a slow link's next ten seconds into their own buffers. So the node answers a ping behind the frames.
 */
export class FrameFlow {
  readonly #ping: () => Promise<unknown>;
  #unasked = 0;
  #asked: number | undefined;

  /** `ping` resolves when the node has all that was sent before it. */
  constructor(ping: () => Promise<unknown>) {
    this.#ping = ping;
  }

  /** Whether frames wait on their way. */
  get congested(): boolean {
    return this.#asked !== undefined && performance.now() - this.#asked > longestRound;
  }

  sent(bytes: number): void {
    this.#unasked += bytes;
    if (this.#unasked < bytesBetweenPings || this.#asked !== undefined) return;
    this.#unasked = 0;
    this.#asked = performance.now();
    const answered = () => {
      this.#asked = undefined;
    };
    this.#ping().then(answered, answered);
  }
}
