import { type Policy, policy } from '../../../src/capture/index.ts';
import { openPage } from '../../capture/source-page.ts';
import { LeakRun } from './leak-run.ts';
import type { Cover, Place } from './place.ts';
import { finder, secretOf } from './search.ts';

export type Moment = 'before the snapshot' | 'after it';

/** A secret that was planted, and where it was found. */
export interface Planted {
  readonly place: Place;
  readonly cover: Cover;
  readonly moment: Moment;
  readonly secret: string;
  found?: string | undefined;
}

export interface Outcome {
  readonly planted: readonly Planted[];
  /** What the agent could read: a word that no rule covers. */
  readonly readable: boolean;
}

const page = `<!doctype html><title>x</title><body><p class="shown">readable</p>
  <div class="cover" id="masked"></div><div id="field"></div><div id="strict"></div>`;

/** The covers that a policy puts to the test. */
export type PolicyName = 'strict' | 'standard' | 'unmasked';
const covers: Readonly<Record<PolicyName, readonly Cover[]>> = {
  strict: ['strict'],
  standard: ['masked', 'field'],
  unmasked: ['strict'],
};
const policies: Readonly<Record<PolicyName, () => Policy>> = {
  strict: () => policy.strict({ allow: ['.shown'] }),
  standard: () => policy.standard({ mask: ['.cover'] }),
  unmasked: policy.unmasked,
};

/** Plants a secret in each place, half of them while capture runs, and looks for them in all that left. */
export async function plantAll(places: readonly Place[], name: PolicyName): Promise<Outcome> {
  const document = await openPage(page);
  const planted: Planted[] = [];
  const grow = async (moment: Moment) => {
    const made = covers[name].flatMap((cover) =>
      places
        .filter(({ under }) => name === 'unmasked' || under.includes(cover))
        .map((place) => ({ place, cover, moment, secret: secretOf(counted++) })),
    );
    const roots = await Promise.all(made.map((each) => plant(document, each)));
    planted.push(...made);
    return async () => {
      for (const [at, { place, secret }] of made.entries()) await place.later?.(roots[at]!, secret, document);
    };
  };
  let counted = 0;
  const early = await grow('before the snapshot');
  const run = new LeakRun(document, policies[name]());
  await run.capture.flush();
  await early();
  await run.capture.flush();
  const late = await grow('after it');
  await run.capture.flush();
  await late();
  await run.capture.flush();
  await run.capture.keyframe();
  const find = finder(await run.everything());
  for (const each of planted) each.found = find(each.secret);
  const readable = run.replicaText.includes('readable');
  run.stop();
  document.defaultView?.frameElement?.remove();
  return { planted, readable };
}

async function plant(page: Document, { place, cover, secret }: Planted): Promise<HTMLElement> {
  const written = (text: string) => text.replaceAll('¤', secret);
  const root = page.createElement('div');
  page.getElementById(cover)!.append(root);
  root.innerHTML = written(place.html ?? '');
  if (place.head) page.head.insertAdjacentHTML('beforeend', written(place.head));
  await place.act?.(root, secret, page);
  return root;
}
