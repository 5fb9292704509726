/** One way of showing a page somewhere else, as the bench compares it. */
export interface Recorder {
  /** Begins to record `source`, and shows it in `container`. */
  start(source: HTMLIFrameElement, container: HTMLElement): Promise<void>;
  /** Shows it in `container` as well, to somebody who has seen nothing so far. */
  join(container: HTMLElement): Promise<void>;
  /** Resolves when every replica shows all that happened. */
  settled(): Promise<void>;
  /** What shows in a container. */
  replica(container: HTMLElement): Document;
  /** Why replicas could not go on. */
  readonly lost: readonly string[];
}
