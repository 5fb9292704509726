import { expect, test } from 'vitest';
import type { TextElement } from '../../src/audit/page/texts.ts';
import { propose } from '../../src/audit/proposal.ts';

const element = (text: string, selectors: string[], place: Partial<TextElement> = {}): TextElement => ({
  text,
  own: text.length,
  selectors,
  shape: place.path ?? selectors[0] ?? 'body > p',
  path: selectors[0] ?? 'body > p',
  ofMany: false,
  ...place,
});

const visit = (pages: Record<string, TextElement[]>) => new Map(Object.entries(pages));

test('proposes what is the same for both wherever it selects anything', () => {
  const page = (name: string) => [
    element('Your accounts', ['h1']),
    element('Balance', ['th', 'th.money']),
    element(name, ['p.owner']),
  ];
  const proposal = propose(visit({ '/a': page('Mara') }), visit({ '/a': page('Jonas') }));
  expect(proposal.allow).toContain('h1');
  expect(proposal.allow).toContain('th');
  expect(proposal.allow).not.toContain('p.owner');
});

test('a selector that is somebody’s own on another page is not proposed', () => {
  const one = visit({ '/a': [element('Welcome', ['h1'])], '/b': [element('Dear Mara', ['h1'])] });
  const other = visit({ '/a': [element('Welcome', ['h1'])], '/b': [element('Dear Jonas', ['h1'])] });
  const { allow, rules } = propose(one, other);
  expect(allow).toEqual([]);
  expect(rules.filter(({ page }) => page === '/b')).toEqual([]);
});

test('what looks personal is left to a reader, though both have it', () => {
  const page = [element('1,250.00 EUR', ['p.limit']), element('Limit', ['h2'])];
  const { allow, doubtful } = propose(visit({ '/a': page }), visit({ '/a': page }));
  expect(allow).toEqual(['h2']);
  expect(doubtful).toEqual(['1,250.00 EUR']);
});

test('rows of data that are equal by chance are not proposed, rows of labels are', () => {
  const rows = (texts: string[], shape: string) =>
    texts.map((text, at) =>
      element(text, [], { shape, path: `${shape}:nth-of-type(${at + 1})`, ofMany: true }),
    );
  const data = 'tr > td';
  const labels = 'li > b';
  const ours = [
    ...rows(['Groceries', 'Rent', 'Fuel', 'Books'], data),
    ...rows(['Post', 'Mail', 'App'], labels),
  ];
  const theirs = [
    ...rows(['Groceries', 'Wine', 'Shoes', 'Tea'], data),
    ...rows(['Post', 'Mail', 'App'], labels),
  ];
  const { allow, rules } = propose(visit({ '/a': ours }), visit({ '/a': theirs }));
  const selected = [...allow, ...rules.map(({ select }) => select)];
  expect(selected).toEqual([labels]);
  expect(rules).toEqual([{ select: labels, page: '/a', effect: 'show' }]);
});

test('pages that only one of both has seen count for nothing', () => {
  const proposal = propose(visit({ '/a': [element('Title', ['h1'])] }), visit({}));
  expect(proposal).toEqual({ allow: [], rules: [], same: 0, readable: 0, doubtful: [] });
});
