import { type Capture, type Policy, startCapture } from '../../src/capture/index.ts';
import { type AssetStore, FrameDecoder, type FrameHeader, type Op } from '../../src/protocol/index.ts';

/** A document of its own in an iframe, parsed from `html`. */
export async function openPage(html: string): Promise<Document> {
  const iframe = document.createElement('iframe');
  iframe.style.cssText = 'width:800px;height:600px;border:0';
  iframe.srcdoc = html;
  await new Promise((resolve) => {
    iframe.onload = resolve;
    document.body.append(iframe);
  });
  return iframe.contentDocument!;
}

export class MemoryAssets implements AssetStore {
  readonly stored = new Map<string, { type: string; bytes: Uint8Array; url: string }>();

  async missing(hashes: string[]): Promise<string[]> {
    return hashes.filter((hash) => !this.stored.has(hash));
  }

  async put(hash: string, type: string, bytes: Uint8Array): Promise<void> {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    this.stored.set(hash, { type, bytes, url });
  }

  url(hash: string): string {
    return this.stored.get(hash)?.url ?? 'about:blank';
  }

  text(hash: string): string {
    return new TextDecoder().decode(this.stored.get(hash)?.bytes);
  }
}

export interface Recorded {
  readonly capture: Capture;
  readonly assets: MemoryAssets;
  readonly frames: Uint8Array[];
  /** Flushes, and gives the ops since the last call with their headers. */
  ops(): Promise<Op[]>;
  headers(): Promise<FrameHeader[]>;
  /** All strings and bytes that left so far, as one text. */
  everything(): Promise<string>;
}

/** Captures `source` and decodes what leaves. */
export function record(source: Document, policy: Policy, canvas: number | false = false): Recorded {
  const frames: Uint8Array[] = [];
  const assets = new MemoryAssets();
  const decoder = new FrameDecoder();
  const decoded: { header: FrameHeader; ops: Op[] }[] = [];
  const capture = startCapture({
    document: source,
    policy,
    assets,
    canvas,
    integrity: false,
    onFrame: (frame) => frames.push(frame),
  });
  let taken = 0;
  const flush = async () => {
    await capture.flush();
    while (decoded.length < frames.length) decoded.push(await decoder.decode(frames[decoded.length]!));
  };
  return {
    capture,
    assets,
    frames,
    async ops() {
      await flush();
      const ops = decoded.slice(taken).flatMap((frame) => frame.ops);
      taken = decoded.length;
      return ops;
    },
    async headers() {
      await flush();
      return decoded.map(({ header }) => header);
    },
    async everything() {
      await flush();
      const texts = [...assets.stored.keys()].map((hash) => assets.text(hash));
      return JSON.stringify(decoded.map(({ ops }) => ops)) + texts.join('\n');
    },
  };
}

type Kind = Op['op'];

export const only = <K extends Kind>(ops: readonly Op[], kind: K): Extract<Op, { op: K }>[] =>
  ops.filter((op): op is Extract<Op, { op: K }> => op.op === kind);

export const idOf = (ops: readonly Op[], id: string): number =>
  only(ops, 'element').find(({ attributes }) =>
    attributes.some(([name, value]) => name === 'id' && value === id),
  )?.id ?? 0;
