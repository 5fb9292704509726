import { describe, expect, test } from 'vitest';
import { places } from './places/index.ts';
import { plantAll } from './plant.ts';

const named = (
  planted: { place: { name: string }; cover: string; moment: string; found?: string | undefined }[],
) => planted.map(({ place, cover, moment, found }) => `${place.name} (${cover}, ${moment}): ${found}`);

test('each hiding place has a name of its own, and there are many', () => {
  const names = places.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(places.length).toBeGreaterThan(160);
});

describe('of what is planted in a page', () => {
  test('all is found without masks, or else the search is void', async () => {
    const { planted, readable } = await plantAll(places, 'unmasked');
    expect(readable).toBe(true);
    const wrong = planted.filter(({ place, found }) => (found === undefined) !== (place.never !== undefined));
    expect(named(wrong)).toEqual([]);
  });

  test.each(['strict', 'standard'] as const)('nothing is found under %s', async (name) => {
    const { planted, readable } = await plantAll(places, name);
    expect(readable).toBe(true);
    expect(named(planted.filter(({ found }) => found !== undefined))).toEqual([]);
  });
});
