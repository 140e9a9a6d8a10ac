// What stands for the type parameters of a function of the runtime, found from its arguments: the
// declared type of a parameter is laid beside the type of what is passed.

import * as ts from "typescript";
import type { ClosureType, Type } from "../types";

export type Bindings = Map<ts.Type, Type>;

export function infer(
  checker: ts.TypeChecker, declared: ts.Type, actual: Type, found: Bindings,
): void {
  if ((declared.flags & ts.TypeFlags.TypeParameter) !== 0) {
    if (!found.has(declared)) found.set(declared, actual);
    return;
  }
  if (declared.isUnion()) {
    const bare = actual.kind === "nullable" ? actual.of : actual;
    for (const each of declared.types) infer(checker, each, bare, found);
    return;
  }
  if (actual.kind === "closure") inferFunction(checker, declared, actual, found);
  const [first, ...rest] = argumentsOf(checker, declared);
  if (first === undefined) return;
  if (actual.kind === "array") infer(checker, first, actual.element, found);
  if (actual.kind === "tuple") {
    [first, ...rest].forEach((each, i) => infer(checker, each, actual.elements[i]!, found));
  }
  if (actual.kind === "class") {
    [first, ...rest].forEach((each, i) => {
      const given = actual.arguments[i];
      if (given !== undefined) infer(checker, each, given, found);
    });
  }
}

function inferFunction(
  checker: ts.TypeChecker, declared: ts.Type, actual: ClosureType, found: Bindings,
): void {
  const [signature] = declared.getCallSignatures();
  if (signature === undefined) return;
  signature.parameters.forEach((each, i) => {
    const type = actual.parameters[i];
    const { valueDeclaration } = each;
    if (type === undefined || valueDeclaration === undefined) return;
    infer(checker, checker.getTypeOfSymbolAtLocation(each, valueDeclaration), type, found);
  });
  infer(checker, signature.getReturnType(), actual.result, found);
}

function argumentsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0
    && (type.flags & ts.TypeFlags.Object) !== 0;
  return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
}
