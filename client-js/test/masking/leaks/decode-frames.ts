import { createInterface } from 'node:readline';
import { FrameDecoder, readFrameHeader } from '../../../src/protocol/index.ts';

/** One for each stream of an epoch; what only a class of viewers may see it reads apart. */
const decoders = new Map<string, FrameDecoder>();

for await (const line of createInterface({ input: process.stdin })) {
  const frame = new Uint8Array(Buffer.from(line, 'base64'));
  const header = readFrameHeader(frame);
  if (!header) continue;
  const key = `${header.epoch} ${header.stream}`;
  let decoder = decoders.get(key);
  if (!decoder) {
    decoder = new FrameDecoder();
    decoders.set(key, decoder);
  }
  const { ops } = await decoder.decode(frame);
  console.log(JSON.stringify(ops));
}
