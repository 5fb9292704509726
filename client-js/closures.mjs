// Classes as functions: what is private becomes a variable, which a minifier can name, count and leave out, and `this`
// is said no more. What inherits, is inherited from, is asked for with `instanceof` or looks into another of its kind
// stays a class.
import { Closure, givenNames } from './closure.mjs';
import { edited, parsed, walk } from './syntax-tree.mjs';

export { givenNames };

/** @param {string} text a module whose classes have names of their own, begun with a capital */
export function closures(text) {
  const tree = parsed(text);
  const related = relatedClasses(tree);
  const made = new Set();
  const edits = [];
  for (const statement of tree.body) {
    const found = classOf(statement);
    if (!found || related.has(found.name)) continue;
    const closure = new Closure(text, found.node, made.size);
    if (!closure.isPossible) continue;
    made.add(found.name);
    edits.push({
      start: statement.start,
      end: statement.end,
      text: `function ${found.name}${closure.text()}`,
    });
  }
  return plainCalls(edited(text, edits), made);
}

function classOf(statement) {
  const declared = statement.type === 'VariableDeclaration' && statement.declarations.length === 1;
  const { id, init } = declared ? statement.declarations[0] : { id: statement.id, init: statement };
  return /^Class/.test(init?.type) && !init.superClass ? { name: id.name, node: init } : undefined;
}

function relatedClasses(tree) {
  const related = new Set();
  walk(tree, (node) => {
    if (givenNames.includes(node.type === 'Identifier' && node.name))
      throw new Error(`${node.name} is a given name`);
    if (node.superClass) related.add(node.superClass.name);
    if (node.operator === 'instanceof') related.add(node.right.name);
  });
  return related;
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
