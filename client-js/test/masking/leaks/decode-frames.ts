import { createInterface } from 'node:readline';
import { FrameDecoder, readFrameHeader } from '../../../src/protocol/index.ts';

/** One for each stream and class, which count and pack by themselves. */
const decoders = new Map<string, FrameDecoder>();

for await (const line of createInterface({ input: process.stdin })) {
  const frame = new Uint8Array(Buffer.from(line, 'base64'));
  const header = readFrameHeader(frame);
  if (!header) continue;
  const key = `${header.epoch} ${header.stream} ${header.class}`;
  let decoder = decoders.get(key);
  if (!decoder) {
    decoder = new FrameDecoder();
    decoders.set(key, decoder);
  }
  const { ops } = await decoder.decode(frame);
  console.log(JSON.stringify(ops));
}
