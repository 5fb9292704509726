import type { Op } from '../../protocol/index.ts';
import type { OwnRules } from '../style/own-rules.ts';
import { localNameOf, rootOf, setAttributeOf, viewOf } from '../tree/dom-order.ts';

const labels = { blocked: 'Not shared', unreadable: 'Not available' } as const;

/** An element whose content was not sent, as a labelled box of its size. */
export function showBox(element: Element, op: Extract<Op, { op: 'box' }>, own: OwnRules): void {
  const root = rootOf(element);
  if (root) own.need(root, 'box');
  const width = Math.max(0, Math.min(op.width, 1e5));
  const height = Math.max(0, Math.min(op.height, 1e5));
  const picture = labelled(labels[op.label] ?? '', width, height);
  const { style } = element as HTMLElement;
  if (!style) return;
  const set = (property: string, value: string) => style.setProperty(property, value, 'important');
  setAttributeOf(element, 'data-cobrowse-box', op.label);
  set('width', `${width}px`);
  set('height', `${height}px`);
  if (localNameOf(element) === 'img' || localNameOf(element) === 'canvas') {
    set('content', `url("${picture}")`);
    return;
  }
  const display = viewOf(element)?.getComputedStyle(element).display;
  if (display === 'inline' || display === 'contents') set('display', 'inline-block');
  set('background', `url("${picture}") center / 100% 100% no-repeat`);
}

function labelled(label: string, width: number, height: number): string {
  const size = Math.max(8, Math.min(14, width / 8, height - 4));
  const text =
    width < 48 || height < 12
      ? ''
      : `<text x="50%" y="50%" text-anchor="middle" dominant-baseline="central" font-family="sans-serif" ` +
        `font-size="${size}" fill="#5c6370">${label}</text>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="#e9ebee"/>${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
