/** Why a file is no sample. */
export type SampleProblem = 'tooLarge' | 'notOpened' | 'noPage' | 'unreadable';

export class SampleRefused extends Error {
  readonly reason: SampleProblem;

  constructor(reason: SampleProblem) {
    super(reason);
    this.reason = reason;
  }
}

const largest = 20 * 1024 * 1024;

/** A saved page of a portal, in a document that runs nothing and loads nothing. */
export interface SamplePage {
  readonly document: Document;
  close(): void;
}

/**
 * Puts a page that somebody saved into a frame like those of replicas: without scripts, and with a policy that loads
 * nothing. Rejects with a {@link SampleRefused}.
 */
export async function openSample(file: Blob, near: HTMLElement): Promise<SamplePage> {
  if (file.size > largest) throw new SampleRefused('tooLarge');
  const parsed = await parse(file);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.src = `/console/replica/${parsed.compatMode === 'BackCompat' ? 'quirks' : 'no-quirks'}`;
  await new Promise((resolve, reject) => {
    frame.onload = resolve;
    frame.onerror = () => reject(new SampleRefused('notOpened'));
    near.append(frame);
  });
  const page = frame.contentDocument;
  if (!page) throw new SampleRefused('notOpened');
  for (const script of parsed.querySelectorAll('script,noscript,iframe,object,embed,base,meta'))
    script.remove();
  page.replaceChild(page.adoptNode(parsed.documentElement), page.documentElement);
  return { document: page, close: () => frame.remove() };
}

/** Under Trusted Types a browser parses markup for a request, and for nobody else. */
async function parse(file: Blob): Promise<Document> {
  const address = URL.createObjectURL(new Blob([file], { type: 'text/html' }));
  try {
    return await new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.responseType = 'document';
      request.onload = () =>
        request.response ? resolve(request.response as Document) : reject(new SampleRefused('noPage'));
      request.onerror = () => reject(new SampleRefused('unreadable'));
      request.send();
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
