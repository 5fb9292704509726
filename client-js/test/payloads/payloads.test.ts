import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloads } from './arm.ts';
import { PayloadRun } from './payload-run.ts';
import { harmOf, missingNeighbours, otherText } from './verdicts.ts';

// All of them take minutes: npm run payloads -w client-js
const some = payloads.filter(({ index }) => index % 61 === 0);
const raw = some.map((payload) => ({ index: payload.index, raw: payload }));
// What runs at once wherever nothing stops it.
const sure = payloads
  .filter(({ text }) => /^<(?:img|svg|video|details)[^>]* on\w+=/.test(text))
  .slice(0, 20)
  .map((payload) => ({ index: payload.index, raw: payload }));
const forged = some.map((payload) => ({ index: payload.index, forged: payload }));
const run = new PayloadRun();

beforeAll(() => run.start());
afterAll(() => run.stop());

it('knows payloads of every kind, none of them twice', () => {
  expect(payloads.length).toBeGreaterThan(1000);
  const texts = payloads.map(({ kind, text }) => `${kind} ${text.replace(/p\d+\.foreign|ran\(\d+\)/g, '')}`);
  expect(new Set(texts).size).toBe(payloads.length);
  expect(new Set(some.map(({ family }) => family)).size).toBe(
    new Set(payloads.map(({ family }) => family)).size,
  );
});

describe(`${some.length} of ${payloads.length} payloads do no harm, and what stands beside them shows`, () => {
  it.each(['snapshot', 'mutation', 'iframe'] as const)('as %s of a page', async (placement) => {
    const recorded = await run.record(some, placement);
    expect(recorded.map(({ index }) => index)).toEqual(some.map(({ index }) => index));
    const live = await run.show(recorded);
    expect([...harmOf(live, some), ...otherText(live, recorded)]).toEqual([]);
    if (placement !== 'mutation') return;
    const late = await run.show(recorded.map(({ index, late: frames }) => ({ index, frames })));
    expect([...harmOf(late, some), ...otherText(late, recorded)]).toEqual([]);
  });

  it('forged into frames', async () => {
    const lied = await run.show(forged);
    expect([...harmOf(lied, some), ...missingNeighbours(lied)]).toEqual([]);
  });

  it('but do so where no layer stands', async () => {
    const { scripts, requests } = await run.show([...raw, ...sure], {});
    expect(scripts.size).toBeGreaterThan(sure.length / 2);
    expect(requests.size).toBeGreaterThan(0);
  });
});
