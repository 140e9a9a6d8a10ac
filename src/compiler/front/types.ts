// The compiler's types: what a value is in memory, and no more. Two types are the same if their
// keys are. Literal types, readonly and aliases are gone; type parameters are replaced.
//
// 1. Every value is one word. What isReference says of its type decides who looks at the word: the
//    collector follows references and nothing else.
// 2. A tuple whose elements are of one type is an array: a table of `as const` can be indexed.

import type ts from "typescript";
import type { BuiltIn } from "../../formats/objects/layout";
import type { Kind } from "../ir/function";

export const VIEW_NAMES = [
  "Uint8Array", "Int8Array", "Uint16Array", "Int16Array", "Uint32Array", "Int32Array",
  "BigUint64Array",
] as const satisfies readonly BuiltIn[];

export type ViewName = (typeof VIEW_NAMES)[number];

/** What stands for each type parameter of a generic declaration. */
export type Substitution = ReadonlyMap<ts.Type, Type>;

interface Keyed { readonly key: string }

export interface Primitive extends Keyed {
  readonly kind: "number" | "bigint" | "boolean" | "string" | "void" | "null" | "never" | "unknown";
}

/** A class with its type arguments. `within`: what stands for type parameters in its body. */
export interface ClassType extends Keyed {
  readonly kind: "class";
  readonly declaration: ts.ClassLikeDeclaration;
  readonly arguments: readonly Type[];
  readonly within: Substitution;
}

/** An interface, or an object type that an alias names: whatever flows to it. */
export interface InterfaceType extends Keyed {
  readonly kind: "interface";
  /** Without its type arguments. */
  readonly name: string;
  readonly type: ts.Type;
  readonly within: Substitution;
}

/** An object type without a name, by its properties in alphabetical order. */
export interface RecordType extends Keyed {
  readonly kind: "record";
  readonly properties: readonly { readonly name: string; readonly type: Type }[];
}

export interface TupleType extends Keyed {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
}

export interface UnionType extends Keyed {
  readonly kind: "union";
  readonly members: readonly ObjectType[];
}

export interface ArrayType extends Keyed { readonly kind: "array"; readonly element: Type }
interface ViewType extends Keyed { readonly kind: "view"; readonly name: ViewName }
interface NullableType extends Keyed { readonly kind: "nullable"; readonly of: Type }

export interface ClosureType extends Keyed {
  readonly kind: "closure";
  readonly parameters: readonly Type[];
  readonly result: Type;
}

export type ObjectType = ClassType | InterfaceType | RecordType;

export type Type =
  | Primitive | ObjectType | TupleType | UnionType | ArrayType | ViewType | NullableType
  | ClosureType;

const primitive = (kind: Primitive["kind"]): Primitive => ({ kind, key: kind });

export const NUMBER = primitive("number");
export const BIGINT = primitive("bigint");
export const BOOLEAN = primitive("boolean");
export const STRING = primitive("string");
export const VOID = primitive("void");
export const NULL = primitive("null");
export const NEVER = primitive("never");
/** What is caught: an object of some class. */
export const UNKNOWN = primitive("unknown");

const keys = (types: readonly Type[]): string => types.map(({ key }) => key).join(",");

export const sameType = (a: Type, b: Type): boolean => a.key === b.key;

export const arrayOf = (element: Type): ArrayType =>
  ({ kind: "array", element, key: `${bracketed(element)}[]` });

export const view = (name: ViewName): ViewType => ({ kind: "view", name, key: name });

export const tupleOf = (elements: readonly Type[]): Type => {
  const [first] = elements;
  if (first !== undefined && elements.every((each) => sameType(each, first))) return arrayOf(first);
  return { kind: "tuple", elements, key: `[${keys(elements)}]` };
};

export const closureType = (parameters: readonly Type[], result: Type): ClosureType =>
  ({ kind: "closure", parameters, result, key: `(${keys(parameters)})=>${result.key}` });

export const nullable = (of: Type): Type =>
  (of.kind === "nullable" || of.kind === "null" || of.kind === "void" || of.kind === "unknown"
    ? of : { kind: "nullable", of, key: `${bracketed(of)}|null` });

export const withoutNull = (type: Type): Type => (type.kind === "nullable" ? type.of : type);

export const recordOf = (properties: RecordType["properties"]): RecordType => {
  const sorted = [...properties].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    kind: "record", properties: sorted,
    key: `{${sorted.map(({ name, type }) => `${name}:${type.key}`).join(",")}}`,
  };
};

export const unionOf = (members: readonly ObjectType[]): ObjectType | UnionType => {
  const distinct = [...new Map(members.map((each) => [each.key, each])).values()];
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return only;
  return { kind: "union", members: distinct, key: distinct.map(({ key }) => key).join("|") };
};

const bracketed = (type: Type): string =>
  (type.kind === "closure" || type.kind === "union" || type.kind === "nullable"
    ? `(${type.key})` : type.key);

export function isReference(type: Type): boolean {
  switch (type.kind) {
    case "number": case "bigint": case "boolean": case "void": case "never": return false;
    default: return true;
  }
}

/** What has no null. */
export const isWord = ({ kind }: Type): boolean =>
  kind === "number" || kind === "bigint" || kind === "boolean";

export function isObject(type: Type): type is ObjectType | UnionType | TupleType {
  return ["class", "interface", "record", "union", "tuple"].includes(type.kind);
}

/** What the intermediate representation calls a value of the type. */
export function kindOf(type: Type): Kind {
  switch (type.kind) {
    case "number": return "number";
    case "bigint": return "word";
    case "boolean": return "boolean";
    case "void": case "never": return "raw";
    case "nullable": case "null": return "ref?";
    default: return "ref";
  }
}
