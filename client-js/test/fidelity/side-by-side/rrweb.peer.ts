import { expect, it } from 'vitest';
import { cases } from '../cases/index.ts';
import { FidelityRunner } from '../fidelity-runner.ts';
import { Score } from '../score.ts';

/*
 * Every fidelity case with our capture and replica, and with rrweb: `npm run fidelity:rrweb -w client-js`.
 * COBROWSE_GROUP=<name> for one group.
 */
const group = process.env['COBROWSE_GROUP'];
const chosen = cases.filter((each) => group === undefined || each.group === group);
const longest = 20_000;

it('passes more cases than rrweb', async () => {
  const own = await scoreOf(new FidelityRunner());
  const peer = await scoreOf(new FidelityRunner(true));
  const rows = [...own.groups, undefined].map(
    (name) => `  ${(name ?? 'all').padEnd(18)} ${own.of(name).padStart(9)} ${peer.of(name).padStart(9)}`,
  );
  console.log(`passed in all three ways       ours     rrweb\n${rows.join('\n')}`);
  const theirs = peer.passed.filter((each) => !own.passed.includes(each));
  for (const { group, name } of theirs) console.log(`  rrweb alone: ${group}, ${name}`);
  expect(own.passed.length).toBeGreaterThan(peer.passed.length);
}, 3_600_000);

async function scoreOf(runner: FidelityRunner): Promise<Score> {
  const score = new Score();
  await runner.start(3);
  await Promise.all(
    chosen.map(async (each) => {
      // What a recorder throws, or never ends, is a case that it does not pass.
      score.add(each, await runner.run(each, longest).catch(() => undefined));
    }),
  );
  await runner.stop();
  return score;
}
