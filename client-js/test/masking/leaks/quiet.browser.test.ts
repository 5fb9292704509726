import { expect, test } from 'vitest';
import { loud } from './quiet.ts';
import { quietPlaces } from './quiet-places.ts';

/** Without masks too, events alone are silent, and so is what no replica shows. */
const silent = ['keys into password', 'selection in a field', 'composed text'];

test('without masks a stranger tells one secret from another, or else the comparison is void', async () => {
  const heard = (await loud(quietPlaces, 'unmasked')).map((told) => told.split(':')[0]);
  expect(quietPlaces.map(({ name }) => name).filter((name) => !heard.includes(name))).toEqual(silent);
});

test.each(['strict', 'standard'] as const)('nobody does under %s', async (name) => {
  expect((await loud(quietPlaces, name)).join('\n')).toBe('');
});
