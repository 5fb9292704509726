import { movingNumber } from './same-within.ts';

/** Where a node stands, as indices from its root down. */
export function pathOf(node: Node | null): string {
  const path: number[] = [];
  for (let at = node; at?.parentNode; at = at.parentNode)
    path.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode));
  return path.join('/');
}

type Selecting = (Document | ShadowRoot) & { getSelection?(): Selection | null };

/** What is selected in a document or shadow root. */
export function selectionOf(root: Selecting): string {
  const selection = root.getSelection?.();
  if (!selection?.anchorNode || selection.anchorNode.getRootNode() !== root) return 'none';
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return `${pathOf(anchorNode)}:${anchorOffset} ${pathOf(focusNode)}:${focusOffset}`;
}

/** The animations of an element that are under way or fill. */
export function animationsOf(element: Element): string[] {
  return element
    .getAnimations()
    .filter((animation) => !('transitionProperty' in animation))
    .map((animation) => {
      const seconds = Number(animation.currentTime ?? 0) / 1000;
      const moving = animation.playState === 'running';
      const time = moving ? movingNumber(seconds) : seconds.toFixed(2);
      return `${animation.playState} ${time} at ${animation.playbackRate}`;
    });
}

/** Where the focus is: a path in each document or shadow root on the way. */
export type FocusPath = readonly string[];

export function focusPathOf(document: Document): FocusPath {
  const paths: string[] = [];
  for (let at = document.activeElement; at !== null; ) {
    paths.push(pathOf(at));
    at = at.shadowRoot?.activeElement ?? nestedOf(at)?.activeElement ?? null;
  }
  return paths;
}

/** What is selected inside the control that has the focus in the source: nowhere else does it show. */
export function caretAt(document: Document, focus: FocusPath): string {
  let root: Document | ShadowRoot | null = document;
  let element: Element | undefined;
  for (const path of focus) {
    let node: Node | undefined = root ?? undefined;
    for (const index of path.split('/').filter(Boolean)) node = node?.childNodes[Number(index)];
    element = node as Element | undefined;
    root = element?.shadowRoot ?? (element && nestedOf(element)) ?? null;
  }
  const { selectionStart: start, selectionEnd: end } = (element ?? {}) as Partial<HTMLInputElement>;
  return typeof start === 'number' ? `caret ${start} ${end}` : 'no caret';
}

const nestedOf = (element: Element) =>
  element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
