/** How it is recorded, where not as a session with nothing masked would. */
export interface RecorderSetting {
  readonly policy?: 'unmasked' | 'standard';
  readonly integrity?: false;
  /** Time passes so fast that no slice of a keyframe gets far. */
  readonly hurried?: boolean;
  /** Only what documents say is compared. */
  readonly pictures?: false;
}

/** One way of showing a page somewhere else, as the bench compares it. */
export interface Recorder {
  /** Begins to record `source`, and shows it in `container`. */
  start(source: HTMLIFrameElement, container: HTMLElement, setting?: RecorderSetting): Promise<void>;
  /** Says all of the page again. */
  keyframe(): Promise<void>;
  /** Shows it in `container` as well, from the latest keyframe on, be that under way. */
  follow(container: HTMLElement): void;
  /** Shows it in `container` as well, to somebody who has seen nothing so far. */
  join(container: HTMLElement): Promise<void>;
  /** Resolves when every replica shows all that happened. */
  settled(): Promise<void>;
  /** What shows in a container. */
  replica(container: HTMLElement): Document;
  /** Why replicas could not go on. */
  readonly lost: readonly string[];
}
