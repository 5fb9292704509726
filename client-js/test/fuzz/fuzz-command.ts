import { parseArgs } from 'node:util';
import type { Way } from '../fidelity/fidelity-case.ts';
import { FuzzRunner, type MaskingOf } from './fuzz-runner.ts';
import { generate } from './generate.ts';
import { described, kindOf, pasteable } from './report.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100' },
    operations: { type: 'string', default: '200' },
    policy: { type: 'string', default: 'unmasked' },
    windows: { type: 'string', default: '3' },
    shrink: { type: 'string', default: 'true' },
  },
});
const first = Number(values.seed);
const end = first + Number(values.runs);
const operations = Number(values.operations);
const policy = values.policy as MaskingOf;

const runner = new FuzzRunner();
await runner.start(Number(values.windows));
let next = first;
let failed = 0;
let ended = 0;

/** Whether it fails likewise: another defect is not to lead astray. */
const failsLike = (way: Way, kind: string, name: string) => async (lines: readonly string[]) => {
  const difference = (await runner.differences({ name, lines, policy })).get(way);
  return difference !== undefined && kindOf(difference) === kind;
};

async function one(seed: number): Promise<void> {
  const name = `seed ${seed}`;
  const lines = generate(seed, operations);
  const found = await runner.differences({ name, lines, policy });
  if (found.size === 0) return;
  failed++;
  console.log(`${name} fails\n${described(found)}`);
  if (values.shrink !== 'true') return;
  const [way, difference] = [...found][0]!;
  const least = await shrink(lines, failsLike(way, kindOf(difference), name));
  const again = await runner.differences({ name, lines: least, policy });
  if (again.size === 0) console.log(`${name} fails by chance only`);
  else console.log(`${name} shrinks to\n${pasteable(name, least)}\n${described(again)}`);
}

async function some(): Promise<void> {
  while (next < end) {
    const seed = next++;
    await one(seed).catch(async (error) => {
      ended++;
      console.log(`seed ${seed} ended early: ${error}`);
      if (values.shrink !== 'true') return;
      const ends = (lines: readonly string[]) =>
        runner.differences({ name: 'x', lines, policy }).then(
          () => false,
          () => true,
        );
      console.log((await shrink(generate(seed, operations), ends)).join('\n'));
    });
  }
}

await Promise.all(Array.from({ length: Number(values.windows) }, some));
await runner.stop();
console.log(
  `${end - first - failed - ended} of ${end - first} runs of ${operations} operations pass (${policy}), ${ended} ended early`,
);
process.exitCode = failed + ended > 0 ? 1 : 0;
