// RESULTS.md, section by section: each run renews what it has measured and leaves the rest.
import { readFile, writeFile } from 'node:fs/promises';

const file = new URL('RESULTS.md', import.meta.url);
const head = `# Capture, measured beside rrweb and OpenReplay

Written by \`npm run bench:capture -w client-js\`; how is said in [README.md](README.md). Each section carries the day
and the versions of its run.
`;

/** Puts a section in its place among `order`. */
export async function writeResults(name, title, text, order) {
  const known = await readFile(file, 'utf8').catch(() => '');
  const sections = new Map(
    [...known.matchAll(/<!-- (\S+) -->\n([\s\S]*?)\n<!-- \/\1 -->/g)].map(([, key, body]) => [key, body]),
  );
  sections.set(name, `## ${title}\n\n${text}`);
  const parts = order
    .filter((key) => sections.has(key))
    .map((key) => `<!-- ${key} -->\n${sections.get(key)}\n<!-- /${key} -->\n`);
  await writeFile(file, [head, ...parts].join('\n'));
}
