import { ByteSink } from './byte-sink.ts';
import { limits } from './protocol.gen.ts';
import { type ReplicaRequest, requestCode } from './replica-request.ts';

export function writeRequest(request: ReplicaRequest): Uint8Array {
  const sink = new ByteSink();
  sink.byte(requestCode[request.type]);
  if (request.type === 'differs') {
    let last = request.start;
    sink.varint(last);
    for (const [id, hash] of request.hashes) {
      if (sink.length > limits.guidanceBytes - 16) break;
      sink.zigzag(id - last);
      for (let shift = 0; shift < 32; shift += 8) sink.byte((hash >>> shift) & 255);
      last = id;
    }
  }
  return sink.bytes.slice(0, sink.length);
}
