// Which variables a module has, where it says them, and which of them may not share a name.
import { boundIdentifiers, children, parsed } from './syntax-tree.mjs';

/**
 * A variable: where its name stands, the variables that it must not be named like, because both are meant at one place,
 * and the globals that are meant where it could be.
 *
 * @typedef {{ name: string, places: { start: number, end: number, isKeyToo: boolean }[], rivals: Set<Variable>,
 *   globals: Set<string> }} Variable
 */

const isFunction = ({ type }) => /Function/.test(type);
const isLoop = ({ type }) => /^For/.test(type);

class Scope {
  variables = new Map();
  /** Variables of the scopes around this one that are meant in it. */
  meant = new Set();
  globals = new Set();

  constructor(outer, isBlock) {
    this.outer = outer;
    this.isBlock = isBlock;
  }

  declare({ name }) {
    if (!this.variables.has(name))
      this.variables.set(name, { name, places: [], rivals: new Set(), globals: this.globals });
  }

  /** Finds whom `name` means here. */
  variable(name) {
    const between = [];
    for (let scope = this; scope; scope = scope.outer) {
      const found = scope.variables.get(name);
      if (found) {
        for (const each of between) each.meant.add(found);
        return found;
      }
      between.push(scope);
    }
    for (const each of between) each.globals.add(name);
    return undefined;
  }
}

/**
 * @param {string} text a module as a bundler writes it
 * @returns {Variable[]} in the order in which their scopes begin
 */
export function variablesOf(text) {
  const scopes = [];
  const mentions = [];
  const open = (outer, isBlock = true) => {
    const scope = new Scope(outer, isBlock);
    scopes.push(scope);
    return scope;
  };
  visit(parsed(text), open(undefined, false));
  for (const { scope, node, isKeyToo } of mentions) {
    const { start, end } = node;
    scope.variable(node.name)?.places.push({ start, end, isKeyToo });
  }
  for (const { variables, meant } of scopes) {
    for (const variable of variables.values()) {
      for (const other of variables.values()) setApart(variable, other);
      for (const other of meant) setApart(variable, other);
    }
  }
  return scopes.flatMap(({ variables }) => [...variables.values()]);

  function visit(node, scope) {
    if (isFunction(node)) return visitFunction(node, scope);
    switch (node.type) {
      case 'Program':
      case 'BlockStatement':
      case 'StaticBlock':
        return visitStatements(node.body, node.type === 'Program' ? scope : open(scope));
      case 'ClassDeclaration':
      case 'ClassExpression': {
        const own = node.id && node.type === 'ClassExpression' ? named(node, scope) : scope;
        if (own === scope && node.id) mention(node.id, scope);
        if (node.superClass) visit(node.superClass, own);
        return visit(node.body, own);
      }
      case 'SwitchStatement': {
        visit(node.discriminant, scope);
        const own = open(scope);
        for (const { consequent } of node.cases) declareAll(consequent, own);
        for (const each of node.cases) visitAll(each, own);
        return;
      }
      case 'CatchClause': {
        const own = open(scope);
        for (const each of boundIdentifiers(node.param)) own.declare(each);
        declareAll(node.body.body, own);
        if (node.param) visit(node.param, own);
        return visitAll(node.body, own);
      }
      case 'MemberExpression':
        visit(node.object, scope);
        return node.computed && visit(node.property, scope);
      case 'Property':
        if (node.shorthand) return visitShorthand(node.value, scope);
        if (node.computed) visit(node.key, scope);
        return visit(node.value, scope);
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) visit(node.key, scope);
        return node.value && visit(node.value, scope);
      case 'LabeledStatement':
        return visit(node.body, scope);
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
        return;
      case 'ImportDeclaration':
        for (const { local, imported } of node.specifiers)
          mention(local, scope, imported?.start === local.start);
        return;
      case 'ExportNamedDeclaration':
        if (node.declaration) throw new Error('an export that is a declaration');
        for (const { local, exported } of node.specifiers)
          mention(local, scope, exported.start === local.start);
        return;
      case 'Identifier':
        return mention(node, scope);
      case 'VariableDeclarator':
        if (!scope.variables.has(boundIdentifiers(node.id)[0]?.name)) throw new Error('a var in a branch');
        return visitAll(node, scope);
      default: {
        const own = isLoop(node) ? open(scope) : scope;
        const first = node.init ?? node.left;
        if (isLoop(node) && first?.type === 'VariableDeclaration') declareAll([first], own);
        return visitAll(node, own);
      }
    }
  }

  function visitFunction(node, scope) {
    if (node.type === 'FunctionDeclaration') mention(node.id, scope);
    const own = open(node.type === 'FunctionExpression' && node.id ? named(node, scope) : scope, false);
    for (const param of node.params) for (const each of boundIdentifiers(param)) own.declare(each);
    if (node.body.type === 'BlockStatement') declareAll(node.body.body, own);
    for (const param of node.params) visit(param, own);
    if (node.body.type === 'BlockStatement') visitAll(node.body, own);
    else visit(node.body, own);
  }

  function visitStatements(statements, scope) {
    declareAll(statements, scope);
    for (const each of statements) visit(each, scope);
  }

  function visitAll(node, scope) {
    for (const each of children(node)) visit(each, scope);
  }

  /** `{ name }` and `{ name = … }`. */
  function visitShorthand(value, scope) {
    mention(value.left ?? value, scope, true);
    if (value.right) visit(value.right, scope);
  }

  /** What is an expression knows its own name, and nobody else does. */
  function named({ id }, scope) {
    const own = open(scope);
    own.declare(id);
    mention(id, own);
    return own;
  }

  function mention(node, scope, isKeyToo = false) {
    mentions.push({ node, scope, isKeyToo });
  }
}

function declareAll(statements, scope) {
  for (const statement of statements) {
    if (statement.type === 'ImportDeclaration')
      for (const { local } of statement.specifiers) scope.declare(local);
    else if (/^(?:Function|Class)Declaration$/.test(statement.type)) scope.declare(statement.id);
    else if (statement.kind === 'var' && scope.isBlock) throw new Error('a var in a block');
    else if (statement.type === 'VariableDeclaration')
      for (const { id } of statement.declarations)
        for (const each of boundIdentifiers(id)) scope.declare(each);
  }
}

function setApart(one, other) {
  if (one === other) return;
  one.rivals.add(other);
  other.rivals.add(one);
}
