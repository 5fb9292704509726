import type { FieldKind } from '../protocol/protocol.gen.ts';

const texts = /^(?:text|search|tel|url|email|number)$/;
const dates = /^(?:date|time|month|week|datetime-local)$/;

/** What kind of value a field takes; undefined where no value can be proposed for it, a password among others. */
export function fieldKind(element: Element): FieldKind | undefined {
  switch (element.localName) {
    case 'textarea':
      return 'Text';
    case 'select':
      return (element as HTMLSelectElement).multiple ? undefined : 'Choice';
    case 'input': {
      const { type } = element as HTMLInputElement;
      if (texts.test(type)) return 'Text';
      if (dates.test(type)) return 'Date';
      return /^(?:checkbox|radio)$/.test(type) ? 'Check' : undefined;
    }
    default:
      return undefined;
  }
}
