import type { Op } from '../../src/protocol/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import type { Payload } from './hostile-payloads.ts';
import { element, ScriptedSource, text, up } from './scripted-source.ts';

// A hostile form hides its own properties behind the names of its controls.
const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')!.get!;
const all = Document.prototype.querySelectorAll;
const click = HTMLElement.prototype.click;
const dispatch = EventTarget.prototype.dispatchEvent;

/** Feeds payloads to a replica as they are, as a hostile customer's browser would, and pokes at the result. */
async function feed(payloads: readonly Payload[], assetsUrl: string): Promise<string[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const replica = createReplica({ container, assets: { url: (hash) => assetsUrl + hash } });
  const source = new ScriptedSource();
  const body: Op[] = [];
  source.page([]);
  for (const payload of payloads) {
    if (payload.html !== undefined) {
      const parsed = new DOMParser().parseFromString(payload.html, 'text/html');
      for (const part of [parsed.head, parsed.body]) {
        for (const child of part.childNodes) body.push(...source.copy(child));
      }
      const wrapper = source.copy(parsed.body).slice(0, 1);
      body.push(...wrapper, up);
    } else if (payload.css !== undefined) {
      const [style, host, root, sheet] = [source.newId(), source.newId(), source.newId(), source.newId()];
      body.push(
        element(style, 'style'),
        text(source.newId(), payload.css),
        up,
        { op: 'ruleInsert', sheet: style, path: [], index: 0, text: payload.css },
        { op: 'sheetRules', sheet: style, path: [], rules: [payload.css] },
        { op: 'sheet', sheet, text: payload.css, media: '', disabled: false },
        element(host, 'div'),
        { op: 'shadow', id: root, host, mode: 'open', delegatesFocus: true, manualSlots: false },
        element(source.newId(), 'p'),
        text(source.newId(), 'x'),
        up,
        up,
        up,
        { op: 'adopted', root, sheets: [sheet] },
        element(source.newId(), 'link', [['rel', 'stylesheet']]),
        up,
        { op: 'sheetText', sheet: source.newId() - 1, text: payload.css },
      );
    }
  }
  replica.apply(source.keyframe(source.page(body)));
  await replica.settled();
  const view = container.querySelector('iframe')!.contentWindow as Window & typeof globalThis;
  // Every attribute again, as changes, and every handler poked at.
  for (const each of all.call(replica.document, '*')) {
    if (each instanceof view.HTMLElement) click.call(each);
    dispatch.call(each, new Event('error'));
    dispatch.call(each, new Event('load'));
    dispatch.call(each, new Event('focus'));
    dispatch.call(each, new Event('toggle'));
    if (each.localName === 'form') {
      try {
        HTMLFormElement.prototype.submit.call(each);
      } catch {
        // Not allowed, which is the point.
      }
    }
  }
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
