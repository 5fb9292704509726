// Builds the snippet: dist/snippet/cobrowse.js (the loader, a classic script under a stable name), ES module chunks
// under names with a hash, and manifest.json, which names the entry chunks. Copies the demo portal to dist/demo,
// and builds the command `cobrowse` into dist/audit.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { elsewhere, inlineWire } from './build-plugins.mjs';
import { closures, givenNames } from './closures.mjs';
import { compressFiles } from './compressed-files.mjs';
import { ownNames } from './own-names.mjs';
import { polished } from './polished.mjs';

const room = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  absWorkingDir: room,
  bundle: true,
  minify: true,
  target: 'es2022',
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'warning',
};

// For what goes through `functional`, which makes smaller what is left readable.
const plain = { minify: false, format: 'esm' };

const officialLink = 'src/connection/official-link.ts';

/** On its own: what it shares with the rest would cost every other page a request. */
async function buildOfficialLink(outdir) {
  const { metafile } = await build({
    ...shared,
    outdir,
    entryPoints: { official: officialLink },
    format: 'esm',
    metafile: true,
  });
  return basename(Object.keys(metafile.outputs)[0]);
}

// What few need and what shares with the rest only what is small: a chunk between them would cost everybody a request.
const apart = {
  'portal-surface': 'src/consent/portal-surface.ts',
  'ruled-parts': 'src/capture/ruled-parts.ts',
  ending: 'src/consent/ending.ts',
  listening: 'src/session/listening.ts',
  spent: 'src/consent/spent.ts',
  'spoken-drawings': 'src/guide/spoken-drawings.ts',
  chat: 'src/chat/customer-chat.ts',
  proposals: 'src/propose/customer-proposals.ts',
  control: 'src/control/control-room.ts',
};

const buildApart = (outdir, wire) =>
  build({ ...shared, ...plain, outdir, entryPoints: apart, plugins: [inlineWire(wire)] });

async function readWire() {
  const entryPoints = ['src/protocol/protocol.gen.ts'];
  const { outputFiles } = await build({ ...shared, entryPoints, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** One script, minified as the snippet is; with `shows`, it can show everything. */
export async function buildScript(entryPoint, shows) {
  const plugins = [inlineWire(await readWire(), shows)];
  const { outputFiles } = await build({
    ...shared,
    ...plain,
    entryPoints: [entryPoint],
    plugins,
    write: false,
  });
  return tightened(classic(await functional(outputFiles[0].text)));
}

/** Builds everything into `outdir` and returns each file's size, raw and compressed. */
export async function buildSnippet(outdir = join(room, 'dist/snippet')) {
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const official = await buildOfficialLink(outdir);
  const wire = await readWire();
  await buildApart(outdir, wire);
  const others = Object.entries(apart).map(([name, source]) => [source, `${name}.js`]);
  const plugins = [
    inlineWire(wire),
    ...[[officialLink, official], ...others].map(([source, file]) => elsewhere(source, file)),
  ];
  const [modules] = await Promise.all([
    build({
      ...shared,
      ...plain,
      outdir,
      entryPoints: { session: 'src/session/runtime.ts', button: 'src/consent/help-corner.ts' },
      chunkNames: '[name]',
      splitting: true,
      plugins,
      metafile: true,
    }),
    buildLoader(join(outdir, 'cobrowse.js')),
  ]);
  await rm(join(outdir, outputOf(modules.metafile, 'src/consent/help-corner.ts')));
  await tighten(
    outdir,
    new Set([
      ...others.map(([, file]) => file),
      ...Object.keys(modules.metafile.outputs).map((file) => basename(file)),
    ]),
  );
  const fetched = usual(modules.metafile);
  const named = await stamp(outdir);
  const manifest = manifestOf(modules.metafile, named);
  const pinned = await buildPinned(outdir, manifest);
  await writeFile(join(outdir, 'manifest.json'), JSON.stringify({ ...manifest, pinned }));
  await compressFiles(outdir);
  return sizes(outdir, new Set([...fetched].map(named).concat('cobrowse.js')));
}

const buildLoader = (outfile, pinned) =>
  build({
    ...shared,
    ...plain,
    entryPoints: ['src/loader/script.ts'],
    define: { pinnedModules: pinned ? JSON.stringify(pinned) : 'undefined' },
    outfile,
  });

const integrityOf = async (file) =>
  `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`;

/** A loader that takes only the modules of this build. Answers what a script tag says of it. */
async function buildPinned(outdir, { session, button, listening }) {
  const files = (await readdir(outdir)).filter((file) => file !== 'cobrowse.js' && file !== session).sort();
  const hashed = (names) =>
    Promise.all(names.map(async (name) => [name, await integrityOf(join(outdir, name))]));
  const file = join(outdir, 'pinned.js');
  await buildLoader(file, {
    session: await hashed([session, ...files]),
    button: await hashed([button]),
    listening: await hashed([listening]),
  });
  await writeFile(file, await tightenedLoader(await readFile(file, 'utf8')));
  const integrity = await integrityOf(file);
  const name = `cobrowse-${createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 8)}.js`;
  await rename(file, join(outdir, name));
  return { loader: name, integrity };
}

/**
 * Gives the modules the names that they keep for ever, with a hash of them all: the members that they share have got
 * their names together, so no module fits one of another build.
 */
async function stamp(outdir) {
  const files = (await readdir(outdir)).filter((file) => file !== 'cobrowse.js').sort();
  const texts = await Promise.all(files.map((file) => readFile(join(outdir, file), 'utf8')));
  const hash = createHash('sha256').update(texts.join()).digest('hex').slice(0, 8);
  const named = (file) => file.replace('.js', `-${hash}.js`);
  const references = new RegExp(`(?<="\\./)(?:${files.join('|')})(?=")`, 'g');
  for (const [at, file] of files.entries()) {
    await writeFile(join(outdir, named(file)), texts[at].replace(references, named));
    await rm(join(outdir, file));
  }
  return named;
}

/** A second minifier, for what the bundler leaves. */
async function tighten(outdir, modules) {
  const properties = { regex: exactly(await ownNames(join(room, 'src'))) };
  const nameCache = { props: {} };
  for (const file of (await readdir(outdir)).filter((file) => file.endsWith('.js'))) {
    const text = await readFile(join(outdir, file), 'utf8');
    await writeFile(join(outdir, file), await tightenedFile(text));

    async function tightenedFile(text) {
      if (file === 'cobrowse.js') return tightenedLoader(text);
      if (!modules.has(file)) return tightened(text, { module: true });
      return polished(
        await tightened(await functional(text), {
          module: true,
          mangle: { reserved: givenNames, properties },
          nameCache,
        }),
      );
    }
  }
}

const exactly = (names) => new RegExp(`^(?:${names.join('|')})$`);

/** A module as a script of its own. */
const classic = (module) => `"use strict";(()=>{${module}})()`;

const tightenedLoader = async (text) => polished(await tightened(classic(await functional(text))));

async function functional(module) {
  const { code } = await transform(closures(module), { target: shared.target, minifySyntax: true });
  return code;
}

async function tightened(text, options) {
  const { code } = await minify(text, {
    ecma: 2020,
    compress: { passes: 3, sequences: false, inline: 1, pure_getters: true, unsafe: true },
    mangle: { reserved: givenNames },
    ...options,
  });
  return code;
}

// Fetched by few: in another language than English, without crypto.subtle, where there is a canvas, when a replica
// went wrong, for who wants to see what is hidden.
const spare = [
  'src/consent/strings-de.ts',
  'src/capture/sha256.ts',
  'src/capture/canvas-capture.ts',
  'src/capture/integrity-repair.ts',
  'src/consent/hidden-outlines.ts',
];

const outputOf = ({ outputs }, source) =>
  basename(Object.keys(outputs).find((file) => outputs[file].entryPoint === source));

/** The button's own entry only passes on what the shared chunk holds: a loader saves a request that asks there. */
function manifestOf(metafile, named) {
  const { outputs } = metafile;
  const button = Object.values(outputs).find(({ entryPoint }) => entryPoint === 'src/consent/help-corner.ts');
  const { path } = button.imports.find(({ kind }) => kind === 'import-statement');
  return {
    session: named(outputOf(metafile, 'src/session/runtime.ts')),
    button: named(basename(path)),
    listening: named('listening.js'),
  };
}

/** The files that a usual session fetches, its capture included. */
function usual({ outputs }) {
  const found = new Set();
  const visit = (file) => {
    const output = outputs[file];
    if (!output || found.has(file) || spare.includes(output.entryPoint)) return;
    found.add(file);
    for (const { path } of output.imports) visit(path);
  };
  visit(Object.keys(outputs).find((file) => outputs[file].entryPoint === 'src/session/runtime.ts'));
  return new Set([...found].map((file) => basename(file)));
}

async function sizes(outdir, fetched) {
  const files = (await readdir(outdir)).filter((file) => file.endsWith('.js')).sort();
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(outdir, file));
      return {
        file,
        raw: bytes.length,
        gz: gzipSync(bytes, { level: 9 }).length,
        br: brotliCompressSync(bytes).length,
        spare: !fetched.has(file),
      };
    }),
  );
}

/** Builds the command `cobrowse` into `outdir`: what runs in Node, and what answers in audited pages. */
export async function buildCommand(outdir = join(room, 'dist/audit')) {
  await Promise.all([
    build({
      ...shared,
      minify: false,
      platform: 'node',
      format: 'esm',
      external: ['playwright-core'],
      entryPoints: ['src/audit/command.ts'],
      outfile: join(outdir, 'command.js'),
    }),
    build({
      ...shared,
      format: 'iife',
      entryPoints: ['src/audit/page/index.ts'],
      outfile: join(outdir, 'page.js'),
    }),
  ]);
}

async function copyDemo() {
  const target = join(room, 'dist/demo');
  await rm(target, { recursive: true, force: true });
  await cp(join(room, 'demo'), target, { recursive: true }).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [built] = await Promise.all([buildSnippet(), copyDemo(), buildCommand()]);
  for (const { file, raw, gz, spare } of built)
    console.log(
      `${file.padEnd(30)} ${String(raw).padStart(7)} B ${String(gz).padStart(6)} B gz${spare ? '  (seldom fetched)' : ''}`,
    );
  const usually = built.filter((file) => !file.spare);
  const all = usually.reduce((sum, { gz }) => sum + gz, 0);
  const brotli = usually.reduce((sum, { br }) => sum + br, 0);
  console.log(
    `${'the snippet in all'.padEnd(30)} ${''.padStart(9)} ${String(all).padStart(6)} B gz, ${brotli} B brotli`,
  );
}
