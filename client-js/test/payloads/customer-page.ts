import { policy, startCapture } from '../../src/capture/index.ts';
import { readFrameHeader } from '../../src/protocol/index.ts';
import type { Payload } from './arm.ts';
import { pageText } from './page-text.ts';
import { pageAround, put } from './place.ts';

/** Where a payload stands in the customer's page. */
export type Placement = 'snapshot' | 'mutation' | 'iframe';

/** What a customer's browser sent, in base64, and what its page says. */
export interface Recorded {
  readonly index: number;
  readonly frames: readonly string[];
  /** The frames that somebody who joins now would get. */
  readonly late: readonly string[];
  readonly assets: readonly (readonly [hash: string, type: string, bytes: string])[];
  readonly text: string;
}

const patience = 4000;

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

async function blankPage(): Promise<HTMLIFrameElement> {
  const iframe = document.createElement('iframe');
  iframe.style.cssText = 'position:fixed;inset:0;width:400px;height:300px';
  iframe.src = '/page';
  await new Promise((resolve) => {
    iframe.addEventListener('load', resolve, { once: true });
    document.body.append(iframe);
  });
  return iframe;
}

async function embed(document: Document, place: Element, payload: Payload): Promise<void> {
  const iframe = document.createElement('iframe');
  iframe.srcdoc = pageAround(payload);
  await new Promise((resolve) => {
    iframe.addEventListener('load', resolve, { once: true });
    place.append(iframe);
  });
}

/** What an iframe's markup says comes a moment later than the iframe. */
async function putLoaded(page: Document, place: Element, payload: Payload): Promise<void> {
  put(page, place, payload);
  const loads = [...place.querySelectorAll('iframe[srcdoc]')].map(
    (iframe) => new Promise((resolve) => iframe.addEventListener('load', resolve, { once: true })),
  );
  await Promise.race([Promise.all(loads), new Promise((resolve) => setTimeout(resolve, 1000))]);
}

async function recordOne(payload: Payload, placement: Placement): Promise<Recorded> {
  const iframe = await blankPage();
  const page = iframe.contentDocument!;
  page.body.innerHTML = `<p>before ${payload.index}</p><div id=place></div><p>after ${payload.index}</p>`;
  const place = page.getElementById('place')!;
  if (placement === 'snapshot') put(page, place, payload);
  if (placement === 'iframe') await embed(page, place, payload);
  const frames: Uint8Array[] = [];
  const assets = new Map<string, readonly [string, string, string]>();
  const capture = startCapture({
    document: page,
    policy: policy.unmasked(),
    integrity: false,
    onFrame: (frame) => frames.push(frame),
    assets: {
      missing: async (hashes) => hashes.filter((hash) => !assets.has(hash)),
      put: async (hash, type, bytes) => void assets.set(hash, [hash, type, base64(bytes)]),
    },
  });
  try {
    await capture.ready;
    if (placement === 'mutation') await putLoaded(page, place, payload);
    await capture.flush();
    const live = frames.length;
    await capture.keyframe();
    await capture.flush();
    const from = frames.findLastIndex((frame) => readFrameHeader(frame)!.keyframe);
    return {
      index: payload.index,
      frames: frames.slice(0, live).map(base64),
      late: frames.slice(from).map(base64),
      assets: [...assets.values()],
      text: pageText(page.body),
    };
  } finally {
    capture.stop();
    iframe.remove();
  }
}

/** Records payloads, each in a page of its own; answers nothing for one whose page came to no end. */
async function record(payloads: readonly Payload[], placement: Placement): Promise<(Recorded | null)[]> {
  return Promise.all(
    payloads.map((payload) => {
      const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
      return Promise.race([recordOne(payload, placement).catch(() => null), late]);
    }),
  );
}

Object.assign(window, { record });
