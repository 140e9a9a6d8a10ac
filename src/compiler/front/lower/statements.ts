// Statements, a row a kind, and blocks of them.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import { refuse } from "../fault";
import { VOID, sameType, withoutNull, type Type } from "../types";
import { functionOf } from "../variables";
import { closureValue, declareFunction } from "./closures";
import { callRuntime } from "./instance";
import { labelled, jumpOut, returnFrom } from "./jumps";
import type { Lowering, Operand } from "./lowering";
import { doStatement, forOfStatement, forStatement, whileStatement } from "./loops";
import { bindPattern } from "./patterns";
import { switchStatement } from "./switches";
import { tryStatement } from "./exceptions";
import { declare, writeStorage } from "./variables";

type Rule<N extends ts.Node> = (l: Lowering, node: N) => void;

const rule = <N extends ts.Node>(lower: Rule<N>): Rule<ts.Node> => lower as Rule<ts.Node>;

const nothing = (): void => undefined;

const K = ts.SyntaxKind;

const RULES: Partial<Record<ts.SyntaxKind, Rule<ts.Node>>> = {
  [K.ExpressionStatement]: rule<ts.ExpressionStatement>(
    (l, node) => { l.expression(node.expression); }
  ),
  [K.VariableStatement]: rule<ts.VariableStatement>(
    (l, node) => declareAll(l, node.declarationList)
  ),
  [K.Block]: rule<ts.Block>((l, node) => block(l, node.statements)),
  [K.IfStatement]: rule<ts.IfStatement>(ifStatement),
  [K.WhileStatement]: rule<ts.WhileStatement>(whileStatement),
  [K.DoStatement]: rule<ts.DoStatement>(doStatement),
  [K.ForStatement]: rule<ts.ForStatement>((l, node) => forStatement(l, node, declareAll)),
  [K.ForOfStatement]: rule<ts.ForOfStatement>((l, node) => forOfStatement(l, node, bindVariable)),
  [K.SwitchStatement]: rule<ts.SwitchStatement>((l, node) => switchStatement(l, node, block)),
  [K.ReturnStatement]: rule<ts.ReturnStatement>(returnFrom),
  [K.BreakStatement]: rule<ts.BreakStatement>(jumpOut),
  [K.ContinueStatement]: rule<ts.ContinueStatement>(jumpOut),
  [K.LabeledStatement]: rule<ts.LabeledStatement>(labelled),
  [K.ThrowStatement]: rule<ts.ThrowStatement>(throwStatement),
  [K.TryStatement]: rule<ts.TryStatement>(tryStatement),
  [K.EmptyStatement]: nothing,
  // What has been seen to where the block started, or is no code.
  [K.FunctionDeclaration]: nothing,
  [K.ClassDeclaration]: nothing,
  [K.InterfaceDeclaration]: nothing,
  [K.TypeAliasDeclaration]: nothing,
};

export function statement(l: Lowering, node: ts.Statement): void {
  const lower = RULES[node.kind] ?? refuse(node, `${K[node.kind]} is not in the language`);
  lower(l, node);
}

/** Cells and closures are there from the start, so that closures can capture what comes later. */
export function block(l: Lowering, statements: readonly ts.Statement[]): void {
  for (const each of statements) {
    if (ts.isVariableStatement(each)) prepareCells(l, each.declarationList);
    if (ts.isFunctionDeclaration(each)) prepareCell(l, each.name!);
  }
  for (const each of statements) if (ts.isFunctionDeclaration(each)) declareFunction(l, each);
  for (const each of statements) l.statement(each);
}

function prepareCells(l: Lowering, { declarations }: ts.VariableDeclarationList): void {
  const prepare = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) return prepareCell(l, name);
    for (const each of name.elements) if (ts.isBindingElement(each)) prepare(each.name);
    return undefined;
  };
  for (const { name } of declarations) prepare(name);
}

function prepareCell(l: Lowering, name: ts.Identifier): void {
  const symbol = l.session.checker.getSymbolAtLocation(name);
  if (symbol === undefined || !l.session.variables.isInCell(symbol, name)) return;
  l.storages.delete(symbol); // A block that is entered again has new variables.
  declare(l, symbol, declaredType(l, symbol, name), name);
}

const declaredType = (l: Lowering, symbol: ts.Symbol, node: ts.Node): Type =>
  l.read(l.session.checker.getTypeOfSymbolAtLocation(symbol, node), node);

export function declareAll(l: Lowering, list: ts.VariableDeclarationList): void {
  for (const each of list.declarations) declareOne(l, each);
}

function declareOne(l: Lowering, node: ts.VariableDeclaration): void {
  const { name, initializer } = node;
  if (!ts.isIdentifier(name)) {
    bindVariable(l, name, l.expression(initializer ?? refuse(node, "a pattern needs a value")));
    return;
  }
  const symbol = l.session.checker.getSymbolAtLocation(name) ?? bug("a variable has no symbol");
  if (functionOf(symbol) !== undefined) return declareClosure(l, symbol, node);
  const written = node.type === undefined ? undefined : l.typeOf(node.type);
  if (initializer === undefined) {
    const type = written ?? refuse(node, "a variable without a value needs a type");
    const storage = declare(l, symbol, type, node);
    return writeStorage(l, storage, l.constant(0n, type).value);
  }
  const operand = l.expression(initializer, written);
  const type = written ?? inferredType(l, symbol, node, operand);
  const value = l.coerce(operand, type, initializer);
  return writeStorage(l, declare(l, symbol, type, node), value);
}

/** A function that captures nothing needs no variable. */
function declareClosure(l: Lowering, symbol: ts.Symbol, node: ts.VariableDeclaration): void {
  const target = functionOf(symbol)!;
  if (!l.session.variables.isClosure(target)) return;
  const { value, type, code } = closureValue(l, target);
  const storage = declare(l, symbol, type, node);
  writeStorage(l, storage, value);
  if (storage.kind !== "cell") l.storages.set(symbol, { ...storage, code });
}

/** What TypeScript infers; but what an element access gives has no undefined here. */
function inferredType(l: Lowering, symbol: ts.Symbol, node: ts.Node, operand: Operand): Type {
  if (
    [
      "number", "bigint", "boolean", "string", "closure", "array", "tuple", "view", "record",
    ].includes(operand.type.kind)
  ) {
    return operand.type;
  }
  const type = declaredType(l, symbol, node);
  const isSame = sameType(withoutNull(type), withoutNull(operand.type));
  return isSame || sameType(type, VOID) ? operand.type : type;
}

/** A pattern's variables, or a single one: each gets its part. */
export function bindVariable(l: Lowering, name: ts.BindingName, whole: Operand): void {
  const bind = (at: ts.Identifier, part: Operand): void => {
    const symbol = l.session.checker.getSymbolAtLocation(at) ?? bug("a variable has no symbol");
    writeStorage(l, declare(l, symbol, part.type, at), part.value);
  };
  if (ts.isIdentifier(name)) bind(name, whole);
  else bindPattern(l, name, whole, (element, part) => bind(element.name as ts.Identifier, part));
}

function ifStatement(l: Lowering, node: ts.IfStatement): void {
  const { builder } = l;
  const [then, otherwise, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  l.condition(node.expression, then, otherwise);
  l.block(then, end, () => l.statement(node.thenStatement));
  l.block(otherwise, end, () => {
    if (node.elseStatement !== undefined) l.statement(node.elseStatement);
  });
  builder.startSealed(end);
}

function throwStatement(l: Lowering, { expression }: ts.ThrowStatement): void {
  const { value, type } = l.expression(expression);
  if (type.kind !== "class" && type.kind !== "unknown") {
    refuse(expression, "what is thrown is an Error");
  }
  callRuntime(l, "exceptions#throwException", [value], "raw");
  l.builder.unreachable();
}
