import { parseArgs } from 'node:util';
import { nameOf, type Payload, payloads } from './arm.ts';
import { allLayers, type Layers } from './console-script.ts';
import type { Placement } from './customer-page.ts';
import { type Harm, PayloadRun } from './payload-run.ts';
import { fires, harmOf, missingNeighbours, otherText } from './verdicts.ts';

const { values } = parseArgs({
  options: { every: { type: 'string', default: '1' }, family: { type: 'string' }, only: { type: 'string' } },
});
const some = payloads.filter(
  ({ family, index }) =>
    index % Number(values.every) === 0 &&
    (values.family === undefined || family === values.family) &&
    (values.only === undefined || values.only.split(',').includes(String(index))),
);
const begun = performance.now();
const after = () => `${Math.round((performance.now() - begun) / 1000)} s`;
const run = new PayloadRun();
await run.start();
let failures = 0;

function fail(where: string, lines: readonly string[]): void {
  failures += lines.length;
  for (const line of lines) console.log(`  ${where}: ${line}`);
}

function report(where: string, harm: Harm, more: readonly string[]): void {
  const lines = harmOf(harm, some);
  fail(where, [...lines, ...more]);
  console.log(
    `${after()} ${where}: ${harm.seen.length} shown, ${lines.length} did harm, ${more.length} show otherwise`,
  );
}

for (const placement of ['snapshot', 'mutation', 'iframe'] as const satisfies readonly Placement[]) {
  const recorded = await run.record(some, placement);
  if (recorded.length < some.length)
    console.log(`${placement}: ${some.length - recorded.length} pages did not last`);
  const live = await run.show(recorded);
  report(`${placement}, live`, live, otherText(live, recorded));
  const late = await run.show(recorded.map(({ index, late: frames }) => ({ index, frames })));
  report(`${placement}, joined late`, late, otherText(late, recorded));
}
const forged = some.map((payload: Payload) => ({ index: payload.index, forged: payload }));
const lied = await run.show(forged);
report('forged', lied, missingNeighbours(lied));
const servedLied = await run.show(forged, { ...allLayers, policy: 'served' });
report('forged, in served shells', servedLied, missingNeighbours(servedLied));

const raw = some.map((payload: Payload) => ({ index: payload.index, raw: payload }));
const alone: readonly (readonly [name: string, layers: Layers, shown: typeof raw | typeof forged])[] = [
  ['the builder alone', { builder: true }, forged],
  ['the sandbox alone', { sandbox: true }, raw],
  ['the written policy alone', { policy: 'written' }, raw],
  ['the served policy alone', { policy: 'served' }, raw],
];
for (const [name, layers, shown] of alone) {
  const harm = await run.show(shown, layers);
  fail(
    name,
    [...harm.scripts].map((index) => `a script ran: ${nameOf(payloads[index]!)}`),
  );
  console.log(
    `${after()} ${name}: ${harm.scripts.size} scripts ran, ${harm.requests.size} asked a foreign host, ${harm.navigations.length} navigations`,
  );
  if (layers.builder) for (const index of harm.requests) console.log(`  asked: ${nameOf(payloads[index]!)}`);
}
const control = await run.show(raw, {});
console.log(
  `no layer: ${control.scripts.size} scripts ran, ${control.requests.size} asked a foreign host, ` +
    `${control.navigations.length} navigations, ${control.dialogs.length} dialogs`,
);
// Of the families that hold no script, none may run.
const whole = values.family === undefined && values.only === undefined;
if (whole && !fires(control, some)) {
  failures++;
  console.log('  the control must fire');
}
await run.stop();
console.log(failures === 0 ? `${some.length} payloads, no harm` : `${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
