// What a type is to the compiled program, as a text: two types of one shape are the same words of
// the same classes, so a container of the one may stand for a container of the other. Literal
// types, readonly and the names of aliases are gone; classes and interfaces count by their
// declaration.

import * as ts from "typescript";
import { LIB_FILE } from "../../language/lib-text";

/** Deeper than this, anonymous types within anonymous types are taken for equal. */
const DEEPEST = 8;

export const hasFlag = (type: ts.Type, flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;

const hasObjectFlag = (type: ts.Type, flags: ts.ObjectFlags): boolean =>
  hasFlag(type, ts.TypeFlags.Object) && ((type as ts.ObjectType).objectFlags & flags) !== 0;

export const PRIMITIVE_FLAGS = [
  [ts.TypeFlags.NumberLike, "number"],
  [ts.TypeFlags.StringLike, "string"],
  [ts.TypeFlags.BigIntLike, "bigint"],
  [ts.TypeFlags.BooleanLike, "boolean"],
  [ts.TypeFlags.Null, "null"],
  [ts.TypeFlags.Undefined, "undefined"],
  [ts.TypeFlags.Void, "void"],
  [ts.TypeFlags.Never, "never"],
] as const;

export type Primitive = (typeof PRIMITIVE_FLAGS)[number][1];

export function primitiveOf(type: ts.Type): Primitive | undefined {
  return PRIMITIVE_FLAGS.find(([flags]) => hasFlag(type, flags))?.[1];
}

export const partsOf = (type: ts.Type): readonly ts.Type[] =>
  (type.isUnion() ? type.types : [type]);

/** A class or interface by its declaration, whatever its type arguments. */
export const isNominal = (type: ts.Type): boolean =>
  hasObjectFlag(type, ts.ObjectFlags.ClassOrInterface)
  || (hasObjectFlag(type, ts.ObjectFlags.Reference)
    && hasObjectFlag((type as ts.TypeReference).target, ts.ObjectFlags.ClassOrInterface));

/** An array or a tuple. */
export const isList = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  checker.isArrayType(type) || checker.isTupleType(type);

/** Without the one that stands for `this`. */
export function argumentsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (!hasObjectFlag(type, ts.ObjectFlags.Reference)) return [];
  const reference = type as ts.TypeReference;
  return checker.getTypeArguments(reference).slice(0, reference.target.typeParameters?.length ?? 0);
}

/** Of mapped types and `as const`, TypeScript notes it here, for itself. */
interface Noted {
  readonly links?: { readonly checkFlags?: number };
}

const NOTED_READONLY = 1 << 3;

/** A member that nobody assigns. */
export function isReadonlySymbol(symbol: ts.Symbol): boolean {
  if (((symbol as Noted).links?.checkFlags ?? 0) & NOTED_READONLY) return true;
  if ((symbol.flags & ts.SymbolFlags.Accessor) !== 0) {
    return (symbol.flags & ts.SymbolFlags.SetAccessor) === 0;
  }
  return (symbol.declarations ?? []).some((each) =>
    (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly) !== 0);
}

export function shapeOf(type: ts.Type, checker: ts.TypeChecker, depth = 0): string {
  if (depth > DEEPEST) return "...";
  const inner = (each: ts.Type): string => shapeOf(each, checker, depth + 1);
  const primitive = type.isUnion() ? undefined : primitiveOf(type);
  if (primitive !== undefined) return primitive;
  if (type.isUnion()) return [...new Set(type.types.map(inner))].sort().join("|");
  if (type.isIntersection()) return type.types.map(inner).sort().join("&");
  if (!hasFlag(type, ts.TypeFlags.Object)) return checker.typeToString(type);
  const given = argumentsOf(type, checker).map(inner);
  if (checker.isTupleType(type)) {
    return given.every((each) => each === given[0]) ? `(${given[0] ?? ""})[]` : `[${given.join()}]`;
  }
  if (checker.isArrayType(type)) return `(${given[0]!})[]`;
  if (isNominal(type)) return `${declarationName(type)}<${given.join()}>`;
  const [signature] = type.getCallSignatures();
  if (signature !== undefined) return signatureShape(signature, checker, inner);
  const members = type.getProperties().map((each) =>
    `${each.name}:${inner(checker.getTypeOfSymbol(each))}`);
  return `{${members.sort().join()}}`;
}

function signatureShape(
  signature: ts.Signature, checker: ts.TypeChecker, shape: (type: ts.Type) => string,
): string {
  const parameters = signature.parameters.map((each) => shape(checker.getTypeOfSymbol(each)));
  return `(${parameters.join()})=>${shape(signature.getReturnType())}`;
}

/** Unlike that of any other declaration; a Map and a ReadonlyMap are the same. */
function declarationName(type: ts.Type): string {
  const symbol = type.getSymbol()!;
  const declaration = symbol.declarations?.[0];
  const file = declaration?.getSourceFile().fileName;
  if (file === LIB_FILE) return symbol.name.replace(/^Readonly/, "");
  return `${file}:${symbol.name}@${declaration?.pos}`;
}
