// Every recorder as one script that a page can run, and the sizes of what they are made of.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildScript, buildSnippet } from '../../build.mjs';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The peers' recorders are minified alike; ours as the snippet is. */
async function minified(options) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    ...options,
  });
  return outputFiles[0].text;
}

const file = (name) => minified({ entryPoints: [path(name)] });
const source = (contents) => minified({ stdin: { contents, resolveDir: path('.'), loader: 'ts' } });

/** The competitors by name: the script that puts `window.recorder` into a page. */
export async function recorders() {
  const [none, standard, unmasked, rrweb, openreplay] = await Promise.all([
    file('none.mjs'),
    buildScript(path('ours.ts')),
    buildScript(path('ours.ts'), true),
    file('rrweb.mjs'),
    file('openreplay.mjs'),
  ]);
  return {
    none,
    standard,
    unmasked: `window.benchPolicy='unmasked';${unmasked}`,
    rrweb,
    'rrweb as text': `window.benchJson=true;${rrweb}`,
    openreplay,
  };
}

/** The agents' sides by the recorder whose stream they show. */
export async function replayers() {
  const [unmasked, rrweb] = await Promise.all([file('replay-ours.ts'), file('replay-rrweb.mjs')]);
  return { unmasked, rrweb };
}

const size = (text) => ({ raw: Buffer.byteLength(text), gz: gzipSync(text, { level: 9 }).length });

/** What a page fetches of each, gz: recorder alone, and whole products as far as they are on npm. */
export async function bundleSizes() {
  const [ours, rrweb, openreplay, replica, replayer, snippet] = await Promise.all([
    source("import { startCapture } from '../../src/capture/index.ts'; window.x = startCapture;"),
    source("import { record } from 'rrweb'; window.x = record;"),
    source("import Tracker from '@openreplay/tracker'; window.x = Tracker;"),
    source("import { createReplica } from '../../src/replica/index.ts'; window.x = createReplica;"),
    source("import { Replayer } from 'rrweb'; window.x = Replayer;"),
    buildSnippet(path('../../dist/bench-snippet')),
  ]);
  const fetched = snippet.filter((part) => !part.spare);
  const sum = (key) => fetched.reduce((all, part) => all + part[key], 0);
  return [
    ['CoBrowse: capture with masking and encoding', size(ours)],
    ['CoBrowse: the loader, which every page fetches', snippet.find((part) => part.file === 'cobrowse.js')],
    ['**CoBrowse: the whole snippet**', { raw: sum('raw'), gz: sum('gz') }],
    ['rrweb: `record`, without transport', size(rrweb)],
    ['OpenReplay: tracker, its worker inside', size(openreplay)],
    ['CoBrowse: replica', size(replica)],
    ['rrweb: `Replayer`', size(replayer)],
  ];
}
