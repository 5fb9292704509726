// Our capture beside rrweb's and OpenReplay's, on the same pages in the same run. See README.md.

import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { table } from './figures.mjs';
import { mutationBytes, snapshotBytes } from './measures/bytes.mjs';
import { heapKept } from './measures/heap.mjs';
import { interactionBytes } from './measures/interaction.mjs';
import { longestTask } from './measures/longest-task.mjs';
import { mutationTime } from './measures/mutation-time.mjs';
import { replicaTime } from './measures/replica-time.mjs';
import { snapshotTime } from './measures/snapshot-time.mjs';
import { benchPages } from './pages/bench-pages.mjs';
import { bundled } from './pages/bundle.mjs';
import { workloads } from './pages/workloads.mjs';
import { openBrowser } from './people/browser.mjs';
import { startBenchSite } from './product/bench-site.mjs';
import { bundleSizes, recorders, replayers } from './recorders/bundles.mjs';
import { writeResults } from './results.mjs';

const slow = (measure) => (setting) => measure({ ...setting, cpu: 4 });

const sections = {
  'snapshot-time': ['Main-thread time of a snapshot', snapshotTime],
  'longest-task': ['Longest task while snapshotting', longestTask],
  'mutation-time': ['Main-thread time that recording adds while the page changes', mutationTime],
  'snapshot-time-slow': ['Main-thread time of a snapshot, processor 4× slower', slow(snapshotTime)],
  'mutation-time-slow': ['Main-thread time of mutations, processor 4× slower', slow(mutationTime)],
  'snapshot-bytes': ['Bytes of a snapshot', snapshotBytes],
  'mutation-bytes': ['Bytes of mutations', mutationBytes],
  interaction: ['Bytes of an interaction', interactionBytes],
  heap: ['Memory kept', heapKept],
  replica: ['Time to apply on the agent’s side', replicaTime],
  sizes: ['Sizes', sizes],
};

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = words.filter((word) => word in sections);
const structural = words.includes('--structural');
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice(9) ?? (quick ? 2 : 5));
const unknown = words.filter(
  (word) => !(word in sections) && !/^--(?:quick|structural|rounds=[1-9]\d*)$/.test(word),
);
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}. Sections: ${Object.keys(sections).join(', ')}; --quick, --structural, --rounds=5.`,
  );
  process.exit(2);
}

const site = await startBenchSite(await benchPages());
const browser = await openBrowser(['--js-flags=--expose-gc']);
const setting = {
  browser,
  site,
  quick,
  rounds,
  scripts: await recorders(),
  replayers: await replayers(),
  workloads: await bundled('pages/workloads.mjs'),
  names: Object.keys(workloads).filter((name) => !structural || workloads[name].structural),
};
const line = `${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, rrweb ${await version('rrweb')}, OpenReplay tracker ${await version('@openreplay/tracker')}`;
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(sections)) {
    const [title, measure] = sections[name];
    const found = await measure(setting);
    const noted = `${found}\n\n*${line}${quick ? ', quick' : ''}; ${rounds} rounds at most; load average ${loadavg()[0].toFixed(1)}.*`;
    console.log(`\n## ${title}\n\n${noted}`);
    if (!quick) await writeResults(name, title, noted, Object.keys(sections));
  }
} finally {
  await browser.close();
  await site.stop();
}

async function sizes() {
  const rows = (await bundleSizes()).map(([name, { raw, gz }]) => [
    name,
    ...[raw, gz].map((n) => n.toLocaleString('en')),
  ]);
  return table(['bytes', 'minified', 'gz'], rows);
}

async function version(name) {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')).version;
}
