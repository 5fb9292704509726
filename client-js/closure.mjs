import { boundIn, edited, isVariable, isWritten, walk } from './syntax-tree.mjs';

const self = '$';
const capitals = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The names that no minifier may give or take: the same for the first private member of every class, and so on. */
export const givenNames = [...capitals, ...capitals.map((letter) => letter + letter), self];

const fieldNames = givenNames.slice(0, -1);
const methodNames = [...[...capitals].reverse(), ...fieldNames.slice(capitals.length)];

const isOwn = ({ type, object, property }) =>
  type === 'MemberExpression' && object.type === 'ThisExpression' && property.type === 'PrivateIdentifier';
const isPrivate = ({ key }) => key?.type === 'PrivateIdentifier';

const inheritedName = (name) => `inherited$${name}`;

/** One class as the text of a function: its parameters and its body. */
export class Closure {
  isPossible = true;
  #text;
  #base;
  #members;
  #making;
  #inherited = new Set();
  #names = new Map();
  #renamed = new Map();
  #writes = new Map();
  #given = new Set();

  constructor(text, node, count) {
    this.#text = text;
    this.#base = node.superClass?.name;
    this.#members = node.body.body.filter(({ kind }) => kind !== 'constructor');
    this.#making = node.body.body.find(({ kind }) => kind === 'constructor')?.value;
    for (const member of this.#members) this.#name(member);
    if (this.#base && this.#making) this.isPossible = false;
    const inner = node.type === 'ClassExpression' ? node.id?.name : undefined;
    walk(node.body, (found, parents) => this.#look(found, parents, inner));
    if (!this.#making || !this.isPossible) return;
    // The members must not see the constructor's variables.
    for (const name of this.#bound()) this.#renamed.set(name, `${name}$${count}`);
    for (const statement of this.#making.body.body) this.#giveAway(statement);
  }

  get isMadeOfNothing() {
    return !this.#making;
  }

  #name(member) {
    // To copy an accessor is to ask it.
    if (this.#base && /^[gs]et$/.test(member.kind)) this.isPossible = false;
    if (member.static || member.computed || member.type === 'StaticBlock') this.isPossible = false;
    else if (isPrivate(member) && /^[gs]et$/.test(member.kind)) this.isPossible = false;
    else if (isPrivate(member)) this.#give(member);
    if (this.#names.size >= givenNames.length) this.isPossible = false;
  }

  /** From the first on to fields, from the last of a run on to methods: what is the same in most classes repeats. */
  #give({ type, key }) {
    const given = [...this.#names.values()];
    const names = type === 'MethodDefinition' ? methodNames : fieldNames;
    this.#names.set(
      key.name,
      names.find((name) => !given.includes(name)),
    );
  }

  #look(found, parents, inner) {
    const [parent] = parents;
    const { type, name } = found;
    const foreign = type === 'PrivateIdentifier' && parent.key !== found && !isOwn(parent);
    const nested = /^(?:MetaProperty|Class\w*ion)$/.test(type) || (inner !== undefined && name === inner);
    const inherits = type === 'Super' && !(parents[1].callee === parent && !parent.computed);
    if (type === 'Super') this.#inherited.add(parent.property?.name);
    const ends =
      type === 'ReturnStatement' && parents.find((each) => /Function/.test(each.type)) === this.#making;
    if (foreign || nested || inherits || ends) this.isPossible = false;
    if (isOwn(found) && isWritten(found, parents))
      this.#writes.set(found.property.name, (this.#writes.get(found.property.name) ?? 0) + 1);
  }

  #bound() {
    const declared = this.#making.body.body.flatMap(({ declarations = [], id }) => [
      id,
      ...declarations.map(({ id }) => id),
    ]);
    return [...this.#making.params, ...declared].flatMap(boundIn);
  }

  /** A parameter that is only stored is itself what stores it. */
  #giveAway(statement) {
    const { operator, left, right } = statement.expression ?? {};
    if (operator !== '=' || !isOwn(left) || right.type !== 'Identifier') return;
    const field = left.property.name;
    if (!this.#making.params.flatMap(boundIn).includes(right.name)) return;
    const named = this.#members.find((member) => isPrivate(member) && member.key.name === field);
    let uses = 0;
    let written = false;
    walk(this.#making.body, (node, parents) => {
      if (!isVariable(node, parents) || node.name !== right.name) return;
      uses++;
      written ||= isWritten(node, parents);
    });
    if (named.value || written || (uses > 1 && this.#writes.get(field) > 1) || this.#given.has(named)) return;
    if ([...this.#given].some((given) => this.#names.get(given.key?.name) === this.#renamed.get(right.name)))
      return;
    this.#renamed.set(right.name, this.#names.get(field));
    this.#given.add(named).add(statement);
  }

  text() {
    const { params = [], body } = this.#making ?? {};
    const head = params.map((node) => this.#said(node, true)).join();
    const methods = this.#members.filter(({ type }) => type === 'MethodDefinition');
    const fields = this.#members.filter(
      (member) => member.type === 'PropertyDefinition' && !this.#given.has(member),
    );
    const inner = methods.filter(isPrivate).map((method) => this.#method(method));
    const outer = methods.filter((method) => !isPrivate(method)).map((method) => this.#method(method));
    const early = fields.some(({ value }) => value && this.#needsSelf(value));
    const shown = fields.filter((field) => !isPrivate(field) && field.value && !early);
    const members = [...shown.map((field) => `${this.#key(field)}:${this.#said(field.value)}`), ...outer];
    const kept = fields.filter((field) => early || isPrivate(field)).map((field) => this.#field(field));
    const rest = (body?.body ?? []).map((node) => this.#said(node, true)).join('');
    const object = this.#object(`{${members.join()}}`);
    const made = early ? [object, ...kept] : [...kept, object];
    return `(${head}){${[...inner, ...made, rest].join('\n')}return ${self}}`;
  }

  /** What inherits adds to what it inherits from, whose methods it may still ask. */
  #object(members) {
    if (!this.#base) return `let ${self}=${members};`;
    const former = [...this.#inherited].map((name) => `${inheritedName(name)}=${self}.${name}`);
    return `let ${[`${self}=${this.#base}()`, ...former].join()};Object.assign(${self},${members});`;
  }

  #needsSelf(value) {
    let needs = false;
    walk(value, (node) => {
      if (/Function/.test(node.type) || isOwn(node)) return false;
      needs ||= node.type === 'ThisExpression';
    });
    return needs;
  }

  #key({ key }) {
    return isPrivate({ key }) ? this.#names.get(key.name) : this.#text.slice(key.start, key.end);
  }

  #field(field) {
    const value = field.value ? `=${this.#said(field.value)}` : '';
    return isPrivate(field)
      ? `let ${this.#key(field)}${value};`
      : value && `${self}.${this.#key(field)}${value};`;
  }

  #method(method) {
    const { params, body, async, generator } = method.value;
    const kind = isPrivate(method) ? 'function' : method.kind === 'method' ? '' : method.kind;
    const head = params.map((node) => this.#said(node)).join();
    const star = generator ? '*' : '';
    return `${async ? 'async ' : ''}${kind}${star} ${this.#key(method)}(${head})${this.#said(body)}`;
  }

  /** The text of a node. Every variable of the constructor's names is meant where `renames`, shadowed or not. */
  #said(node, renames = false) {
    const edits = [];
    const say = ({ start, end }, text) => {
      edits.push({ start, end, text });
      return false;
    };
    walk(node, (found, parents) => {
      const [parent] = parents;
      if (this.#given.has(found)) return say(found, '');
      if (isOwn(found)) return say(found, this.#names.get(found.property.name));
      if (found.object?.type === 'Super') return say(found, inheritedName(found.property.name));
      if (found.type === 'ThisExpression' && !parents.some(({ type }) => /^Function/.test(type)))
        return say(found, self);
      if (!renames || !isVariable(found, parents) || !this.#renamed.has(found.name)) return true;
      const holder = parent?.type === 'AssignmentPattern' && parent.left === found ? parents[1] : parent;
      return say(found, `${holder?.shorthand ? `${found.name}:` : ''}${this.#renamed.get(found.name)}`);
    });
    return edited(this.#text, edits, node.start, node.end);
  }
}
