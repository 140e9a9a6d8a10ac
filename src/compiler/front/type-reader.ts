// From TypeScript's types to the compiler's, under what stands for the type parameters.
//
// 1. What has no counterpart is refused at the node for which it was asked.
// 2. Map, Set and Error are classes of the runtime.

import * as ts from "typescript";
import { LIB_FILE } from "../language/lib-text";
import { libraryType } from "../language/library";
import { RULES } from "../language/rules";
import { refuse } from "./fault";
import {
  BIGINT, BOOLEAN, NEVER, NULL, NUMBER, STRING, UNKNOWN, VIEW_NAMES, VOID, arrayOf, closureType,
  isObject, isWord, nullable, recordOf, tupleOf, unionOf, view, type ClassType, type ObjectType,
  type Primitive, type Substitution, type Type, type ViewName,
} from "./types";

const PRIMITIVES: readonly (readonly [flags: ts.TypeFlags, type: Primitive])[] = [
  [ts.TypeFlags.NumberLike, NUMBER],
  [ts.TypeFlags.BigIntLike, BIGINT],
  [ts.TypeFlags.BooleanLike, BOOLEAN],
  [ts.TypeFlags.StringLike, STRING],
  [ts.TypeFlags.Undefined | ts.TypeFlags.Void, VOID],
  [ts.TypeFlags.Null, NULL],
  [ts.TypeFlags.Never, NEVER],
  [ts.TypeFlags.Unknown, UNKNOWN],
];

/** A runtime class by the language table's name for it: "maps#KernelMap". */
export type RuntimeClass = (name: string) => ts.ClassDeclaration;

export class TypeReader {
  readonly #checker: ts.TypeChecker;
  readonly #runtimeClass: RuntimeClass;
  readonly #read = new WeakMap<Substitution, Map<ts.Type, Type>>();
  readonly #beingRead = new Set<ts.Type>();

  constructor(checker: ts.TypeChecker, runtimeClass: RuntimeClass) {
    this.#checker = checker;
    this.#runtimeClass = runtimeClass;
  }

  read(type: ts.Type, within: Substitution, node: ts.Node): Type {
    let known = this.#read.get(within);
    if (known === undefined) this.#read.set(within, known = new Map());
    const found = known.get(type) ?? this.#readOnce(type, within, node);
    known.set(type, found);
    return found;
  }

  /** A function or array type that its own alias is a part of has no end. */
  #readOnce(type: ts.Type, within: Substitution, node: ts.Node): Type {
    if (this.#beingRead.has(type)) {
      return refuse(node, `${RULES.recursive[0]} (${this.#checker.typeToString(type)}); `
        + RULES.recursive[1]);
    }
    this.#beingRead.add(type);
    try {
      return this.#readNew(type, within, node);
    } finally {
      this.#beingRead.delete(type);
    }
  }

  /** The class with these type arguments. */
  classType(declaration: ts.ClassLikeDeclaration, given: readonly Type[]): ClassType {
    const own = this.#checker.getTypeAtLocation(declaration.name ?? declaration);
    const within = new Map<ts.Type, Type>();
    (declaration.typeParameters ?? []).forEach((parameter, i) => {
      within.set(this.#checker.getTypeAtLocation(parameter), given[i]!);
    });
    const name = `${declaration.getSourceFile().fileName}#${nameOf(declaration)}`;
    const key = `${name}${inBrackets(given)}`;
    const type: ClassType = { kind: "class", declaration, arguments: given, within, key };
    const self = (own as ts.InterfaceTypeWithDeclaredMembers & { thisType?: ts.Type }).thisType;
    if (self !== undefined) within.set(self, type);
    return type;
  }

  #readNew(type: ts.Type, within: Substitution, node: ts.Node): Type {
    const replaced = within.get(type);
    if (replaced !== undefined) return replaced;
    if (type.isUnion()) return this.#readUnion(type, within, node);
    const primitive = PRIMITIVES.find(([flags]) => (type.flags & flags) !== 0);
    if (primitive !== undefined) return primitive[1];
    if (type.isIntersection()) return this.#readIntersection(type, within, node);
    if ((type.flags & ts.TypeFlags.Object) !== 0) return this.#readObject(type, within, node);
    return this.#refuseType(type, node);
  }

  #readUnion(type: ts.UnionType, within: Substitution, node: ts.Node): Type {
    const members = type.types.map((each) => this.read(each, within, node));
    const isNullable = members.some(({ kind }) => ["null", "void", "nullable"].includes(kind));
    const rest = [...new Map(members
      .map((each) => (each.kind === "nullable" ? each.of : each))
      .filter(({ kind }) => kind !== "null" && kind !== "void" && kind !== "never")
      .map((each) => [each.key, each])).values()];
    const [only] = rest;
    if (only === undefined) return members[0]!;
    const union = rest.length === 1 ? only : this.#unionOf(rest, type, node);
    if (!isNullable) return union;
    if (isWord(union)) return this.#refuseType(type, node);
    return nullable(union);
  }

  #unionOf(members: readonly Type[], type: ts.Type, node: ts.Node): Type {
    const objects = members.flatMap((each): readonly ObjectType[] => {
      if (each.kind === "union") return each.members;
      return isObject(each) && each.kind !== "tuple" ? [each] : this.#refuseType(type, node);
    });
    return unionOf(objects);
  }

  /** A type with a brand is the type; T & {} is T. */
  #readIntersection(type: ts.IntersectionType, within: Substitution, node: ts.Node): Type {
    const primitive = type.types.find(({ flags }) =>
      PRIMITIVES.some(([which]) => (flags & which) !== 0));
    if (primitive !== undefined) return this.read(primitive, within, node);
    const members = type.types.filter((each) =>
      !(each.flags & ts.TypeFlags.Object && each.getProperties().length === 0));
    const read = members.map((each) => this.read(each, within, node));
    const found = read.find(({ kind }) => kind === "class") ?? read[0];
    if (found === undefined) return this.#refuseType(type, node);
    return found.kind === "nullable" ? found.of : found;
  }

  #readObject(type: ts.Type, within: Substitution, node: ts.Node): Type {
    const checker = this.#checker;
    const given = (): Type[] =>
      this.#argumentsOf(type).map((each) => this.read(each, within, node));
    if (checker.isTupleType(type)) return this.#readTuple(type as ts.TupleTypeReference, given());
    if (checker.isArrayType(type)) return arrayOf(given()[0]!);
    const symbol = type.getSymbol();
    const name = symbol?.name ?? "";
    const declaration = symbol?.declarations?.[0];
    if (declaration?.getSourceFile().fileName === LIB_FILE) {
      if (VIEW_NAMES.includes(name as ViewName)) return view(name as ViewName);
      const runtimeClass = libraryType(name.replace(/^Readonly/, ""))?.runtimeClass;
      if (runtimeClass !== undefined) {
        const [key, ...rest] = given();
        if (key?.kind === "nullable" || key?.kind === "closure") refuse(node, RULES.key.join("; "));
        return this.classType(this.#runtimeClass(runtimeClass), key ? [key, ...rest] : []);
      }
      return this.#refuseType(type, node);
    }
    if (type.isClass() || (symbol?.flags ?? 0) & ts.SymbolFlags.Class) {
      if (type.getConstructSignatures().length > 0) return this.#refuseType(type, node);
      return this.classType(symbol!.valueDeclaration as ts.ClassDeclaration, given());
    }
    const [signature] = type.getCallSignatures();
    if (signature !== undefined) return this.readSignature(signature, within, node);
    if (type.getConstructSignatures().length > 0) return this.#refuseType(type, node);
    return this.#readMembers(type, within, node, given);
  }

  readSignature(signature: ts.Signature, within: Substitution, node: ts.Node): Type {
    if (signature.typeParameters !== undefined) {
      return refuse(node, "a generic function is no value: call it, or write a function around it");
    }
    const parameters = signature.parameters.map((each) =>
      this.read(this.#checker.getTypeOfSymbolAtLocation(each, node), within, node));
    const result = this.read(signature.getReturnType(), within, node);
    return closureType(parameters, result);
  }

  #readTuple(type: ts.TupleTypeReference, elements: readonly Type[]): Type {
    const [first] = elements;
    const isVariadic = type.target.elementFlags.some((flags) => flags !== ts.ElementFlags.Required);
    if (isVariadic || first === undefined) return arrayOf(first ?? NEVER);
    return tupleOf(elements);
  }

  #readMembers(
    type: ts.Type, within: Substitution, node: ts.Node, given: () => Type[],
  ): Type {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const isInterface = ((symbol?.flags ?? 0) & ts.SymbolFlags.Interface) !== 0;
    if (symbol !== undefined && (isInterface || type.aliasSymbol !== undefined)) {
      const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
      const name = `${file}#${symbol.name}`;
      const parameters = isInterface
        ? given() : (type.aliasTypeArguments ?? []).map((each) => this.read(each, within, node));
      return { kind: "interface", name, type, within, key: `${name}${inBrackets(parameters)}` };
    }
    return recordOf(type.getProperties().map((property) =>
      ({ name: property.name, type: this.readProperty(property, within, node) })));
  }

  /** What a property of an object type holds; every object has it. */
  readProperty(property: ts.Symbol, within: Substitution, node: ts.Node): Type {
    if ((property.flags & ts.SymbolFlags.Optional) !== 0) {
      return refuse(node, `every object has ${property.name}, or none: declare it with | null`);
    }
    return this.read(this.#checker.getTypeOfSymbolAtLocation(property, node), within, node);
  }

  /** Without the one for `this`. */
  #argumentsOf(type: ts.Type): readonly ts.Type[] {
    if (((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) === 0) return [];
    const reference = type as ts.TypeReference;
    const given = this.#checker.getTypeArguments(reference);
    return given.slice(0, reference.target.typeParameters?.length ?? 0);
  }

  #refuseType(type: ts.Type, node: ts.Node): never {
    const text = this.#checker.typeToString(type);
    return refuse(node, `kernel TypeScript has no value of type ${text}`);
  }
}

export const inBrackets = (types: readonly Type[]): string =>
  (types.length === 0 ? "" : `<${types.map(({ key }) => key).join(",")}>`);

/** A class expression is called by its place. */
export function nameOf(declaration: ts.ClassLikeDeclaration): string {
  if (declaration.name !== undefined) return declaration.name.text;
  return `<class ${declaration.getStart()}>`;
}
