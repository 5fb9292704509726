// Which members of ours a build may give shorter names: those that are no string by themselves and that stand in no
// file that speaks with somebody else, so that nothing can look for them by name. The minifier leaves out what browsers
// have under the same name.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const rooms = [
  'capture',
  'masking',
  'protocol',
  'session',
  'connection',
  'consent',
  'guide',
  'control',
  'loader',
];
// Built on their own, or about what is stored, sent, received, or given by the page.
const speaking = [
  /^loader/,
  /^connection.(?:official-link|negotiate)/,
  /^session.(?:session-pointer|stored-hashes|identity|customer-api|policy-from-join|listening)/,
  /^masking.policy/,
  /^capture.animation-state/,
];
// Lists names of attributes, which elements of our own are given by the same names.
const attributes = /^masking.attribute-rules/;
// What only an agent's side reads is in no build of these.
const reading = /^protocol.(?:op|op-reader|body-reader|replica-request)\.ts$/;
const members = [
  /^ {2}(?:readonly |async |override |get |set )*(?!implements )([a-z]\w+)[(:;=?<! ]/gm,
  /\breadonly ([a-z]\w+)\??:/g,
  /^ {4,}([a-z]\w+)(?::|,$)/gm,
];
const quoted = /'[^'\n]*'|"[^"\n]*"|`[^`]*`/g;
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

async function sources(src) {
  const files = await Promise.all(
    rooms.map(async (room) => {
      const names = await readdir(join(src, room));
      return names.filter((name) => name.endsWith('.ts')).map((name) => join(room, name));
    }),
  );
  return Promise.all(
    files.flat().map(async (file) => [file, (await readFile(join(src, file), 'utf8')).replace(comment, '')]),
  );
}

const withoutSentences = (source) =>
  source.replace(quoted, (text) => (text.includes(' ') && !text.includes('${') ? '' : text));

/** Those names. */
export async function ownNames(src) {
  const known = new Set();
  const names = new Set();
  for (const [file, text] of await sources(src)) {
    const speaks = speaking.some((pattern) => pattern.test(file));
    if (speaks) for (const word of withoutSentences(text).match(/\w+/g)) known.add(word);
    else if (attributes.test(file)) for (const word of text.match(/\w+/g)) known.add(word);
    else for (const member of members) for (const [, name] of text.matchAll(member)) names.add(name);
    if (reading.test(file)) continue;
    for (const [, , word] of text.matchAll(/(['"`])(\w+)\1/g)) known.add(word);
  }
  return [...names].filter((name) => !known.has(name)).sort();
}
