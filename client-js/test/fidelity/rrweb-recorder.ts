import { type eventWithTime, Replayer, type record } from 'rrweb';
import type { Recorder } from './recorder.ts';

interface Recording {
  rrweb: { record: typeof record };
}

const fullSnapshot = 2;
const meta = 4;

/** The peer: rrweb with all that it can record, and its Replayer in live mode, without a buffer. */
export class RrwebRecorder implements Recorder {
  readonly lost: string[] = [];
  readonly #replayers = new Map<HTMLElement, Replayer>();
  readonly #events: eventWithTime[] = [];
  #record: typeof record | undefined;

  async start(source: HTMLIFrameElement, container: HTMLElement): Promise<void> {
    const script = await (await fetch('/rrweb.js')).text();
    const page = source.contentWindow as Window & typeof globalThis & Recording;
    page.eval(script);
    this.#record = page.rrweb.record;
    this.#show(container);
    this.#record({
      emit: (event) => {
        this.#events.push(event);
        for (const replayer of this.#replayers.values()) replayer.addEvent(structuredClone(event));
      },
      recordCanvas: true,
      collectFonts: true,
      inlineImages: true,
      inlineStylesheet: true,
    });
  }

  async join(container: HTMLElement): Promise<void> {
    this.#record!.takeFullSnapshot(true);
    const whole = this.#events.findLastIndex(({ type }) => type === fullSnapshot);
    const from = this.#events[whole - 1]?.type === meta ? whole - 1 : whole;
    const replayer = this.#show(container);
    for (const event of this.#events.slice(from)) replayer.addEvent(structuredClone(event));
  }

  async settled(): Promise<void> {
    await turns(6);
    const now = Date.now();
    // Each replayer plays what is due by its own clock.
    while (Date.now() < now + 100) await turns(1);
    for (const container of this.#replayers.keys()) {
      const images = [...this.replica(container).images];
      await Promise.all(images.map((image) => (image.complete ? undefined : image.decode().catch(() => {}))));
      await this.replica(container).fonts.ready;
    }
    await turns(2);
  }

  replica(container: HTMLElement): Document {
    return this.#replayers.get(container)!.iframe.contentDocument!;
  }

  #show(container: HTMLElement): Replayer {
    const replayer = new Replayer([], {
      root: container,
      liveMode: true,
      mouseTail: false,
      showWarning: false,
      UNSAFE_replayCanvas: true,
    });
    replayer.startLive();
    this.#replayers.set(container, replayer);
    return replayer;
  }
}

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}
