export interface StartOptions {
  /** Whether what is recorded is kept for {@link Recorder.taken}; otherwise it is thrown away as it comes. */
  readonly keep: boolean;
  /** Whether the asset store has all that it is asked for. */
  readonly known: boolean;
}

/** A recorder as the capture benchmark drives it, in the page. */
export interface Recorder {
  /** Resolves when the snapshot has been handed on. */
  start(options: StartOptions): Promise<void>;
  /** Sends what came since the last time to the benchmark's site, which counts it. */
  taken(): Promise<void>;
  stop(): void;
}

declare global {
  interface Window {
    recorder: Recorder;
    benchPolicy: 'standard' | 'unmasked';
  }
}
