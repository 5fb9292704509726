import type { eventWithTime } from 'rrweb';
import { Replayer, type record } from 'rrweb';
import type { Recorder } from '../recorder.ts';

/** rrweb as its guide uses it, with everything on that it can record. */
export class RrwebRecorder implements Recorder {
  readonly lost: string[] = [];
  readonly #events: eventWithTime[] = [];
  readonly #replicas = new Map<HTMLElement, Replayer | undefined>();
  #record: typeof record | undefined;

  async start(source: HTMLIFrameElement, container: HTMLElement): Promise<void> {
    this.#replicas.set(container, undefined);
    const page = source.contentWindow as Window & typeof globalThis & { rrweb: { record: typeof record } };
    // It records the document that it is loaded into.
    page.eval(await (await fetch('/rrweb.js')).text());
    this.#record = page.rrweb.record;
    this.#record({
      emit: (event) => this.#events.push(event),
      inlineImages: true,
      collectFonts: true,
      recordCanvas: true,
    });
  }

  async keyframe(): Promise<void> {
    this.#record?.takeFullSnapshot();
  }

  async join(container: HTMLElement): Promise<void> {
    this.#record?.takeFullSnapshot();
    this.follow(container);
  }

  follow(container: HTMLElement): void {
    this.#replicas.set(container, undefined);
  }

  /**
   * Shows, in each container, all events at once: those of a newcomer from the latest full snapshot on. It
   * tells nobody when it is done: pointers wait half a second.
   */
  async settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 600));
    const full = this.#events.findLastIndex(({ type }) => type === EventType.meta);
    for (const [container, shown] of this.#replicas) {
      shown?.destroy();
      container.replaceChildren();
      const events = container.id === 'live' ? this.#events : this.#events.slice(full);
      const first = events[0]!.timestamp;
      const last = events.at(-1)!.timestamp;
      const replayer = new Replayer([...events, ending(last + 1)], {
        root: container,
        mouseTail: false,
        showWarning: false,
        pauseAnimation: false,
        useVirtualDom: false,
      });
      replayer.pause(last + 1 - first);
      this.#replicas.set(container, replayer);
      tidy(replayer.iframe.contentDocument!);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }

  replica(container: HTMLElement): Document {
    return this.#replicas.get(container)!.iframe.contentDocument!;
  }
}

/** Of rrweb's `EventType`. */
const EventType = { meta: 4, custom: 5 } as const;

/** Events up to the moment that is asked for are applied at once; this one lies behind them all. */
const ending = (timestamp: number): eventWithTime =>
  ({ type: EventType.custom, data: { tag: 'end', payload: {} }, timestamp }) as unknown as eventWithTime;

/** Takes out what the replayer adds for itself. */
function tidy({ documentElement }: Document): void {
  documentElement?.classList.remove('rrweb-paused');
  if (documentElement?.classList.length === 0) documentElement.removeAttribute('class');
  documentElement?.querySelector(':scope > style:first-child')?.remove();
}
