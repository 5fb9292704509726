import { createReplica } from '../../replica/index.ts';
import type { Look } from './look.ts';

/** Shows in an empty page what an agent would see. */
export async function show({ frames, assets }: Look): Promise<void> {
  const container = document.createElement('div');
  document.body.style.margin = '0';
  document.body.replaceChildren(container);
  const addresses = new Map(assets.map(({ hash, type, base64 }) => [hash, `data:${type};base64,${base64}`]));
  const replica = createReplica({
    container,
    assets: { url: (hash) => addresses.get(hash) ?? 'about:blank' },
  });
  for (const frame of frames) replica.apply(Uint8Array.from(atob(frame), (each) => each.charCodeAt(0)));
  await replica.settled();
}
