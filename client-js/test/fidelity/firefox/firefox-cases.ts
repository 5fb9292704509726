import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseServer, type Site } from '../case-server.ts';
import { cases } from '../cases/index.ts';
import type { FidelityCase } from '../fidelity-case.ts';
import type { Texts } from '../fidelity-page.ts';
import { sameWithin } from '../same-within.ts';
import { Score } from '../score.ts';
import { scriptOf } from '../script-words.ts';
import { BidiSession } from './bidi-session.ts';

/*
 * Cases in Firefox, documents only: no picture, no input. What Chromium cannot do is left out.
 */
const server = new CaseServer();
const score = new Score();
let firefox: BidiSession;
let site: Site;

beforeAll(async () => {
  await server.start();
  firefox = await BidiSession.start(process.env['COBROWSE_FIREFOX'] ?? 'firefox-esr');
  site = server.site();
}, 60_000);

afterAll(async () => {
  await firefox?.stop();
  await server.stop();
  console.log(`${score}`);
});

async function load(each: FidelityCase): Promise<void> {
  const whole = /^<(!|html|svg|\?)/i.test(each.page);
  const html = whole
    ? each.page
    : `<!doctype html><html><head><title>case</title></head><body>${each.page}</body></html>`;
  const local = (text: string) => text.replaceAll('{{other}}', site.other);
  const files = Object.entries({ ...each.files, '/source': html });
  site.files = new Map(files.map(([path, file]) => [path, typeof file === 'string' ? local(file) : file]));
  await firefox.open(`${site.origin}/`);
}

const act = async ({ act: script }: FidelityCase) =>
  script && firefox.evaluate(scriptOf(script.replaceAll('{{other}}', site.other)), `${site.origin}/source`);

async function run(each: FidelityCase): Promise<[way: 'before' | 'after' | 'late', Texts][]> {
  const bench = (call: string) => firefox.evaluate<Texts>(`window.bench.${call}`);
  await load(each);
  await act(each);
  const before = await bench('start({})');
  await load(each);
  await bench('start({})');
  await act(each);
  return [
    ['before', before],
    ['after', await bench("compare('live')")],
    ['late', await bench('join()')],
  ];
}

const told = cases.filter((each) => !each.input && !each.poke && !each.until && !each.cannot);
const groups = [...new Set(told.map((each) => each.group))];

describe.each(groups)('Firefox: %s', (group) => {
  const own = told.filter((each) => each.group === group);
  it.each(own.map((each) => [each.name, each] as const))(
    '%s',
    async (_, each) => {
      let found: Awaited<ReturnType<typeof run>> = [];
      try {
        found = await run(each);
      } finally {
        const differences = found.map(([way, texts]) => {
          const { source, replica, lost } = texts;
          return [
            way,
            { lost, pixels: 0, source, replica: sameWithin(source, replica) ? source : replica },
          ] as const;
        });
        score.add(each, found.length > 0 ? new Map(differences) : undefined);
      }
      for (const [way, { source, replica, lost }] of found) {
        if (!sameWithin(source, replica)) expect(replica, way).toBe(source);
        expect(lost, way).toEqual([]);
      }
    },
    20_000,
  );
});
