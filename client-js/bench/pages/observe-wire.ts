// Runs in every page before its scripts: stamps what goes over its WebSockets.
import { readFrameHeader } from '../../src/protocol/frame-header.ts';

const now = () => performance.timeOrigin + performance.now();

/** Where the frame begins in a hub message that carries one, after its `bin` length. */
function frameIn(message: Uint8Array): Uint8Array | undefined {
  const at = message.findIndex(
    (byte, i) => byte === 0xa1 && message[i + 1] === 0x66 && message[i + 2] === 0x91,
  );
  if (at < 0 || at > 16) return undefined;
  const widths: Record<number, number> = { 196: 1, 197: 2, 198: 4 };
  const width = widths[message[at + 3] ?? 0];
  return width === undefined ? undefined : message.subarray(at + 4 + width);
}

const wire = {
  sent: [] as number[],
  /** When a message came, and when the next animation frame began. */
  received: [] as [number, number][],
  firstFrame: 0,
  keyframeWhole: 0,
};

class StampedSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('message', () => {
      const entry: [number, number] = [now(), 0];
      wire.received.push(entry);
      requestAnimationFrame((frame) => {
        entry[1] = Math.max(entry[0], performance.timeOrigin + frame);
      });
    });
  }

  override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    const at = now();
    wire.sent.push(at);
    if (!wire.keyframeWhole && data instanceof Uint8Array) {
      const frame = frameIn(data);
      if (frame && !wire.firstFrame) wire.firstFrame = at;
      if (frame && readFrameHeader(frame)?.last) wire.keyframeWhole = at;
    }
    super.send(data as string);
  }
}

window.WebSocket = StampedSocket;
Object.assign(window, { benchWire: wire });
