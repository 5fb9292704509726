// Our replica, fed with frames that were recorded before.
import { readFrameHeader } from '../../src/protocol/index.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';

let replica: Replica | undefined;
let parts: Uint8Array[] = [];

Object.assign(window, {
  replayer: {
    async load(address: string) {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      const view = new DataView(bytes.buffer);
      parts = [];
      for (let at = 0; at < bytes.length; at += 4 + view.getUint32(at, true))
        parts.push(bytes.subarray(at + 4, at + 4 + view.getUint32(at, true)));
      if (!readFrameHeader(parts[0]!)) throw new Error('no frames');
    },
    async apply() {
      const container = document.querySelector<HTMLElement>('#stage')!;
      replica ??= createReplica({ container, assets: { url: (hash) => `/bench/assets/${hash}` } });
      for (const part of parts) replica.apply(part);
      await replica.settled();
      return replica.document.querySelectorAll('*').length;
    },
  },
});
