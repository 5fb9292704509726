// Classes as functions: what is private becomes a variable, which a minifier can name, count and leave out, and `this`
// is said no more. What is asked for with `instanceof`, inherits from somebody else's class or looks into another of its
// kind stays a class.
import { Closure, givenNames } from './closure.mjs';
import { edited, parsed, walk } from './syntax-tree.mjs';

export { givenNames };

/** @param {string} text a module whose classes have names of their own, begun with a capital */
export function closures(text) {
  const tree = parsed(text);
  const asked = askedClasses(tree);
  const all = new Map();
  for (const statement of tree.body) {
    const found = classOf(statement);
    if (!found || asked.has(found.name)) continue;
    const closure = new Closure(text, found.node, all.size);
    all.set(found.name, { statement, closure, base: found.node.superClass?.name });
  }
  for (let gone = unable(all); gone.length > 0; gone = unable(all)) for (const name of gone) all.delete(name);
  const edits = [...all].map(
    ([
      name,
      {
        statement: { start, end },
        closure,
      },
    ]) => ({
      start,
      end,
      text: `function ${name}${closure.text()}`,
    }),
  );
  return plainCalls(edited(text, edits), new Set(all.keys()));
}

/** What inherits is a function where what it inherits from is one, and the other way round. */
function unable(all) {
  const names = [...all].filter(([, { closure }]) => !closure.isPossible).map(([name]) => name);
  for (const [name, { base }] of all) {
    if (base && (!all.get(base)?.closure.isPossible || !all.get(base).closure.isMadeOfNothing))
      names.push(name, base);
    else if (names.includes(name)) names.push(base);
  }
  return names;
}

function classOf(statement) {
  const declared = statement.type === 'VariableDeclaration' && statement.declarations.length === 1;
  const { id, init } = declared ? statement.declarations[0] : { id: statement.id, init: statement };
  return /^Class/.test(init?.type) ? { name: id.name, node: init } : undefined;
}

function askedClasses(tree) {
  const asked = new Set();
  walk(tree, (node) => {
    if (givenNames.includes(node.type === 'Identifier' && node.name))
      throw new Error(`${node.name} is a given name`);
    if (node.operator === 'instanceof') asked.add(node.right.name);
  });
  return asked;
}

/** Calls what was a class without `new`, and declares what a bundler made constant as it declares the rest. */
function plainCalls(text, made) {
  const edits = [];
  walk(parsed(text), (node) => {
    const { start } = node;
    if (node.kind === 'const') edits.push({ start, end: start + 'const'.length, text: 'let' });
    if (node.type === 'NewExpression' && made.has(node.callee.name))
      edits.push({ start, end: node.callee.start, text: '' });
  });
  return edited(text, edits);
}
