import type { Op } from '../../src/protocol/index.ts';
import type { Payload } from './hostile-payloads.ts';
import { element, type ScriptedSource, text, up } from './scripted-source.ts';

/** What a customer's browser would send that lies: payloads as they are, node by node and rule by rule. */
export function hostileOps(source: ScriptedSource, payloads: readonly Payload[]): Op[] {
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
  return body;
}
