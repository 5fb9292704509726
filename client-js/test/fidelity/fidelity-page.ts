import type { FidelityCase } from './fidelity-case.ts';
import type { Recorder, RecorderSetting } from './recorder.ts';
import { serializePage } from './serialize-page.ts';
import { focusPathOf } from './serialize-view.ts';

/** Both sides of a comparison as text. */
export interface Texts {
  readonly source: string;
  readonly replica: string;
  readonly lost: readonly string[];
}

export type Pane = 'live' | 'amid' | 'late';

/** The browser's side of a fidelity case: the source in one iframe, replicas beside it. */
export class FidelityBench {
  readonly #recorder: Recorder;
  readonly #peer: boolean;
  #records = false;
  followed = false;

  constructor(recorder: Recorder, peer: boolean) {
    this.#recorder = recorder;
    this.#peer = peer;
  }

  async start(setting?: RecorderSetting): Promise<Texts> {
    await this.#recorder.start(source(), container('live'), setting);
    this.#records = true;
    return this.compare('live');
  }

  /** What a page's script asks for: all is said again. */
  async keyframe(): Promise<void> {
    if (this.#records) await this.#recorder.keyframe();
  }

  /** What a page's script asks for: an agent joins amid what happens. */
  follow(): void {
    if (!this.#records || this.followed) return;
    this.followed = true;
    this.#recorder.follow(container('amid'));
  }

  async join(): Promise<Texts> {
    await this.#recorder.join(container('late'));
    return this.compare('late');
  }

  async compare(which: Pane): Promise<Texts> {
    await this.#recorder.settled();
    const replica = this.#recorder.replica(container(which));
    const page = source().contentDocument!;
    const focus = focusPathOf(page);
    return {
      source: serializePage(page, this.#peer, focus),
      replica: serializePage(replica, this.#peer, focus),
      lost: this.#recorder.lost.concat(acted),
    };
  }

  /** Lets an agent act on a replica. */
  poke(which: Pane, act: NonNullable<FidelityCase['poke']>): unknown {
    return act(this.#recorder.replica(container(which)));
  }
}

const source = () => document.getElementById('source') as HTMLIFrameElement;
const container = (which: string) => document.getElementById(which) as HTMLElement;
const acted: string[] = [];

declare global {
  interface Window {
    bench: FidelityBench;
    /** Where a page's scripts report that they run: whatever is not the source must not. */
    report: (window: Window) => void;
  }
}

/** Sets the bench up in this page. */
export function openBench(recorder: Recorder, peer = false): void {
  window.report = (from) => {
    if (from.frameElement?.id !== 'source') acted.push('a script ran in a replica');
  };
  window.bench = new FidelityBench(recorder, peer);
}
