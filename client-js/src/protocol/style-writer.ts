import type { FieldWriter } from './field-writer.ts';
import type { NodeId, RulePath } from './op.ts';
import { opcode } from './protocol.gen.ts';

/** Encodes what becomes of style sheets. */
export class StyleWriter {
  readonly #to: FieldWriter;

  constructor(to: FieldWriter) {
    this.#to = to;
  }

  sheet(sheet: NodeId, text: string, media: string, disabled: boolean): void {
    this.#to.code(opcode.sheet, sheet);
    this.#to.literal(text);
    this.#to.string(media);
    this.#to.byte(disabled ? 1 : 0);
  }

  sheetRules(sheet: NodeId, path: RulePath, rules: readonly string[]): void {
    this.#to.code(opcode.sheetRules, sheet);
    this.#to.path(path);
    this.#to.varint(rules.length);
    for (const rule of rules) this.#to.literal(rule);
  }

  ruleInsert(sheet: NodeId, path: RulePath, index: number, text: string): void {
    this.#to.code(opcode.ruleInsert, sheet);
    this.#to.path(path);
    this.#to.rule(index, text);
  }

  ruleDelete(sheet: NodeId, path: RulePath, index: number): void {
    this.#to.code(opcode.ruleDelete, sheet);
    this.#to.path(path);
    this.#to.varint(index);
  }

  ruleText(sheet: NodeId, path: RulePath, text: string): void {
    this.#to.code(opcode.ruleText, sheet);
    this.#to.path(path);
    this.#to.literal(text);
  }

  sheetState(sheet: NodeId, disabled: boolean, media: string): void {
    this.#to.code(opcode.sheetState, sheet);
    this.#to.byte(disabled ? 1 : 0);
    this.#to.string(media);
  }

  adopted(root: NodeId, sheets: readonly NodeId[]): void {
    this.#to.code(opcode.adopted, root);
    this.#to.varint(sheets.length);
    for (const sheet of sheets) this.#to.varint(sheet);
  }
}
