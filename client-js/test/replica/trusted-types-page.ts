import type { DocumentMode, Op } from '../../src/protocol/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { element, ScriptedSource, text, up } from './scripted-source.ts';

/** A page with what needs care: sheets, scripts, shadow roots, a form, an iframe in a mode of its own. */
const body = (nested: DocumentMode): Op[] => [
  element(5, 'style'),
  text(6, 'p { color: rgb(1, 2, 3) } p:hover { color: red }'),
  up,
  element(7, 'p', [['style', 'margin: 0']]),
  text(8, 'page'),
  up,
  element(9, 'script'),
  text(10, 'never()'),
  up,
  element(11, 'div'),
  { op: 'shadow', id: 12, host: 11, mode: 'open', delegatesFocus: false, manualSlots: false },
  element(13, 'input', [['value', 'x']]),
  up,
  up,
  up,
  element(14, 'iframe', [['srcdoc', '<p>not this']]),
  { op: 'document', id: 20, host: 14, mode: nested },
  element(21, 'html'),
  element(22, 'body'),
  element(23, 'p'),
  text(24, 'inside'),
  up,
  up,
  up,
  up,
  up,
];

/** Shows pages of every mode one after the other and answers with what stands in them. */
async function tour(served: boolean): Promise<string[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const replica = createReplica({
    container,
    assets: { url: (hash) => `/assets/${hash}` },
    ...(served ? { shell: (mode) => `/shell/${mode}` } : {}),
  });
  const source = new ScriptedSource();
  const seen: string[] = [];
  for (const mode of ['no-quirks', 'limited-quirks', 'quirks'] as const) {
    source.nextEpoch();
    replica.apply(source.keyframe(source.page(body(mode), mode)));
    replica.apply(source.frame([{ op: 'data', node: 8, data: mode }]));
    await replica.settled();
    const nested = (replica.element(14) as HTMLIFrameElement | undefined)?.contentDocument;
    const paragraph = replica.element(7);
    const color = paragraph && replica.document.defaultView!.getComputedStyle(paragraph).color;
    seen.push([paragraph?.textContent, color, nested?.body?.textContent].join(' '));
  }
  replica.dispose();
  return seen;
}

Object.assign(window, { tour });
