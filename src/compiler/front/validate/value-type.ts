// Whether a type is one that a value can have in the compiled program: a word that every reader of
// it takes for the same.

import * as ts from "typescript";
import { LIB_FILE } from "../../language/lib-text";
import { libraryType, NAMESPACES } from "../../language/library";
import type { Rule } from "../../language/rules";
import type { Nominal } from "./nominal";
import { argumentsOf, hasFlag, isList, isNominal, partsOf, primitiveOf, shapeOf } from "./shape";

export interface TypeFault {
  readonly rule: Rule;
  readonly type: ts.Type;
}

/** Words that have no room for null beside their own values, or may turn out to be such. */
const FULL = ["number", "bigint", "boolean", "parameter"];

const ITERATORS = /^(Array|Map|Set)?Iterator$|^Iterable|^IteratorObject$/;

const KEYED = /^(Readonly)?(Map|Set)$/;

export class ValueTypes {
  readonly #checker: ts.TypeChecker;
  readonly #nominal: Nominal;
  /** null: none. A type that is being looked at has none so far. */
  readonly #known = new Map<ts.Type, TypeFault | null>();
  /** Those that are being looked at, each a part of the one before. */
  readonly #within: ts.Type[] = [];

  constructor(checker: ts.TypeChecker, nominal: Nominal) {
    this.#checker = checker;
    this.#nominal = nominal;
  }

  /** What keeps a value from having the type, in it or in what it is made of. */
  faultOf(type: ts.Type): TypeFault | undefined {
    const known = this.#known.get(type);
    if (known === null && this.#isOpenWithin(type)) return { rule: "recursive", type };
    if (known !== undefined) return known ?? undefined;
    this.#within.push(type);
    this.#known.set(type, null);
    const fault = this.#find(type);
    this.#known.set(type, fault ?? null);
    this.#within.pop();
    return fault;
  }

  /** Whether the type is being looked at, and nothing with a name is between it and itself. */
  #isOpenWithin(type: ts.Type): boolean {
    const at = this.#within.lastIndexOf(type);
    return at >= 0 && this.#within.slice(at).every((each) => each.isUnion()
      || each.getCallSignatures().length > 0 || isList(each, this.#checker));
  }

  #find(type: ts.Type): TypeFault | undefined {
    const faulty = (rule: Rule): TypeFault => ({ rule, type });
    if (hasFlag(type, ts.TypeFlags.Any)) return isErrorType(type) ? undefined : faulty("any");
    if (hasFlag(type, ts.TypeFlags.Unknown)) return faulty("unknown");
    if (hasFlag(type, ts.TypeFlags.ESSymbolLike)) return faulty("symbol");
    if (hasFlag(type, ts.TypeFlags.NonPrimitive)) return faulty("type of value");
    if (type.isUnion()) return this.#faultOfUnion(type);
    if (type.isIntersection()) return this.#faultOfIntersection(type);
    return hasFlag(type, ts.TypeFlags.Object) ? this.#faultOfObject(type) : undefined;
  }

  #faultOfUnion(type: ts.UnionType): TypeFault | undefined {
    const sorts = new Set(type.types.map((each) => this.#sortOf(each)));
    const isNull = sorts.delete("null");
    const isUndefined = sorts.delete("undefined");
    if (isNull && isUndefined) return { rule: "null", type };
    sorts.delete("never");
    if (isUndefined) sorts.delete("void");
    if (sorts.size > 1) return { rule: "union", type };
    const [sort] = sorts;
    const isFull = sort !== undefined && FULL.includes(sort);
    if ((isNull || isUndefined) && isFull) return { rule: "union", type };
    const objects = type.types.filter((each) => this.#sortOf(each) === "object");
    return this.#faultOfObjects(type, objects) ?? firstOf(objects, (each) => this.faultOf(each));
  }

  /** Classes, interfaces and object literals tell themselves apart; arrays do not. */
  #faultOfObjects(union: ts.UnionType, objects: readonly ts.Type[]): TypeFault | undefined {
    const distinct = new Map(objects.map((each) => [shapeOf(each, this.#checker), each]));
    if (distinct.size < 2) return undefined;
    const types = [...distinct.values()];
    const areTold = types.every((each) => this.#hasMembers(each))
      && types.every((each) => types.every((other) => this.#isToldFrom(each, other)));
    return areTold ? undefined : { rule: "object union", type: union };
  }

  /** TypeScript takes a look-alike for the class itself, and drops it from the union. */
  #isToldFrom(a: ts.Type, b: ts.Type): boolean {
    return !this.#checker.isTypeAssignableTo(a, b) || this.#nominal.misfit(a, b) === undefined;
  }

  #hasMembers(type: ts.Type): boolean {
    if (isList(type, this.#checker) || type.getCallSignatures().length > 0) return false;
    const declared = type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName;
    return declared !== LIB_FILE || type.getSymbol()?.name === "Error";
  }

  #sortOf(type: ts.Type): string {
    const primitive = primitiveOf(type);
    if (primitive !== undefined) return primitive;
    if (hasFlag(type, ts.TypeFlags.Object)) return "object";
    const constraint = this.#checker.getBaseConstraintOfType(type);
    if (constraint === undefined || hasFlag(constraint, ts.TypeFlags.Unknown)) return "parameter";
    const sorts =
      new Set(partsOf(constraint).map((each) => (each === type ? "object" : this.#sortOf(each))));
    return sorts.size === 1 ? [...sorts][0]! : "parameter";
  }

  /** A primitive with a brand, T & {}, and an object that is known to be of a class too. */
  #faultOfIntersection(type: ts.IntersectionType): TypeFault | undefined {
    const isOpen = type.types.some((each) =>
      primitiveOf(each) !== undefined || !hasFlag(each, ts.TypeFlags.Object));
    // Of two interfaces, no one says where an object that has both has its fields.
    const isOfOne = type.types.some((each) => isNominal(each)
      && type.types.every((other) => this.#checker.isTypeAssignableTo(each, other)));
    return isOpen || isOfOne ? undefined : { rule: "type of value", type };
  }

  #faultOfObject(type: ts.Type): TypeFault | undefined {
    const checker = this.#checker;
    const symbol = type.getSymbol();
    const isOfLibrary = symbol?.declarations?.[0]?.getSourceFile().fileName === LIB_FILE;
    if (isOfLibrary && ITERATORS.test(symbol!.name)) return { rule: "iterator", type };
    if (isOfLibrary && !isList(type, checker) && !this.#isOfTable(symbol!)) {
      return { rule: "type of value", type };
    }
    if (checker.isTupleType(type) && hasOpenEnd(type)) return { rule: "type of value", type };
    const inner = firstOf(argumentsOf(type, checker), (each) => this.faultOf(each));
    if (inner === undefined && isOfLibrary && KEYED.test(symbol!.name) && !this.#isKey(type)) {
      return { rule: "key", type };
    }
    if (inner !== undefined || isNominal(type) || isList(type, checker)) return inner;
    return this.#faultOfAnonymous(type);
  }

  /** What hashing and === take for the same in both worlds. */
  #isKey(map: ts.Type): boolean {
    const [key] = argumentsOf(map, this.#checker);
    return key === undefined || partsOf(key).every((each) =>
      !["null", "undefined"].includes(primitiveOf(each) ?? "")
        && each.getCallSignatures().length === 0);
  }

  #isOfTable({ name }: ts.Symbol): boolean {
    return libraryType(name) !== undefined
      && !["String", "Number", "BigInt", "Boolean"].includes(name) && !NAMESPACES.includes(name);
  }

  #faultOfAnonymous(type: ts.Type): TypeFault | undefined {
    if (type.getConstructSignatures().length > 0) return { rule: "class value", type };
    if (type.getStringIndexType() ?? type.getNumberIndexType()) {
      return { rule: "index signature", type };
    }
    const signatures = type.getCallSignatures();
    if (signatures.length > 1) return { rule: "call signature", type };
    const [signature] = signatures;
    if (signature !== undefined) return this.#faultOfSignature(signature);
    const properties = type.getProperties();
    if (properties.length === 0) return { rule: "type of value", type };
    return firstOf(properties, (each) => this.faultOf(this.#checker.getTypeOfSymbol(each)));
  }

  #faultOfSignature(signature: ts.Signature): TypeFault | undefined {
    const parameters = signature.parameters.map((each) => this.#checker.getTypeOfSymbol(each));
    return firstOf([...parameters, signature.getReturnType()], (each) => this.faultOf(each));
  }
}

/** The type that TypeScript gives to what it has already complained of. */
export const isErrorType = (type: ts.Type): boolean =>
  (type as ts.Type & { intrinsicName?: string }).intrinsicName === "error";

const hasOpenEnd = (type: ts.Type): boolean =>
  ((type as ts.TypeReference).target as ts.TupleType).elementFlags
    .some((flags) => flags !== ts.ElementFlags.Required);

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
