import { createReplica, type Replica } from '../../../src/replica/index.ts';
import { serializePage } from '../serialize-page.ts';
import type { FocusPath } from '../serialize-view.ts';

declare global {
  interface Window {
    agent: {
      start(): void;
      show(frames: string[]): Promise<string[]>;
      text(focus: FocusPath): string;
    };
  }
}

let replica: Replica | undefined;
const lost: string[] = [];

window.agent = {
  start() {
    replica?.dispose();
    lost.length = 0;
    const container = document.getElementById('replica')!;
    const assets = { url: (hash: string) => `/assets/${hash}` };
    replica = createReplica({ container, assets, onLost: (reason) => lost.push(reason) });
  },
  async show(frames) {
    for (const frame of frames) replica!.apply(Uint8Array.from(atob(frame), (one) => one.charCodeAt(0)));
    await replica!.settled();
    return lost;
  },
  text: (focus) => serializePage(replica!.document, false, focus),
};
