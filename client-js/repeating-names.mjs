// Variables of one letter get the letters with which a text repeats itself most. A minifier counts letters; what is
// compressed afterwards does not care which are frequent, but whether `let e=t.of(n)` stands there a second time.
import { Repeats } from './repeats.mjs';
import { variablesOf } from './scopes.mjs';
import { edited } from './syntax-tree.mjs';

const letters = [...'etnriolausfcdpwhmgyvbSkxEAZB'];
const rounds = 3;
/** What stands so near to a name may repeat together with it. */
const near = 14;
const worthwhile = 0.01;

/** @param {string} text a minified module */
export function repeatingNames(text) {
  const variables = variablesOf(text);
  const repeats = new Repeats(text);
  const able = new Set(variables.filter(isAble));
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const variable of able) changed = improve(variable) || changed;
    if (!changed) break;
  }
  const edits = variables.flatMap(({ name, places }) =>
    places.map(({ start, end }) => ({ start, end, text: name })),
  );
  const named = edited(text, edits);
  assertSame(variables, variablesOf(named));
  return named;

  /** Gives a variable the best name, in exchange with the one that has it where it must. */
  function improve(variable) {
    const former = variable.name;
    let best;
    let least = -worthwhile;
    const alone = measured([variable]);
    for (const name of letters) {
      const other = exchange(variable, name);
      if (other === null) continue;
      const { around, before } = other ? measured([variable, other]) : alone;
      rename(other, former);
      rename(variable, name);
      const gain = costOf(around) - before;
      rename(variable, former);
      rename(other, name);
      if (gain < least) {
        least = gain;
        best = { name, other };
      }
    }
    if (!best) return false;
    rename(best.other, former);
    rename(variable, best.name);
    return true;
  }

  /** With whom `variable` has to change names to be `name`: undefined with nobody, null where it cannot. */
  function exchange(variable, name) {
    if (variable.name === name || variable.globals.has(name)) return null;
    const holders = [...variable.rivals].filter((rival) => rival.name === name);
    if (holders.length === 0) return undefined;
    const [other] = holders;
    if (holders.length > 1 || !able.has(other) || other.globals.has(variable.name)) return null;
    const taken = [...other.rivals].some((rival) => rival !== variable && rival.name === variable.name);
    return taken ? null : other;
  }

  function rename(variable, name) {
    if (!variable) return;
    variable.name = name;
    repeats.write(variable.places, name);
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
