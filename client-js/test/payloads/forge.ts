import type { Op } from '../../src/protocol/index.ts';
import { hostileOps } from '../replica/hostile-ops.ts';
import { element, ScriptedSource, text, up } from '../replica/scripted-source.ts';
import type { Payload } from './arm.ts';

/** Frames of a customer's browser that lies: the payload as it is, in the keyframe and again in a change. */
export function forge(payload: Payload | undefined): Uint8Array[] {
  const source = new ScriptedSource();
  const neighbour = (words: string): Op[] => {
    const [p, t] = [source.newId(), source.newId()];
    return [element(p, 'p'), text(t, `${words} ${payload?.index}`), up];
  };
  source.page([]);
  if (payload === undefined) return [source.keyframe(source.page([]))];
  const hostile = () => hostileOps(source, [vectorOf(payload)]);
  const first = source.keyframe(source.page([...neighbour('before'), ...hostile(), ...neighbour('after')]));
  const change = source.frame([{ op: 'at', parent: 4, after: 0 }, ...hostile()]);
  return [first, change];
}

function vectorOf({ kind, text: written, family }: Payload) {
  if (kind === 'markup') return { name: family, html: written };
  if (kind === 'sheet') return { name: family, css: written };
  const html = `<p data-u="${/http:\/\/p\d+\.foreign\.test/.exec(written)?.[0] ?? ''}" style="${written.replaceAll('"', '&quot;')}">x</p>`;
  return { name: family, html };
}
