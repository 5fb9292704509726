import { documentMode } from '../../src/protocol/body-format.ts';
import type { BodyWriter } from '../../src/protocol/body-writer.ts';
import type { Op } from '../../src/protocol/op.ts';
import { opcode, propertyCode } from '../../src/protocol/protocol.gen.ts';

/** Writes one decoded op, as capture would. */
export function writeOp(w: BodyWriter, o: Op): void {
  switch (o.op) {
    case 'document':
      w.document(o.id, o.host, documentMode.indexOf(o.mode));
      break;
    case 'shadow':
      w.shadow(o.id, o.host, o.mode === 'closed', o.delegatesFocus, o.manualSlots);
      break;
    case 'at':
      w.at(o.parent, o.after);
      break;
    case 'remove':
      w.remove(o.count);
      break;
    case 'element':
      w.element(o.id, o.namespace, o.name);
      for (const [name, value, namespace] of o.attributes) w.elementAttribute(name, value, namespace ?? null);
      w.elementEnd();
      break;
    case 'text':
      w.text(o.id, o.data);
      break;
    case 'cdata':
      w.cdata(o.id, o.data);
      break;
    case 'comment':
      w.comment(o.id, o.data);
      break;
    case 'doctype':
      w.doctype(o.id, o.name, o.publicId, o.systemId);
      break;
    case 'up':
      w.up();
      break;
    case 'template':
      w.template(o.id, o.host);
      break;
    case 'place':
      w.place(o.id);
      break;
    case 'placeRun':
      w.placeRun(o.first, o.count, o.step);
      break;
    case 'attribute':
      w.attribute(o.node, o.name, o.namespace, o.value);
      break;
    case 'data':
      w.data(o.node, o.data);
      break;
    case 'property':
      w.property(o.node, propertyCode[o.name], o.value);
      break;
    case 'scroll':
      w.view.scroll(o.node, o.x, o.y);
      break;
    case 'box':
      w.box(o.node, o.width, o.height, o.label);
      break;
    case 'hash':
      w.hash(o.node, o.count, o.hash);
      break;
    case 'canvas':
      w.canvas(o.node, o.hash, o.width, o.height);
      break;
    case 'animations':
      w.animations(o.node, o.animations);
      break;
    case 'media':
      w.media(o.node, o.paused, o.muted, o.time, o.rate, o.volume);
      break;
    case 'sheet':
      w.style.sheet(o.sheet, o.text, o.media, o.disabled);
      break;
    case 'sheetText':
      // No capture writes these two yet.
      w.code(opcode.sheetText, o.sheet);
      w.literal(o.text);
      break;
    case 'sheetRules':
      w.style.sheetRules(o.sheet, o.path, o.rules);
      break;
    case 'ruleInsert':
      w.style.ruleInsert(o.sheet, o.path, o.index, o.text);
      break;
    case 'ruleDelete':
      w.style.ruleDelete(o.sheet, o.path, o.index);
      break;
    case 'ruleText':
      w.style.ruleText(o.sheet, o.path, o.text);
      break;
    case 'declaration':
      w.code(opcode.declaration, o.sheet);
      w.path(o.path);
      w.string(o.property);
      w.optional(o.value);
      w.byte(o.important ? 1 : 0);
      break;
    case 'sheetState':
      w.style.sheetState(o.sheet, o.disabled, o.media);
      break;
    case 'adopted':
      w.style.adopted(o.root, o.sheets);
      break;
    case 'viewport':
      w.view.viewport(o.width, o.height, o.scale, o.offsetX, o.offsetY);
      break;
    case 'pointer':
      w.view.pointer(o.points.flatMap(({ x, y, at }) => [x, y, at]));
      break;
    case 'click':
      w.view.click(o.x, o.y);
      break;
    case 'focus':
      w.view.focus(o.node, o.visible);
      break;
    case 'hover':
      w.view.hover(o.node);
      break;
    case 'active':
      w.view.active(o.node);
      break;
    case 'target':
      w.view.target(o.node);
      break;
    case 'selection':
      w.view.selection(o.anchor, o.anchorOffset, o.focus, o.focusOffset);
      break;
    case 'inputSelection':
      w.view.inputSelection(o.node, o.start, o.end);
      break;
    case 'colorScheme':
      w.view.colorScheme(o.dark);
      break;
    default: {
      const never: never = o;
      throw new Error(`unknown op ${never}`);
    }
  }
}
