const piece = 32 * 1024;

export const canDeflate = (): boolean =>
  typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

/** Deflates in pieces, giving way before each, since browsers compress on the thread that asks. */
export async function deflate(
  bytes: Uint8Array<ArrayBuffer>,
  giveWay?: () => Promise<void>,
  format: CompressionFormat = 'deflate-raw',
): Promise<Uint8Array> {
  const stream = new CompressionStream(format);
  const writer = stream.writable.getWriter();
  const out = new Response(stream.readable).arrayBuffer();
  for (let start = 0; start < bytes.length; start += piece) {
    if (start > 0 && giveWay) await giveWay();
    // Failure shows in the readable side.
    writer.write(bytes.subarray(start, start + piece)).catch(() => {});
  }
  writer.close().catch(() => {});
  return new Uint8Array(await out);
}
