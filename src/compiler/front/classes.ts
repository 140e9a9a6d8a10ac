// What objects of a class hold and answer to: fields at offsets, methods, accessors. Records and
// tuples have fields alone, closures what they captured.
//
// 1. A class's fields follow those of its base class, so what reads a field need not know the heir.
// 2. A field that an heir declares again is the same field.

import * as ts from "typescript";
import { BODY, CLOSURE } from "../../formats/objects/layout";
import { LIBRARY } from "../language/library";
import { RUNTIME } from "./runtime";
import { isReference, type ClassType, type RecordType, type TupleType, type Type } from "./types";
import { nameOf, type TypeReader } from "./type-reader";

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly offset: number;
  readonly declaration?: ts.Declaration;
}

export type Member =
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "method"; readonly owner: ObjectClass; readonly node: ts.MethodDeclaration }
  | {
    readonly kind: "accessor"; readonly owner: ObjectClass;
    readonly get?: ts.GetAccessorDeclaration; readonly set?: ts.SetAccessorDeclaration;
  };

/** A class of objects, with its type arguments. */
export class ObjectClass {
  readonly key: string;
  readonly name: string;
  readonly base: ObjectClass | undefined;
  /** Those of the base class first. */
  readonly fields: readonly Field[];
  /** In bytes, header and all. */
  readonly size: number;
  /** Of each word of an instance, whether it is a reference. */
  readonly references: readonly boolean[];
  readonly type: ClassType | undefined;
  readonly #members = new Map<string, Member | undefined>();

  constructor(
    key: string, name: string, type: ClassType | undefined, base: ObjectClass | undefined,
    own: readonly Omit<Field, "offset">[], start: number = BODY,
  ) {
    this.key = key;
    this.name = name;
    this.type = type;
    this.base = base;
    const fields = [...(base?.fields ?? [])];
    let offset = base?.size ?? start;
    for (const each of own) {
      const known = each.name.startsWith("#")
        ? -1 : fields.findIndex(({ name: other }) => other === each.name);
      if (known >= 0) fields[known] = { ...each, offset: fields[known]!.offset };
      else {
        fields.push({ ...each, offset });
        offset += 8;
      }
    }
    this.fields = fields;
    this.size = offset;
    this.references = Array.from({ length: offset / 8 }, (_, word) =>
      fields.some((field) => field.offset === 8 * word && isReference(field.type)));
  }

  isOrInherits(other: ObjectClass): boolean {
    return this === other || (this.base?.isOrInherits(other) ?? false);
  }

  /** What the name stands for on an instance, wherever it was declared. */
  member(name: string): Member | undefined {
    if (!this.#members.has(name)) this.#members.set(name, this.#find(name));
    return this.#members.get(name);
  }

  /** The member that this declaration declares: of #private names there may be several. */
  declared(declaration: ts.Node): Member | undefined {
    const parent = declaration.parent;
    if (this.type?.declaration !== parent) return this.base?.declared(declaration);
    const name = (declaration as ts.PropertyDeclaration).name;
    const field = this.fields.find((each) => each.declaration === declaration);
    return field === undefined ? this.member(name.getText()) : { kind: "field", field };
  }

  #find(name: string): Member | undefined {
    const own = this.type?.declaration.members.filter((each) =>
      each.name !== undefined && textOf(each.name) === name && !isStatic(each)) ?? [];
    const method = own.find((each) => ts.isMethodDeclaration(each) && each.body !== undefined);
    if (method !== undefined) {
      return { kind: "method", owner: this, node: method as ts.MethodDeclaration };
    }
    const get = own.find(ts.isGetAccessorDeclaration);
    const set = own.find(ts.isSetAccessorDeclaration);
    if (get?.body !== undefined || set?.body !== undefined) {
      return { kind: "accessor", owner: this, ...(get && { get }), ...(set && { set }) };
    }
    const inherited = this.base?.member(name);
    const field = this.fields.findLast((each) => each.name === name);
    return field === undefined ? inherited : { kind: "field", field };
  }
}

export const textOf = (name: ts.Node): string =>
  (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name)
    || ts.isNumericLiteral(name) ? name.text : name.getText());

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node)
    && (ts.getModifiers(node) ?? []).some((each) => each.kind === kind);
}

export const isStatic = (node: ts.Node): boolean => hasModifier(node, ts.SyntaxKind.StaticKeyword);

/** The class's own fields, in the order in which they stand. */
export function ownFields(
  type: ClassType, checker: ts.TypeChecker, reader: TypeReader,
): Omit<Field, "offset">[] {
  return type.declaration.members.filter(ts.isPropertyDeclaration)
    .filter((each) => !isStatic(each) && !hasModifier(each, ts.SyntaxKind.AbstractKeyword)
      && !hasModifier(each, ts.SyntaxKind.DeclareKeyword))
    .map((each) => ({
      name: textOf(each.name), declaration: each,
      type: reader.read(checker.getTypeAtLocation(each), type.within, each),
    }));
}

export const recordClass = (type: RecordType): ObjectClass =>
  new ObjectClass(type.key, "Object", undefined, undefined, type.properties);

export const tupleClass = (type: TupleType): ObjectClass =>
  new ObjectClass(type.key, "Array", undefined, undefined,
    type.elements.map((element, i) => ({ name: String(i), type: element })));

export const classOfClass = (
  type: ClassType, base: ObjectClass | undefined, own: readonly Omit<Field, "offset">[],
): ObjectClass => new ObjectClass(type.key, programName(type.declaration), type, base, own);

/** What a program calls the class: Map, not KernelMap. */
function programName(declaration: ts.ClassLikeDeclaration): string {
  const name = nameOf(declaration);
  const isRuntime = declaration.getSourceFile().fileName.startsWith(RUNTIME);
  return LIBRARY.find(({ runtimeClass }) => isRuntime && runtimeClass?.endsWith(`#${name}`))?.name
    ?? name;
}

/** Behind the code, what was captured. */
export const closureClass = (key: string, captured: readonly Type[]): ObjectClass =>
  new ObjectClass(key, "Function", undefined, undefined,
    captured.map((type, i) => ({ name: String(i), type })), CLOSURE.captured);
