import type { Op } from '../protocol/index.ts';

/** How many characters an op leaves behind in a page. */
export function saidBy(op: Op): number {
  switch (op.op) {
    case 'element':
      return op.attributes.reduce((all, [name, value]) => all + name.length + value.length, 0);
    case 'text':
    case 'cdata':
    case 'comment':
    case 'data':
      return op.data.length;
    case 'attribute':
      return op.value?.length ?? 0;
    case 'property':
      return typeof op.value === 'string'
        ? op.value.length
        : Array.isArray(op.value)
          ? 16 * op.value.length
          : 0;
    case 'sheet':
    case 'sheetText':
    case 'ruleInsert':
    case 'ruleText':
      return op.text.length;
    case 'sheetRules':
      return op.rules.reduce((all, rule) => all + rule.length, 0);
    case 'animations':
      return op.animations.reduce((all, each) => all + each.length, 0);
    default:
      return 0;
  }
}
