// No variable is read before its declaration has run. TypeScript sees a direct read above the
// declaration; what a function or a class reads when it is used, is found out here.
//
// 1. A body is a function or a class. It captures the variables outside of it that it names, itself
//    or by way of the functions and classes that it names.
// 2. Where a body is named, or made, everything that it captures from around that place has been
//    declared above.

import * as ts from "typescript";
import { declaredSymbol, isBindingPattern, isNameInUse, isStatic } from "./nodes";
import type { Check, Context } from "./refusal";

type Body = ts.SignatureDeclaration | ts.ClassLikeDeclaration;

interface Facts {
  /** Each with the place in the body that names it, or names what captures it. */
  readonly variables: Map<ts.Declaration, ts.Node>;
  readonly bodies: Map<Body, ts.Node>;
}

interface Use {
  readonly node: ts.Node;
  readonly body: Body;
  readonly container: ts.Node;
}

export const earlyRead: Check = (node, context) => {
  if (ts.isSourceFile(node)) new Captures(node, context).refuse();
};

class Captures {
  readonly #context: Context;
  readonly #facts = new Map<Body, Facts>();
  readonly #uses: Use[] = [];
  readonly #file: ts.SourceFile;

  constructor(file: ts.SourceFile, context: Context) {
    this.#file = file;
    this.#context = context;
    this.#visit(file, []);
    this.#closeOver();
  }

  refuse(): void {
    for (const { node, body, container } of this.#uses) {
      for (const [variable, place] of this.#facts.get(body)?.variables ?? []) {
        const isEarly = this.#containerOf(variable) === container && node.pos < variable.end;
        if (isEarly) this.#context.refuse(isClosure(body) ? place : node, "early read");
      }
    }
  }

  #visit(node: ts.Node, around: readonly Body[]): void {
    if (ts.isIdentifier(node) && isNameInUse(node)) this.#note(node, around);
    if (isClosure(node) && !isNamedClosure(node)) {
      this.#uses.push({ node, body: node, container: around.at(-1) ?? this.#file });
    }
    const outside = isMadeWithItsClass(node) ? around.slice(0, -1) : around;
    const inside = isBody(node) ? [...around, node] : outside;
    ts.forEachChild(node, (child) => { this.#visit(child, inside); });
  }

  #note(node: ts.Identifier, around: readonly Body[]): void {
    const declaration = declaredSymbol(node, this.#context.checker)?.valueDeclaration;
    if (declaration === undefined || declaration.getSourceFile() !== this.#file) return;
    const named = bodyOf(declaration);
    if (named !== undefined) {
      this.#uses.push({ node, body: named, container: around.at(-1) ?? this.#file });
    }
    for (const body of around) {
      const facts = this.#factsOf(body);
      if (named !== undefined) facts.bodies.set(named, facts.bodies.get(named) ?? node);
      const isOutside = hasDeadZone(declaration) && !isWithin(declaration, body);
      if (isOutside && !facts.variables.has(declaration)) facts.variables.set(declaration, node);
    }
  }

  /** What a body names captures for it, until nothing is added. */
  #closeOver(): void {
    let isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (const [body, { variables, bodies }] of this.#facts) {
        const before = variables.size;
        for (const [named, place] of bodies) {
          for (const each of this.#facts.get(named)?.variables.keys() ?? []) {
            if (!isWithin(each, body) && !variables.has(each)) variables.set(each, place);
          }
        }
        isChanged ||= variables.size > before;
      }
    }
  }

  #factsOf(body: Body): Facts {
    let facts = this.#facts.get(body);
    if (facts === undefined) {
      this.#facts.set(body, facts = { variables: new Map(), bodies: new Map() });
    }
    return facts;
  }

  #containerOf(declaration: ts.Declaration): ts.Node {
    return ts.findAncestor(declaration.parent, isBody) ?? this.#file;
  }
}

const isBody = (node: ts.Node): node is Body =>
  (ts.isFunctionLike(node) && !ts.isTypeNode(node)) || ts.isClassLike(node);

/** A static field's initializer runs where the class is declared. */
const isMadeWithItsClass = (node: ts.Node): boolean =>
  ts.isPropertyDeclaration(node) && isStatic(node);

const isWithin = (node: ts.Node, body: Body): boolean =>
  ts.findAncestor(node, (each) => each === body) !== undefined;

/** let, const, a part of one, a class: not a parameter, and not a function. */
function hasDeadZone(declaration: ts.Declaration): boolean {
  if (ts.isClassDeclaration(declaration)) return true;
  const variable =
    ts.findAncestor(declaration, (each) => !ts.isBindingElement(each) && !isBindingPattern(each));
  return variable !== undefined && ts.isVariableDeclaration(variable)
    && !ts.isCatchClause(variable.parent);
}

const isClosure = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** const f = () => ...: nobody has it but by its name. */
const isNamedClosure = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node.parent) && node.parent.initializer === node;

/** What runs when the name is used. */
function bodyOf(declaration: ts.Declaration): Body | undefined {
  if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration)) {
    return declaration;
  }
  const initializer = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer !== undefined && isClosure(initializer) ? initializer : undefined;
}
