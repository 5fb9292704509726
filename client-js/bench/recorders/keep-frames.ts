/** Keeps frames and assets, and posts them one after the other with their lengths in front. */
export function keepFrames() {
  let frames: Uint8Array[] = [];
  let assets: [type: string, bytes: Uint8Array][] = [];
  let questions = 0;
  return {
    frame: (frame: Uint8Array) => void frames.push(frame),
    asset: (type: string, bytes: Uint8Array) => void assets.push([type, bytes]),
    asked: (hashes: number) => {
      questions += hashes;
    },
    async send(): Promise<void> {
      await post(`/bench/frames?asked=${questions}`, frames);
      for (const [type, bytes] of assets)
        await fetch(`/bench/asset?type=${encodeURIComponent(type)}`, { method: 'POST', body: blob([bytes]) });
      frames = [];
      assets = [];
      questions = 0;
    },
  };
}

async function post(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const body = parts.flatMap((part) => [new Uint8Array(new Uint32Array([part.length]).buffer), part]);
  await fetch(path, { method: 'POST', body: blob(body) });
}

const blob = (parts: readonly Uint8Array[]) => new Blob(parts as Uint8Array<ArrayBuffer>[]);
