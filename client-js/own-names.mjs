// Which members of ours a build may give shorter names: those that only the inner rooms know and that stand in no
// string, so that nothing can look for them by name. The minifier leaves out what browsers have under the same name.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const inner = ['capture', 'masking', 'protocol'];
const outer = ['session', 'connection', 'consent', 'guide', 'loader'];
const member = /^ {2}(?:readonly |async |get |set )*([a-z]\w{2,})[(:;=?<! ]/gm;

async function sources(src, rooms) {
  const files = await Promise.all(
    rooms.map(async (room) => {
      const names = await readdir(join(src, room));
      return names.filter((name) => name.endsWith('.ts')).map((name) => join(src, room, name));
    }),
  );
  return (await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))).join('\n');
}

/** A pattern of those names. */
export async function ownNames(src) {
  const [within, around] = await Promise.all([sources(src, inner), sources(src, outer)]);
  const known = new Set(around.match(/\w+/g));
  for (const [, text] of `${within}${around}`.matchAll(/['"`]([^'"`\n]*)['"`]/g))
    for (const word of text.match(/\w+/g) ?? []) known.add(word);
  const names = [...within.matchAll(member)].map(([, name]) => name).filter((name) => !known.has(name));
  return new RegExp(`^(?:${[...new Set(names)].sort().join('|')})$`);
}
