// What is refused: the rule, the place, what is wrong there and what to write instead.

import type ts from "typescript";
import { RULES, type Rule } from "../../language/rules";
import type { VariableAnalysis } from "../variables";
import type { Nominal } from "./nominal";
import type { ValueTypes } from "./value-type";

export interface Refusal {
  readonly rule: Rule;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly advice: string;
}

/** What the checks share: what TypeScript knows, and where to say what is wrong. */
export interface Context {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly values: ValueTypes;
  readonly nominal: Nominal;
  readonly variables: VariableAnalysis;
  refuse(node: ts.Node, rule: Rule, text?: string, advice?: string): void;
}

/** One concern of the language, asked of every node, outer nodes first. */
export type Check = (node: ts.Node, context: Context) => void;

/** Refusals as they are found; at one place, only the first of a rule counts. */
export class Refusals {
  readonly #found = new Map<string, Refusal & { readonly start: number }>();

  add(file: ts.SourceFile, start: number, rule: Rule, text: string, advice: string): void {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const key = `${file.fileName} ${start} ${rule}`;
    if (this.#found.has(key)) return;
    const at = { file: file.fileName, line: line + 1, column: character + 1, start };
    this.#found.set(key, { rule, ...at, text, advice });
  }

  addNode(node: ts.Node, rule: Rule, text?: string, advice?: string): void {
    const [wrong, instead] = RULES[rule];
    const file = node.getSourceFile();
    this.add(file, startOf(node, file), rule, text ?? wrong, advice ?? instead);
  }

  get count(): number {
    return this.#found.size;
  }

  /** File by file as they were checked, and in the order of the text. */
  inOrder(files: readonly string[]): Refusal[] {
    const order = new Map(files.map((file, i) => [file, i]));
    const rank = ({ file }: Refusal): number => order.get(file) ?? -1;
    return [...this.#found.values()]
      .sort((a, b) => rank(a) - rank(b) || a.start - b.start)
      .map(({ rule, file, line, column, text, advice }) =>
        ({ rule, file, line, column, text, advice }));
  }
}

/** A hole in an array has no text: it is where the comma stands. */
function startOf(node: ts.Node, file: ts.SourceFile): number {
  const start = node.getStart(file);
  return node.getEnd() > start ? start : start + file.text.slice(start).search(/\S|$/);
}

/** A refusal as the compiler prints it. */
export const refusalText = ({ file, line, column, text, advice }: Refusal): string =>
  `${file}:${line}:${column}: ${text}: ${advice}`;
