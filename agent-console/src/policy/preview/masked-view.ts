import { isPage, startCapture } from '@cobrowse/client/capture';
import { createReplica } from '@cobrowse/client/replica';
import type { PolicyDocument } from '../policy-document.ts';

/** A page as an agent sees it under one policy. */
export interface MaskedView {
  close(): void;
}

/**
 * Captures `page` as a customer’s browser would at `path`, for an agent of no class, and shows what left in
 * `container`.
 */
export async function showMasked(
  page: Document,
  policy: PolicyDocument,
  path: string,
  container: HTMLElement,
): Promise<MaskedView> {
  const addresses = new Map<string, string>();
  const replica = createReplica({
    container,
    assets: { url: (hash) => addresses.get(hash) ?? 'about:blank' },
    shell: (mode) => `/console/replica/${mode}`,
  });
  const capture = startCapture({
    document: page,
    policy: rulesAt(policy, path),
    canvas: false,
    integrity: false,
    assets: {
      missing: async (hashes) => hashes.filter((hash) => !addresses.has(hash)),
      async put(hash, type, bytes) {
        addresses.set(hash, URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type })));
      },
    },
    // Frames of a class are for those with its roles.
    onFrame: (frame) => frame[11] === 0 && replica.apply(frame),
  });
  await capture.flush();
  capture.stop();
  await replica.settled();
  return {
    close() {
      replica.dispose();
      for (const address of addresses.values()) URL.revokeObjectURL(address);
    },
  };
}

/** The rules that speak of the page at `path`: its document has another address here. */
function rulesAt(policy: PolicyDocument, path: string): PolicyDocument {
  const rules = (policy.rules ?? [])
    .filter(({ page }) => page === undefined || isPage(page, path))
    .map(({ page: _, ...rule }) => rule);
  return { ...policy, rules };
}
