import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentMode } from '../../src/protocol/index.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { element, ScriptedSource, text, up } from './scripted-source.ts';

const doctypes: Record<DocumentMode, string> = {
  'no-quirks': '<!doctype html>',
  'limited-quirks':
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  quirks: '',
};
const modes = Object.keys(doctypes) as DocumentMode[];

const blobs: string[] = [];
const open: Replica[] = [];

/** A shell with something of its own in it, which must not stay. */
function shellOf(mode: DocumentMode): string {
  const html = `${doctypes[mode]}<html lang="en"><body class="shell"><p>shell</body></html>`;
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  blobs.push(address);
  return address;
}

function start(shell: (mode: DocumentMode) => string) {
  const container = document.body.appendChild(document.createElement('div'));
  const lost: string[] = [];
  const replica = createReplica({
    container,
    assets: { url: () => 'data:,' },
    shell,
    onLost: (reason) => lost.push(reason),
  });
  open.push(replica);
  return { container, replica, lost, source: new ScriptedSource() };
}

afterEach(() => {
  for (const replica of open.splice(0)) replica.dispose();
  for (const blob of blobs.splice(0)) URL.revokeObjectURL(blob);
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('a replica with served shells', () => {
  it.each(modes)('builds a %s page in the shell of its mode and writes no markup', async (mode) => {
    const write = vi.spyOn(Document.prototype, 'write');
    const asked: DocumentMode[] = [];
    const { replica, source } = start((each) => {
      asked.push(each);
      return shellOf(each);
    });
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'page'), up], mode)));
    await replica.settled();
    expect(asked).toEqual([mode]);
    expect(replica.document.URL).toBe(blobs[0]);
    expect(replica.document.compatMode).toBe(mode === 'quirks' ? 'BackCompat' : 'CSS1Compat');
    expect(replica.document.documentElement.outerHTML).toBe(
      '<html><head></head><body><p>page</p></body></html>',
    );
    expect(write).not.toHaveBeenCalled();
  });

  it('has a document before the first frame, without a shell and without writing', () => {
    const write = vi.spyOn(Document.prototype, 'write');
    const shell = vi.fn(shellOf);
    const { replica } = start(shell);
    expect(replica.document.body.childNodes.length).toBe(0);
    expect(shell).not.toHaveBeenCalled();
    expect(write).not.toHaveBeenCalled();
  });

  it('applies what comes while the shell loads, in order', async () => {
    const { replica, source, lost } = start(shellOf);
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'a'), up])));
    for (const data of ['b', 'c', 'd']) replica.apply(source.frame([{ op: 'data', node: 6, data }]));
    await replica.settled();
    expect(replica.element(5)!.textContent).toBe('d');
    expect(lost).toEqual([]);
  });

  it('keeps the former page in sight while the next shell loads', async () => {
    const { container, replica, source } = start(shellOf);
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'old'), up])));
    await replica.settled();
    const seen: string[] = [];
    const iframes = () => `${container.querySelectorAll('iframe').length} ${replica.element(5)?.textContent}`;
    const observer = new MutationObserver(() => seen.push(iframes()));
    observer.observe(container, { childList: true });
    source.nextEpoch();
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'new'), up], 'quirks')));
    await replica.settled();
    expect(seen).toEqual(['2 old', '1 new']);
    observer.disconnect();
  });

  it('builds nested documents inside it', async () => {
    const { replica, source } = start(shellOf);
    const nested = [
      element(6, 'iframe'),
      { op: 'document', id: 20, host: 6, mode: 'quirks' } as const,
      element(21, 'html'),
      element(22, 'body'),
      text(23, 'inside'),
      up,
      up,
      up,
      up,
    ];
    replica.apply(source.keyframe(source.page(nested)));
    await replica.settled();
    const inner = (replica.element(6) as HTMLIFrameElement).contentDocument!;
    expect(inner.body.textContent).toBe('inside');
    expect(inner.compatMode).toBe('BackCompat');
  });

  it('says so where a shell cannot be had, forgets what waited for it, and goes on with the next keyframe', async () => {
    let broken = true;
    const { container, replica, source, lost } = start((mode) =>
      broken ? 'data:text/html,of another origin' : shellOf(mode),
    );
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'first'), up])));
    replica.apply(source.frame([{ op: 'data', node: 6, data: 'waited' }]));
    await replica.settled();
    expect(lost).toEqual(['shell']);
    expect(container.querySelectorAll('iframe').length).toBe(1);
    broken = false;
    source.nextEpoch();
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'again'), up])));
    await replica.settled();
    expect(replica.element(5)!.textContent).toBe('again');
    expect(lost).toEqual(['shell']);
  });
});
