// Functions of a module stand in the order in which they repeat each other best: what is compressed remembers no farther
// than 32 kB. Found by trying, always in the same way; what is no function keeps its place among the others.
import { gzipSync } from 'node:zlib';
import { parsed } from './syntax-tree.mjs';

const tries = 300;

/** @param {string} text a minified module */
export function orderedFunctions(text) {
  let parts = parsed(text).body.map((statement) => partOf(statement, text));
  if (parts.filter(({ moves }) => moves).length < 2) return text;
  const random = numbers();
  let least = compressed(parts);
  for (let done = 0; done < tries; done++) {
    const able = [...parts.keys()].filter((at) => parts[at].moves);
    const [part] = parts.slice(able[random(able.length)]);
    const others = parts.filter((each) => each !== part);
    const tried = others.toSpliced(random(parts.length), 0, part);
    const size = compressed(tried);
    if (size > least) continue;
    least = size;
    parts = tried;
  }
  return joined(parts);
}

function partOf({ type, start, end }, text) {
  const moves = type === 'FunctionDeclaration';
  const ended = moves || text[end - 1] === ';';
  return { text: text.slice(start, end) + (ended ? '' : ';'), moves };
}

const joined = (parts) => parts.map(({ text }) => text).join('');
const compressed = (parts) => gzipSync(joined(parts), { level: 9 }).length;

/** The same numbers in every build. */
function numbers() {
  let state = 3;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
