// Where a local variable lives, found out from the source before anything is lowered: in a register
// if that will do, in a cell if closures share it, in the frame if a handler may need it.
//
// 1. A closure copies a variable that nobody assigns behind its declaration. Any other that it
//    captures is in a cell, and so is one that it captures before the declaration's end.
// 2. A function that captures nothing but functions that capture nothing is no closure.

import * as ts from "typescript";
import { isAssignmentTarget, symbolOf } from "./references";

export type FunctionNode =
  | ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration
  | ts.ConstructorDeclaration | ts.GetAccessorDeclaration | ts.SetAccessorDeclaration;

function isFunctionNode(node: ts.Node): node is FunctionNode {
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node)
    || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node)
    || ts.isGetAccessorDeclaration(node) || ts.isSetAccessorDeclaration(node);
}

/** The function in which the node stands; undefined at a module's or a class's top. */
export function functionAround(node: ts.Node): FunctionNode | undefined {
  for (let up = node.parent; up !== undefined; up = up.parent) {
    if (isFunctionNode(up)) return up;
    if (ts.isPropertyDeclaration(up) || ts.isClassStaticBlockDeclaration(up)) return undefined;
  }
  return undefined;
}

/** The function that a name stands for as long as it stands: a declaration, or a constant's. */
export function functionOf(symbol: ts.Symbol): FunctionNode | undefined {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isFunctionDeclaration(declaration)) {
    // Of overloads, the one with a body.
    return symbol.declarations?.filter(ts.isFunctionDeclaration)
      .find(({ body }) => body !== undefined);
  }
  if (!ts.isVariableDeclaration(declaration)) return undefined;
  if (!(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)) return undefined;
  const { initializer } = declaration;
  if (initializer === undefined) return undefined;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)
    ? initializer : undefined;
}

interface Captured {
  readonly symbols: Set<ts.Symbol>;
  usesThis: boolean;
}

export class VariableAnalysis {
  readonly #checker: ts.TypeChecker;
  readonly #files = new Set<ts.SourceFile>();
  readonly #captured = new Map<FunctionNode, Captured>();
  readonly #inCells = new Set<ts.Symbol>();
  readonly #inFrame = new Set<ts.Symbol>();
  readonly #assigned = new Set<ts.Symbol>();
  readonly #capturedSymbols = new Set<ts.Symbol>();
  readonly #closed = new Map<FunctionNode, boolean>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** What the function needs of the functions around it, in the order of first use. */
  captures(node: FunctionNode): readonly ts.Symbol[] {
    return [...this.#of(node).symbols].filter((symbol) => !this.#isStatic(symbol));
  }

  /** Of an arrow function: whether it, or one in it, says this. */
  capturesThis(node: FunctionNode): boolean {
    return ts.isArrowFunction(node) && this.#of(node).usesThis;
  }

  /** Whether the function's code needs a closure to run. */
  isClosure(node: FunctionNode): boolean {
    return this.capturesThis(node) || this.captures(node).length > 0;
  }

  isInCell(symbol: ts.Symbol, near: ts.Node): boolean {
    this.#analyse(near);
    return this.#inCells.has(symbol) && !this.#isStatic(symbol);
  }

  isInFrame(symbol: ts.Symbol, near: ts.Node): boolean {
    this.#analyse(near);
    return this.#inFrame.has(symbol) && !this.isInCell(symbol, near);
  }

  /** Whether anything but its declaration gives it a value. */
  isAssigned(symbol: ts.Symbol, near: ts.Node): boolean {
    this.#analyse(near);
    return this.#assigned.has(symbol);
  }

  #isStatic(symbol: ts.Symbol): boolean {
    const node = functionOf(symbol);
    return node !== undefined && this.#isClosed(node);
  }

  /** Functions that call each other in a circle are closed if none of them captures a variable. */
  #isClosed(node: FunctionNode): boolean {
    const known = this.#closed.get(node);
    if (known !== undefined) return known;
    const reached = new Set([node]);
    let isClosed = true;
    for (const each of reached) {
      if (this.capturesThis(each)) isClosed = false;
      for (const symbol of this.#of(each).symbols) {
        const other = functionOf(symbol);
        if (other === undefined) isClosed = false;
        else reached.add(other);
      }
    }
    this.#closed.set(node, isClosed);
    return isClosed;
  }

  #of(node: FunctionNode): Captured {
    this.#analyse(node);
    return this.#newOf(node);
  }

  #newOf(node: FunctionNode): Captured {
    const known = this.#captured.get(node);
    if (known !== undefined) return known;
    const made: Captured = { symbols: new Set(), usesThis: false };
    this.#captured.set(node, made);
    return made;
  }

  #analyse(near: ts.Node): void {
    const file = near.getSourceFile();
    if (this.#files.has(file)) return;
    this.#files.add(file);
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) this.#noteIdentifier(node);
      else if (node.kind === ts.SyntaxKind.ThisKeyword) this.#noteThis(node);
      else if (node.kind === ts.SyntaxKind.SuperKeyword) this.#noteThis(node);
      if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    };
    visit(file);
  }

  #noteThis(node: ts.Node): void {
    for (let at = functionAround(node); at !== undefined && ts.isArrowFunction(at);) {
      this.#newOf(at).usesThis = true;
      at = functionAround(at);
    }
  }

  #noteIdentifier(node: ts.Identifier): void {
    const symbol = symbolOf(node, this.#checker);
    const declaration = symbol?.valueDeclaration;
    if (symbol === undefined || declaration === undefined) return;
    if (!isLocalDeclaration(declaration) || declaration.getSourceFile() !== node.getSourceFile()) {
      return;
    }
    const isTarget = isAssignmentTarget(node);
    if (isTarget) this.#assigned.add(symbol);
    const home = functionAround(declaration);
    if (home === undefined && !isInBlockOf(declaration)) return;
    if (isTarget && leavesTry(node, declaration)) this.#inFrame.add(symbol);
    this.#noteCapture(node, symbol, declaration, home);
    if (this.#assigned.has(symbol) && this.#capturedSymbols.has(symbol)) this.#inCells.add(symbol);
  }

  #noteCapture(
    node: ts.Identifier, symbol: ts.Symbol, declaration: ts.Declaration,
    home: FunctionNode | undefined,
  ): void {
    for (let at = functionAround(node); at !== undefined && at !== home; at = functionAround(at)) {
      if (functionOf(symbol) === at) return; // A function has itself.
      this.#newOf(at).symbols.add(symbol);
      this.#capturedSymbols.add(symbol);
      if (isMadeBefore(at, declaration)) this.#inCells.add(symbol);
    }
  }
}

/**
 * Whether the closure may be there before the variable has its value. A parameter always has it.
 */
function isMadeBefore(closure: FunctionNode, declaration: ts.Declaration): boolean {
  if (ts.isParameter(declaration)) return false;
  if (ts.isFunctionDeclaration(declaration) || closure.getStart() < declaration.getEnd()) {
    return true;
  }
  // A function declaration's closure is made where its block starts.
  return ts.isFunctionDeclaration(closure) && isWithin(declaration, closure.parent);
}

function isLocalDeclaration(node: ts.Declaration): boolean {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)
    || ts.isFunctionDeclaration(node);
}

/** At a module's top a variable is global, but in a block there it is local. */
function isInBlockOf(node: ts.Node): boolean {
  for (let up = node.parent; up !== undefined; up = up.parent) {
    if (ts.isBlock(up)) return true;
  }
  return false;
}

const isWithin = (node: ts.Node, around: ts.Node): boolean => {
  for (let up = node; up !== undefined; up = up.parent) if (up === around) return true;
  return false;
};

/** Whether the node stands where its function's handler may follow, and the variable outside. */
function leavesTry(node: ts.Node, declaration: ts.Declaration): boolean {
  for (let at = node; at.parent !== undefined && !isFunctionNode(at); at = at.parent) {
    const { parent } = at;
    const isGuarded = ts.isTryStatement(parent)
      && (
        at === parent.tryBlock || (at === parent.catchClause && parent.finallyBlock !== undefined)
      );
    if (isGuarded && !isWithin(declaration, at)) return true;
  }
  return false;
}
