import { createReplica } from '../../src/replica/index.ts';
import { hostileOps } from './hostile-ops.ts';
import type { Payload } from './hostile-payloads.ts';
import { poke } from './poke.ts';
import { ScriptedSource } from './scripted-source.ts';

// A hostile form hides its own properties behind the names of its controls.
const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')!.get!;
const all = Document.prototype.querySelectorAll;

/** Feeds payloads to a replica as they are, as a hostile customer's browser would, and pokes at the result. */
async function feed(payloads: readonly Payload[], assetsUrl: string): Promise<string[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const replica = createReplica({ container, assets: { url: (hash) => assetsUrl + hash } });
  const source = new ScriptedSource();
  replica.apply(source.keyframe(source.page(hostileOps(source, payloads))));
  await replica.settled();
  const view = container.querySelector('iframe')!.contentWindow!;
  poke(replica.document);
  await replica.settled();
  const wrong: string[] = [];
  for (const each of all.call(replica.document, '*')) {
    for (const attribute of attributesOf.call(each) as NamedNodeMap) {
      if (/^on/i.test(attribute.name)) wrong.push(`${each.localName}[${attribute.name}]`);
      if (/^\s*(java|vb|live)script:/i.test(attribute.value))
        wrong.push(`${each.localName}[${attribute.name}=script]`);
    }
    if (each.localName === 'script' && each.textContent) wrong.push('script text');
  }
  if (Object.hasOwn(window, 'pwned')) wrong.push('a script ran');
  const { href } = view.location;
  if (href !== location.href && href !== 'about:blank') wrong.push(`navigated to ${href}`);
  replica.dispose();
  return wrong;
}

Object.assign(window, { feed });
