// Variables of one letter get the letters with which a text repeats itself most. A minifier counts letters; what is
// compressed afterwards does not care which are frequent, but whether `let e=t.of(n)` stands there a second time. First by estimates, then by compressing.
import { CompressedText } from './compressed-text.mjs';
import { Repeats } from './repeats.mjs';
import { variablesOf } from './scopes.mjs';
import { edited } from './syntax-tree.mjs';

const letters = [...'etnriolausfcdpwhmgyvbSkxEAZB'];
/** What stands so near to a name may repeat together with it. */
const near = 14;
const worthwhile = 0.01;
/** What is estimated to cost at most so many bits more is compressed to see; of these for each variable so many. */
const doubtful = 12;
const proofs = 1;

/** @param {string} text a minified module */
export function repeatingNames(text) {
  const variables = variablesOf(text);
  const repeats = new Repeats(text);
  const compressed = new CompressedText(text);
  const able = new Set(variables.filter(isAble));
  for (const variable of able) improve(variable);
  let least = compressed.size;
  for (const variable of able) prove(variable);
  const edits = variables.flatMap(({ name, places }) =>
    places.map(({ start, end }) => ({ start, end, text: name })),
  );
  const named = edited(text, edits);
  assertSame(variables, variablesOf(named));
  return named;

  /** Gives a variable the name that is estimated best. */
  function improve(variable) {
    const [best] = alternatives(variable);
    if (best?.more < -worthwhile) exchange(variable, best);
  }

  /** Gives a variable another name where that turns out to be better, or as good: that may help the next. */
  function prove(variable) {
    const likely = alternatives(variable).filter(({ more }) => more < doubtful);
    for (const each of likely.slice(0, proofs)) {
      const former = variable.name;
      exchange(variable, each);
      const { size } = compressed;
      if (size <= least) {
        least = size;
        return;
      }
      exchange(variable, { ...each, name: former });
    }
  }

  /** Names that a variable could have, in exchange with `other` where one has it, and the bits that each costs more. */
  function alternatives(variable) {
    const former = variable.name;
    const alone = measured([variable]);
    const found = [];
    for (const name of letters) {
      const other = holder(variable, name);
      if (other === null) continue;
      const { around, before } = other ? measured([variable, other]) : alone;
      say(variable, other, name, repeats);
      found.push({ name, other, more: costOf(around) - before });
      say(variable, other, former, repeats);
    }
    return found.sort((one, another) => one.more - another.more);
  }

  function exchange(variable, { name, other }) {
    say(variable, other, name, repeats, compressed);
  }

  function say(variable, other, name, ...texts) {
    if (other) other.name = variable.name;
    variable.name = name;
    for (const each of texts) {
      if (other) each.write(other.places, other.name);
      each.write(variable.places, name);
    }
  }

  /** With whom `variable` has to change names to be `name`: undefined with nobody, null where it cannot. */
  function holder(variable, name) {
    if (variable.name === name || variable.globals.has(name)) return null;
    const holders = [...variable.rivals].filter((rival) => rival.name === name);
    if (holders.length === 0) return undefined;
    const [other] = holders;
    if (holders.length > 1 || !able.has(other) || other.globals.has(variable.name)) return null;
    const taken = [...other.rivals].some((rival) => rival !== variable && rival.name === variable.name);
    return taken ? null : other;
  }

  function measured(variables) {
    const around = surroundings(variables, text.length);
    return { around, before: costOf(around) };
  }

  function costOf(around) {
    return around.reduce((sum, [start, end]) => sum + repeats.cost(start, end), 0);
  }
}

/** Whether a name can be another one without changing anything else. */
const isAble = ({ name, places }) => name.length === 1 && places.every(({ isKeyToo }) => !isKeyToo);

function surroundings(variables, length) {
  const all = variables
    .flatMap(({ places }) => places)
    .map(({ start, end }) => [Math.max(0, start - near), Math.min(length, end + near)])
    .sort(([one], [other]) => one - other);
  const joined = [];
  for (const each of all) {
    const last = joined.at(-1);
    if (last && each[0] <= last[1]) last[1] = Math.max(last[1], each[1]);
    else joined.push(each);
  }
  return joined;
}

/** Each variable must be meant where it was meant before. */
function assertSame(variables, named) {
  const said = (all) =>
    all.map(({ name, places }) => `${name} ${places.map(({ start }) => start)}`).join('\n');
  if (said(variables) !== said(named)) throw new Error('a name came to mean something else');
}
