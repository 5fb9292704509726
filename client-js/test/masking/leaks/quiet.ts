import { type Policy, policy } from '../../../src/capture/index.ts';
import type { Op } from '../../../src/protocol/index.ts';
import { openPage } from '../../capture/source-page.ts';
import { LeakRun } from './leak-run.ts';
import type { QuietPlace } from './quiet-places.ts';

const lengths = ['4', '08 15 4711 00'] as const;

/** What leaves of each place while its secret is entered, by the place's name. */
async function told(places: readonly QuietPlace[], chosen: 0 | 1, rules: Policy): Promise<string[]> {
  const page = await openPage('<!doctype html><title>x</title><body>');
  const roots = places.map(({ html }) => {
    const root = page.createElement('div');
    root.innerHTML = html;
    page.body.append(root);
    return root;
  });
  const run = new LeakRun(page, rules);
  await run.capture.flush();
  const all: string[] = [];
  for (const [at, { enter, secrets = lengths }] of places.entries()) {
    const before = run.frames.length;
    await enter(roots[at]!, secrets[chosen], () => run.capture.flush());
    const ops = await run.opsFrom(before);
    all.push(
      JSON.stringify(
        ops.filter((op) => !isOfTheRun(op)),
        withoutTime,
      ),
    );
  }
  run.stop();
  page.defaultView?.frameElement?.remove();
  return all;
}

/** Comes by the clock, whatever the page holds. */
const isOfTheRun = ({ op }: Op): boolean => op === 'hash' || op === 'at' || op === 'up';
const withoutTime = (key: string, value: unknown) => (key === 'at' ? 0 : value);

/** The places of which a stranger could tell one secret from the other. */
export async function loud(
  places: readonly QuietPlace[],
  name: 'strict' | 'standard' | 'unmasked',
): Promise<string[]> {
  const one = await told(places, 0, policy[name]());
  const other = await told(places, 1, policy[name]());
  return places.flatMap(({ name: place }, at) =>
    one[at] === other[at] ? [] : [`${place}: ${one[at]} ≠ ${other[at]}`],
  );
}
