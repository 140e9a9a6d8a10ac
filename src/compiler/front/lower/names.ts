// Names: of local variables, of what modules declare, of constants.

import * as ts from "typescript";
import { refuse } from "../fault";
import { symbolOf } from "../references";
import { NULL } from "../types";
import { functionOf } from "../variables";
import { functionValue } from "./closures";
import { readGlobal } from "./globals";
import type { Lowering, Operand } from "./lowering";
import { literalOperand, narrowed, unitType } from "./narrowing";
import { isStable, readStorage } from "./variables";

export function identifier(l: Lowering, node: ts.Identifier): Operand {
  if (node.text === "undefined") return l.constant(0n, NULL);
  const symbol = symbolOf(node, l.session.checker)
    ?? refuse(node, `${node.text} stands for nothing`);
  const storage = l.storages.get(symbol);
  if (storage !== undefined) {
    const operand = { value: readStorage(l, storage, symbol.name), type: storage.type };
    const isSure = isStable(storage) || !l.session.variables.isAssigned(symbol, node);
    return narrowed(l, node, operand, isSure);
  }
  const literal = literalOf(l.session.checker, symbol);
  if (literal !== undefined) return l.constant(...literalOperand(l, literal, node));
  if (functionOf(symbol) !== undefined) return functionValue(l, symbol, node);
  const { isConstant, operand } = readGlobal(l, symbol, node);
  return narrowed(l, node, operand, isConstant);
}

/** The value of a constant whose initializer is a literal. */
function literalOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.LiteralType | undefined {
  const { valueDeclaration } = symbol;
  if (valueDeclaration === undefined || !ts.isVariableDeclaration(valueDeclaration)) {
    return undefined;
  }
  if (!(ts.getCombinedNodeFlags(valueDeclaration) & ts.NodeFlags.Const)) return undefined;
  return unitType(checker.getTypeOfSymbolAtLocation(symbol, valueDeclaration));
}
