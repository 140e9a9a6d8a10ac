// Variables of modules and static fields: a word each in .data, which their initializers fill at
// compile time.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import type { Value } from "../../ir/function";
import { hasModifier, textOf } from "../classes";
import { placeOf, refuse } from "../fault";
import { isReference, kindOf, type Type } from "../types";
import { nameOf } from "../type-reader";
import { Lowering, type Home, type Operand } from "./lowering";
import { bindPattern } from "./patterns";

interface GlobalVariable {
  readonly symbol: string;
  readonly type: Type;
  readonly isConstant: boolean;
}

type Declared = ts.VariableDeclaration | ts.BindingElement | ts.PropertyDeclaration;

const isDeclared = (node: ts.Node | undefined): node is Declared => node !== undefined
  && (ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isPropertyDeclaration(node));

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

export interface GlobalTarget {
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
function requestInitializer(l: Lowering, declaration: Declared): void {
  const top = rootOf(declaration);
  if (top.initializer === undefined) return;
  const file = top.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(top.getStart());
  const title = `<initializer ${line + 1}>`;
  const key = `${file.fileName}#${title} ${top.getStart()}`;
  l.session.reach.initializer(top, key, (symbol) => {
    const home: Home = { node: undefined, key, title, within: new Map(), outer: undefined };
    const inner = new Lowering({
      session: l.session, rules: l.rules, symbol, home, owner: undefined, parameters: [],
      result: { kind: "void", key: "void" }, at: placeOf(top),
    });
    initialize(inner, top);
    inner.builder.return();
    return inner.builder.finish();
  });
}

function rootOf(declaration: Declared): ts.VariableDeclaration | ts.PropertyDeclaration {
  let node: ts.Node = declaration;
  while (!ts.isVariableDeclaration(node) && !ts.isPropertyDeclaration(node)) node = node.parent;
  return node;
}

function initialize(l: Lowering, top: ts.VariableDeclaration | ts.PropertyDeclaration): void {
  const { name, initializer } = top;
  const store = (declaration: ts.Node, symbol: ts.Symbol, value: () => Operand): void => {
    const { type, write } = globalTarget(l, symbol, declaration);
    write(l.coerce(value(), type, declaration));
  };
  if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
    const whole = l.expression(initializer!);
    bindPattern(l, name, whole, (element, operand) => {
      store(element, symbolAt(l, element.name), () => operand);
    });
    return;
  }
  const symbol = symbolAt(l, name);
  const { type } = globalTarget(l, symbol, top);
  store(top, symbol, () => l.expression(initializer!, type));
}

const symbolAt = (l: Lowering, name: ts.Node): ts.Symbol =>
  l.session.checker.getSymbolAtLocation(name) ?? bug("a declaration has no symbol");
