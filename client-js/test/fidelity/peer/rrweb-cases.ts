import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../cases/index.ts';
import type { FidelityCase } from '../fidelity-case.ts';
import { FidelityRunner } from '../fidelity-runner.ts';
import { Score } from '../score.ts';

/*
 * The same cases, recorded and replayed by rrweb: npm run fidelity:rrweb -w client-js
 * What it says in another shape (values as attributes, sheets inlined, scripts as noscript) is no difference here.
 */
const runner = new FidelityRunner(fileURLToPath(new URL('rrweb-page.ts', import.meta.url)));
const score = new Score();
beforeAll(() => runner.start(5), 30_000);
afterAll(async () => {
  await runner.stop();
  console.log(`rrweb: ${score}`);
});

const groups = [...new Set(cases.map((each) => each.group))];

describe.concurrent.each(groups)('rrweb: %s', (group) => {
  const own = cases.filter((each) => each.group === group);
  it.concurrent.each(own.map((each) => [each.name, each] as const))(
    '%s',
    async (_, each: FidelityCase) => {
      const differences = await runner.run(each).catch(() => undefined);
      score.add(each, differences);
      expect(score.total).toBeGreaterThan(0);
    },
    30_000,
  );
});
