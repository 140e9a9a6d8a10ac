// The text of a module, rewritten node by node: what a rule has new text for gets it, all else
// stays as it is but for its children.

import * as ts from "typescript";
import { placeNumber } from "./traps";

/** The node's new text, or undefined if only its children have one. */
export type Rule = (rewriter: Rewriter, node: ts.Node) => string | undefined;

type Rewrite = (child: ts.Node) => string;

export class Rewriter {
  readonly #source: ts.SourceFile;
  /** Asked in this order. */
  readonly #rules: readonly Rule[];
  /** Text for a node whose value a variable holds. */
  readonly held = new Map<ts.Node, string>();
  /** Links of an optional chain whose `?.` has been tested already. */
  readonly tested = new Set<ts.Node>();

  constructor(source: ts.SourceFile, rules: readonly Rule[]) {
    this.#source = source;
    this.#rules = rules;
  }

  module(): string {
    return this.copy(this.#source, undefined, 0);
  }

  rewrite(node: ts.Node): string {
    const held = this.held.get(node);
    if (held !== undefined) return held;
    if (isTypeAlone(node)) return this.between(this.start(node), node.end);
    if (ts.isIdentifier(node) && TAKEN.has(node.text)) return `${node.text}$`;
    for (const rule of this.#rules) {
      const rewritten = rule(this, node);
      if (rewritten !== undefined) return rewritten + this.#lost(node, rewritten);
    }
    return this.copy(node);
  }

  /** Newlines that the node had and its new text has not: what follows stays in its line. */
  #lost(node: ts.Node, rewritten: string): string {
    const had = linesIn(this.between(this.start(node), node.end));
    return "\n".repeat(Math.max(0, had - linesIn(rewritten)));
  }

  // ---- text

  start(node: ts.Node): number {
    return node.getStart(this.#source);
  }

  between(start: number, end: number): string {
    return this.#source.text.slice(start, end);
  }

  /** Where the node is: the last argument of every check. */
  place(node: ts.Node): string {
    const { line, character } = this.#source.getLineAndCharacterOfPosition(this.start(node));
    return String(placeNumber(line + 1, character + 1));
  }

  /** The node as it is, but for its children. */
  copy(
    node: ts.Node, rewrite: Rewrite = (child) => this.rewrite(child), start = this.start(node),
  ): string {
    let [text, end] = ["", start];
    ts.forEachChild(node, (child) => {
      const childStart = this.start(child);
      text += this.between(end, childStart) + rewrite(child);
      end = child.end;
    });
    return text + this.between(end, node.end);
  }

  /** As it is, but for one child that is rewritten in its own way. */
  copyBut(node: ts.Node, special: ts.Node | undefined, rewrite: Rewrite): string {
    return this.copy(node, (child) => (child === special ? rewrite(child) : this.rewrite(child)));
  }

  /** What stands behind an operator, with the newlines between. */
  behind(operator: ts.Node, right: ts.Node): string {
    return this.between(operator.end, this.start(right)) + this.rewrite(right);
  }

  /** The nodes, with the newlines that stood before them. */
  list(nodes: readonly ts.Node[]): string {
    return nodes.map((node) => this.lines(node.pos, this.start(node)) + this.rewrite(node))
      .join(", ");
  }

  lines(start: number, end: number): string {
    return "\n".repeat(linesIn(this.between(start, end)));
  }
}

const linesIn = (text: string): number => text.split("\n").length - 1;

const isTypeAlone = (node: ts.Node): boolean => ts.isTypeNode(node)
  || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

/** Names that the new text has for itself: a program's own get another, in all of its modules. */
const TAKEN: ReadonlySet<string> =
  new Set(["$check", "$checksOf", "$a", "$i", "$c", "$e", "$trapped"]);
