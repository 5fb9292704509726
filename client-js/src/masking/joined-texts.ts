import { longestNumber as reach } from './detectors.ts';

/** A text with what stands before and behind it. */
export interface JoinedTexts {
  /** The other texts that a number might share with this one. */
  readonly texts: readonly Text[];
  /** All of them as one. */
  readonly joined: string;
  /** Nothing of `around` is farther away. */
  readonly whole: boolean;
}

/** The texts of `around` that stand so near to `node` that one number can go through both. */
export function joinedTexts(node: CharacterData, around: Node): JoinedTexts {
  const { data } = node;
  const texts: Text[] = [];
  const walker = node.ownerDocument.createTreeWalker(around, 4);
  walker.currentNode = node;
  let before = '';
  let next = walker.previousNode();
  for (; next && before.length < reach; next = walker.previousNode()) {
    texts.push(next as Text);
    before = shown((next as Text).data).slice(-reach) + before;
  }
  let whole = !next;
  walker.currentNode = node;
  let behind = '';
  next = walker.nextNode();
  for (; next && behind.length < reach; next = walker.nextNode()) {
    texts.push(next as Text);
    behind += shown((next as Text).data).slice(0, reach);
  }
  whole &&= !next;
  // What lies between the ends of a long text was searched already.
  const middle = data.length > 2 * reach ? `${data.slice(0, reach)}\n${data.slice(-reach)}` : data;
  return { texts, joined: before + middle + behind, whole };
}

/** What a page's source indents takes no reach. */
const shown = (data: string): string => (data.length > 1 ? data.replace(/\s+/g, ' ') : data);
