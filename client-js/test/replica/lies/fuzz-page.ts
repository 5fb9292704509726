import { policy, startCapture } from '../../../src/capture/index.ts';
import { createReplica } from '../../../src/replica/index.ts';
import { MemoryAssets } from '../memory-assets.ts';
import { element, ScriptedSource, text, up } from '../scripted-source.ts';
import { spoilt } from './lying-frames.ts';

const markup = `<!doctype html><style>p:hover{color:red} @media print{p{margin:0}}</style>
<p id=a class="x y">one <b>two</b></p><ul>${'<li title=t>item</li>'.repeat(30)}</ul>
<form><input value=v><select multiple><option selected>o<option>p</select><textarea>t</textarea></form>
<svg width=9 height=9><rect fill=red width=9 height=9 /></svg><iframe srcdoc="<p>inside"></iframe>
<details open><summary>s</summary>d</details><dialog>e</dialog><canvas width=3 height=3></canvas>`;

/** What a real page sends while it changes in all the ways that frames can say. */
export async function recordedFrames(): Promise<Uint8Array[]> {
  const iframe = document.createElement('iframe');
  iframe.srcdoc = markup;
  await new Promise((resolve) => {
    iframe.addEventListener('load', resolve, { once: true });
    document.body.append(iframe);
  });
  const page = iframe.contentDocument!;
  const frames: Uint8Array[] = [];
  const assets = new MemoryAssets();
  const onFrame = (frame: Uint8Array) => void frames.push(frame);
  const capture = startCapture({ document: page, policy: policy.unmasked(), assets, onFrame, integrity: 1 });
  await capture.ready;
  const steps: (() => void)[] = [
    () => page.querySelector('ul')!.append(...[...page.querySelectorAll('li')].reverse()),
    () => page.querySelector('p')!.setAttribute('style', 'color: blue; background: url(data:,x)'),
    () => page.querySelector('b')!.replaceChildren('three'),
    () => void page.styleSheets[0]!.insertRule('li:nth-child(2){color:green}', 0),
    () =>
      void page
        .querySelector('ul')!
        .attachShadow?.call(page.querySelector('p'), { mode: 'open' })
        .append('s'),
    () =>
      page
        .querySelector('li')!
        .animate([{ opacity: 0 }, { opacity: 1 }], 1000)
        .pause(),
    () => page.querySelector('dialog')!.showModal(),
    () => page.querySelector('ul')!.replaceChildren('gone'),
  ];
  for (const step of steps) {
    step();
    await capture.flush();
  }
  await capture.keyframe();
  await capture.flush();
  capture.stop();
  iframe.remove();
  return frames;
}

/** Feeds spoilt frames to a replica; answers with what went wrong, besides the view that may be lost. */
export async function survives(frames: readonly Uint8Array[], seed: number): Promise<string[]> {
  const wrong: string[] = [];
  const container = document.body.appendChild(document.createElement('div'));
  const beside = document.body.appendChild(document.createElement('p'));
  beside.textContent = 'console';
  const known = Object.getOwnPropertyNames(Object.prototype).length;
  const lost: string[] = [];
  const failed = (event: Event) =>
    wrong.push(String((event as PromiseRejectionEvent).reason ?? (event as ErrorEvent).message));
  addEventListener('error', failed);
  addEventListener('unhandledrejection', failed);
  const replica = createReplica({
    container,
    assets: new MemoryAssets(),
    onLost: (reason) => lost.push(reason),
  });
  try {
    for (const frame of spoilt(frames, seed)) replica.apply(frame);
    await replica.settled();
    const source = new ScriptedSource();
    source.epoch = 0xfeed;
    source.newId();
    replica.apply(source.keyframe(source.page([element(5, 'p'), text(6, 'whole again'), up])));
    await replica.settled();
    if (replica.document.body?.textContent !== 'whole again') wrong.push('shows no keyframe any more');
    if (container.querySelectorAll('iframe').length !== 1) wrong.push('leaves iframes behind');
    if (beside.textContent !== 'console' || !beside.isConnected) wrong.push('changed the console');
    if (Object.getOwnPropertyNames(Object.prototype).length !== known) wrong.push('changed Object.prototype');
    if (lost.some((reason) => reason === '')) wrong.push('said no reason');
  } catch (error) {
    wrong.push(`threw ${error}`);
  }
  removeEventListener('error', failed);
  removeEventListener('unhandledrejection', failed);
  replica.dispose();
  container.remove();
  beside.remove();
  return wrong;
}

Object.assign(window, { recordedFrames, survives });
