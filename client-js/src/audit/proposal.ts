import type { Rule } from '../masking/policy.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { looksPersonal } from './looks-personal.ts';
import type { TextElement } from './page/texts.ts';

/** The texts of the pages that one test customer was shown, by path. */
export type Visit = ReadonlyMap<string, readonly TextElement[]>;

export interface Proposal {
  /** Selectors for every page. */
  readonly allow: readonly string[];
  /** Rules for one page each. */
  readonly rules: readonly Rule[];
  /** Characters of text that was the same for both, and how many of them would show. */
  readonly same: number;
  readonly readable: number;
  /** Texts that were the same for both, but look like somebody's own: somebody has to decide. */
  readonly doubtful: readonly string[];
}

/** What a selector selects of what the first customer saw, and whether all of that was the same for the second. */
interface Candidate {
  readonly selector: string;
  readonly elements: TextElement[];
  readonly pages: Set<string>;
  safe: boolean;
}

/**
 * What can be allowed under `strict`: selectors whose texts were the same for both customers wherever they select
 * anything. What looks personal is never proposed, even if it was the same, nor is one of many rows.
 */
export function propose(one: Visit, other: Visit): Proposal {
  const paths = [...one.keys()].filter((path) => other.has(path));
  const covered = new Set<TextElement>();
  const chosen = (candidates: Candidate[]) =>
    candidates.filter(({ elements }) => {
      const isNew = elements.some((element) => element.own > 0 && !covered.has(element));
      if (isNew) for (const element of elements) covered.add(element);
      return isNew;
    });
  const selectorOf = ({ selector }: Candidate) => selector;
  const allow = chosen(candidatesOf(one, other, paths, ({ selectors }) => selectors)).map(selectorOf);
  const rules: Rule[] = [];
  const byChance = equalByChance(one, other, paths);
  const alone = (element: TextElement) => (byChance.has(element) ? [] : [element.path]);
  for (const ways of [shapeOf, alone]) {
    for (const candidate of chosen(candidatesOf(one, other, paths, ways))) {
      if (candidate.pages.size > 1) allow.push(candidate.selector);
      else
        for (const page of candidate.pages) rules.push({ select: candidate.selector, page, effect: 'show' });
    }
  }
  const doubtful = new Set<string>();
  let same = 0;
  let readable = 0;
  for (const path of paths) {
    const theirs = new Set(other.get(path)!.map(({ text }) => text));
    for (const element of one.get(path)!) {
      if (!theirs.has(element.text)) continue;
      same += element.own;
      if (covered.has(element)) readable += element.own;
      else if (element.own > 0 && looksPersonal(element.text)) doubtful.add(element.text);
    }
  }
  return { allow, rules, same, readable, doubtful: [...doubtful] };
}

const shapeOf = ({ shape }: TextElement): readonly string[] => [shape];

/** Of rows that are alike, the share that has to be the same for all of them to be labels and no data. */
const labels = 0.8;

/** Rows of data: some are the same for both customers, but only by chance. */
function equalByChance(one: Visit, other: Visit, paths: readonly string[]): Set<TextElement> {
  const found = new Set<TextElement>();
  for (const path of paths) {
    const ours = bySelector(one.get(path)!, shapeOf);
    const theirs = bySelector(other.get(path)!, shapeOf);
    for (const shape of new Set([...ours.keys(), ...theirs.keys()])) {
      const [mine, others] = [ours.get(shape) ?? [], theirs.get(shape) ?? []];
      const same = mine.filter(({ text }, at) => text === others[at]?.text).length;
      if (mine.length === others.length && same >= labels * mine.length) continue;
      for (const element of [...mine, ...others]) if (element.ofMany) found.add(element);
    }
  }
  return found;
}

/** Those that are safe, the ones that show most first. `ways` names the selectors of an element. */
function candidatesOf(
  one: Visit,
  other: Visit,
  paths: readonly string[],
  ways: (element: TextElement) => readonly string[],
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const path of paths) {
    const ours = bySelector(one.get(path)!, ways);
    const theirs = bySelector(other.get(path)!, ways);
    for (const selector of new Set([...ours.keys(), ...theirs.keys()])) {
      const candidate = getOrMake(found, selector, () => ({
        selector,
        elements: [],
        pages: new Set<string>(),
        safe: true,
      }));
      const mine = ours.get(selector) ?? [];
      candidate.elements.push(...mine);
      candidate.pages.add(path);
      candidate.safe &&= isSame(mine, theirs.get(selector) ?? []);
    }
  }
  return [...found.values()]
    .filter(({ safe }) => safe)
    .sort((a, b) => weight(b) - weight(a) || a.selector.length - b.selector.length);
}

const weight = ({ elements }: Candidate): number => elements.reduce((sum, { own }) => sum + own, 0);

const isSame = (mine: readonly TextElement[], theirs: readonly TextElement[]): boolean =>
  mine.length === theirs.length &&
  mine.every(({ text }, at) => text === theirs[at]!.text && !looksPersonal(text));

function bySelector(
  elements: readonly TextElement[],
  ways: (element: TextElement) => readonly string[],
): Map<string, TextElement[]> {
  const found = new Map<string, TextElement[]>();
  for (const element of elements)
    for (const selector of new Set(ways(element))) getOrMake(found, selector, () => []).push(element);
  return found;
}
