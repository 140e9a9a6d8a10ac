// Variables of modules and static fields: a word each in .data, which their initializers fill at
// compile time.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import { hasModifier, textOf } from "../classes";
import { refuse } from "../fault";
import { isReference, kindOf, type Type } from "../types";
import { nameOf } from "../type-reader";
import type { Lowering, Operand } from "./lowering";

interface GlobalVariable {
  readonly symbol: string;
  readonly type: Type;
  readonly isConstant: boolean;
}

type Declared = ts.VariableDeclaration | ts.BindingElement | ts.PropertyDeclaration;

const isDeclared = (node: ts.Node | undefined): node is Declared => node !== undefined
  && (
    ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isPropertyDeclaration(node)
  );

function globalOf(l: Lowering, symbol: ts.Symbol, node: ts.Node): GlobalVariable {
  const declaration = symbol.valueDeclaration;
  if (!isDeclared(declaration)) return refuse(node, `${symbol.name} is no value`);
  const { session } = l;
  const isConstant = ts.isPropertyDeclaration(declaration)
    ? hasModifier(declaration, ts.SyntaxKind.ReadonlyKeyword)
    : (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const type = session.reader.read(
    session.checker.getTypeOfSymbolAtLocation(symbol, declaration), new Map(), declaration);
  const global = { symbol: symbolOfGlobal(declaration), type, isConstant };
  session.reach.global({ symbol: global.symbol, isReference: isReference(type), isConstant });
  requestInitializer(l, declaration);
  return global;
}

function symbolOfGlobal(declaration: Declared): string {
  const file = declaration.getSourceFile().fileName;
  const { parent } = declaration;
  const within = ts.isClassLike(parent) ? `${nameOf(parent)}.` : "";
  return `${file}#${within}${textOf(declaration.name)}`;
}

export function readGlobal(l: Lowering, symbol: ts.Symbol, node: ts.Node): {
  readonly isConstant: boolean;
  readonly operand: Operand;
} {
  const global = globalOf(l, symbol, node);
  const address = l.builder.symbol(global.symbol);
  const value = l.builder.load("u64", address, 0, kindOf(global.type), global.isConstant);
  const { isConstant, type } = global;
  return { isConstant, operand: { value, type } };
}

interface GlobalTarget {
  readonly type: Type;
  write(value: Value): void;
}

export function globalTarget(l: Lowering, symbol: ts.Symbol, node: ts.Node): GlobalTarget {
  const global = globalOf(l, symbol, node);
  const write = (value: Value): void => {
    l.builder.store("u64", l.builder.symbol(global.symbol), 0, value);
  };
  return { type: global.type, write };
}

/** Asks for the function that computes the variable's first value, if it is not just 0. */
export function requestInitializer(
  { session, rules }: Pick<Lowering, "session" | "rules">, declaration: Declared,
): void {
  const top = rootOf(declaration);
  if (top.initializer === undefined) return;
  const file = top.getSourceFile();
  const title = `<initializer ${file.getLineAndCharacterOfPosition(top.getStart()).line + 1}>`;
  const key = `${file.fileName}#${title} ${top.getStart()}`;
  session.reach.initializer(
    top, key, (symbol) => rules.initializer(session, rules, { symbol, key, title }, top)
  );
}

function rootOf(declaration: Declared): ts.VariableDeclaration | ts.PropertyDeclaration {
  let node: ts.Node = declaration;
  while (!ts.isVariableDeclaration(node) && !ts.isPropertyDeclaration(node)) node = node.parent;
  return node;
}
