// What a build step needs to read a script and to change parts of its text.
import { parse } from 'acorn';

export const parsed = (text) => parse(text, { ecmaVersion: 2022, sourceType: 'module' });

const isNode = (value) => typeof value?.type === 'string';

/** The nodes directly below one. */
export function children(node) {
  const found = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return found.filter(isNode);
}

/** Calls `visit` with every node from `node` on and its parents, the nearest first. Where that is `false`, no deeper. */
export function walk(node, visit, parents = []) {
  if (visit(node, parents) === false) return;
  for (const child of children(node)) walk(child, visit, [node, ...parents]);
}

/** The names that a pattern binds. */
export const boundIn = (pattern) => boundIdentifiers(pattern).map(({ name }) => name);

/** The same, where they stand. */
export function boundIdentifiers(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return boundIdentifiers(pattern.left);
    case 'RestElement':
      return boundIdentifiers(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundIdentifiers);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => boundIdentifiers(property.value ?? property));
    default:
      return [];
  }
}

/** Whether this is the name of a variable, not of a member. */
export function isVariable(node, [parent]) {
  if (node.type !== 'Identifier') return false;
  if (parent?.type === 'MemberExpression') return parent.object === node || parent.computed;
  return parent?.type !== 'Property' || parent.value === node || parent.computed;
}

/** Whether something is written to this node. */
export function isWritten(node, [parent]) {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    // Where the object is a pattern; where it is not, to think so costs nothing but bytes.
    case 'Property':
      return parent.value === node;
    default:
      return false;
  }
}

/** The text from `start` to `end` with `edits`, which do not overlap, made. */
export function edited(text, edits, start = 0, end = text.length) {
  let made = '';
  let at = start;
  for (const edit of edits.sort((one, other) => one.start - other.start)) {
    made += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return made + text.slice(at, end);
}
