// The classes of the whole program, and what may be where: of a static type, which classes an
// object may have. A first lowering fills the world, whose result is dropped; then the classes are
// numbered, and the second lowering knows all of them.
//
// 1. A class's heirs follow it, so that "is it one of them" is a comparison of numbers.
// 2. What flows to an interface without naming it is noted where it flows.

import * as ts from "typescript";
import { BUILT_IN, type BuiltIn, type Shape } from "../../formats/objects/layout";
import { bug } from "../../base/bug";
import { refuse } from "./fault";
import type { ClassInfo } from "../ir/program";
import {
  classOfClass, closureClass, hasModifier, ownFields, recordClass, tupleClass, type ObjectClass,
} from "./classes";
import { numberClasses } from "./class-numbers";
import type { ClassNumbers, FrontParts } from "./parts";
import type { TypeReader } from "./type-reader";
import { isReference, type ClassType, type RecordType, type TupleType, type Type } from "./types";

export class World {
  readonly #checker: ts.TypeChecker;
  readonly #reader: TypeReader;
  readonly #classes = new Map<string, ObjectClass>();
  readonly #instantiated = new Set<ObjectClass>();
  /** By the key of the interface or the record: what flows there. */
  readonly #flows = new Map<string, Map<string, Type>>();
  readonly #implemented = new Map<ObjectClass, ReadonlySet<string>>();
  /** By offset: of which classes a field there is assigned, after an object has been made. */
  readonly #written = new Map<number, Set<ObjectClass>>();
  #numbers: ReadonlyMap<ObjectClass, ClassNumbers> | undefined;
  /** Changes whenever more is known. */
  version = 0;

  constructor(checker: ts.TypeChecker, reader: TypeReader) {
    this.#checker = checker;
    this.#reader = reader;
  }

  classOf(type: ClassType | RecordType | TupleType): ObjectClass {
    const known = this.#classes.get(type.key);
    if (known !== undefined) return known;
    switch (type.kind) {
      case "record": return this.#add(recordClass(type));
      case "tuple": return this.#add(tupleClass(type));
      case "class": {
        const base = this.baseOf(type);
        const own = ownFields(type, this.#checker, this.#reader);
        for (const each of own) refuseLooser(each.declaration!, base, each.name);
        return this.#add(classOfClass(type, base, own));
      }
    }
  }

  baseOf(type: ClassType): ObjectClass | undefined {
    const clause = type.declaration.heritageClauses
      ?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    const [base] = clause?.types ?? [];
    if (base === undefined) return undefined;
    const read = this.#reader.read(this.#checker.getTypeAtLocation(base), type.within, base);
    return read.kind === "class" ? this.classOf(read) : undefined;
  }

  /** Closures that captured references at the same places are of one class. */
  closureClass(captured: readonly Type[]): ObjectClass {
    const key = `closure ${captured.map((type) => (isReference(type) ? "r" : "w")).join("")}`;
    return this.#classes.get(key) ?? this.#add(closureClass(key, captured));
  }

  instantiate(made: ObjectClass): void {
    if (this.#instantiated.has(made)) return;
    this.#instantiated.add(made);
    this.version++;
  }

  /** Says that objects of `from` may be where `to`, an interface or a record, is expected. */
  flow(from: Type, to: Type): void {
    let into = this.#flows.get(to.key);
    if (into === undefined) this.#flows.set(to.key, into = new Map());
    if (into.has(from.key)) return;
    into.set(from.key, from);
    this.version++;
  }

  /** Says that a field is assigned, of objects of the type or the class. */
  noteWritten(of: Type | ObjectClass, offset: number): void {
    const classes = this.#written.get(offset) ?? new Set();
    this.#written.set(offset, classes);
    for (const each of "kind" in of ? this.possible(of) : [of]) classes.add(each);
  }

  /** For each word of an instance, whether it stays as it was when the instance was made. */
  #fixed(made: ObjectClass): boolean[] {
    return made.references.map((_, word) => this.#written.get(8 * word)?.has(made) !== true);
  }

  /** The classes that an object of the type may have, of those that are made. */
  possible(type: Type): readonly ObjectClass[] {
    const accepts = this.#acceptance(type, new Set());
    return [...this.#instantiated].filter(accepts);
  }

  #acceptance(type: Type, seen: Set<string>): (each: ObjectClass) => boolean {
    if (type.kind === "nullable") return this.#acceptance(type.of, seen);
    if (type.kind === "class") {
      const top = this.classOf(type);
      return (each) => each.isOrInherits(top);
    }
    if (type.kind === "tuple") return (each) => each.key === type.key;
    if (type.kind === "union") {
      const any = type.members.map((each) => this.#acceptance(each, seen));
      return (each) => any.some((accepts) => accepts(each));
    }
    if (type.kind === "unknown") return (each) => each.type !== undefined;
    const { key } = type;
    if (seen.has(key)) return () => false;
    seen.add(key);
    const flowing = [...(this.#flows.get(key)?.values() ?? [])]
      .map((from) => this.#acceptance(from, seen));
    return (each) => each.key === key || this.#interfacesOf(each).has(key)
      || flowing.some((accepts) => accepts(each));
  }

  /** Whether the class names the interface, itself or through another. */
  implementsNamed(made: ObjectClass, { key }: Type): boolean {
    return this.#interfacesOf(made).has(key);
  }

  #interfacesOf(made: ObjectClass): ReadonlySet<string> {
    const known = this.#implemented.get(made);
    if (known !== undefined) return known;
    const found = new Set<string>(made.base === undefined ? [] : this.#interfacesOf(made.base));
    if (made.type !== undefined) this.#addNamed(made.type.declaration, made.type, found);
    this.#implemented.set(made, found);
    return found;
  }

  #addNamed(
    declaration: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, type: ClassType,
    to: Set<string>,
  ): void {
    for (const { token, types } of declaration.heritageClauses ?? []) {
      const isBaseClass = token === ts.SyntaxKind.ExtendsKeyword;
      if (isBaseClass && !ts.isInterfaceDeclaration(declaration)) continue;
      for (const each of types) {
        this.#addNamedType(this.#checker.getTypeAtLocation(each), each, type, to);
      }
    }
  }

  #addNamedType(named: ts.Type, node: ts.Node, type: ClassType, to: Set<string>): void {
    const read = this.#reader.read(named, type.within, node);
    if (read.kind === "record") to.add(read.key);
    if (read.kind !== "interface" || to.has(read.key)) return;
    to.add(read.key);
    for (const base of named.getBaseTypes?.() ?? []) this.#addNamedType(base, node, type, to);
    const target = (named as ts.TypeReference).target as ts.InterfaceType | undefined;
    for (const base of target?.getBaseTypes?.() ?? []) this.#addNamedType(base, node, type, to);
  }

  // ---- numbers

  /** Numbers the classes, once all are known. */
  close(part: FrontParts["numberClasses"] = numberClasses): void {
    const classes = [...this.#classes.values()];
    const bases = classes.map(
      ({ base }) => (base === undefined ? undefined : classes.indexOf(base))
    );
    const numbered = part(bases, BUILT_IN.length)
      .map((row, i): [ObjectClass, ClassNumbers] => [classes[i]!, row])
      .sort(([, a], [, b]) => a.number - b.number);
    this.#numbers = new Map(numbered);
  }

  get isClosed(): boolean {
    return this.#numbers !== undefined;
  }

  /** 0 as long as the world is open. */
  number(made: ObjectClass): number {
    return this.#numbers?.get(made)?.number ?? (this.isClosed ? bug(`${made.key} is new`) : 0);
  }

  lastHeir(made: ObjectClass): number {
    return this.#numbers?.get(made)?.lastHeir ?? (this.isClosed ? bug(`${made.key} is new`) : 0);
  }

  table(): ClassInfo[] {
    const own = [...this.#numbers!].map(([made, { lastHeir }]): ClassInfo => ({
      name: made.name, shape: "instance", size: made.size, lastHeir, references: made.references,
      fixed: this.#fixed(made), isThrown: isError(made),
    }));
    return [...BUILT_IN.map(builtInInfo), ...own];
  }

  #add(made: ObjectClass): ObjectClass {
    this.#classes.set(made.key, made);
    this.version++;
    return made;
  }
}

/** What a base class has as readonly never changes, in no heir. */
function refuseLooser(own: ts.Node, base: ObjectClass | undefined, name: string): void {
  const known = base?.fields.find((each) => each.name === name)?.declaration;
  const isReadonly = (node: ts.Node): boolean =>
    hasModifier(node, ts.SyntaxKind.ReadonlyKeyword);
  if (known !== undefined && !name.startsWith("#") && isReadonly(known) && !isReadonly(own)) {
    refuse(own, `${name} is readonly in the base class: write readonly here too`);
  }
}

const ERROR_CLASS = "src/unikernel/runtime/errors.ts#KernelError";

/** Nothing else is thrown. */
const isError = (made: ObjectClass): boolean => made.key === ERROR_CLASS
  || (made.base !== undefined && isError(made.base));

function builtInInfo(name: BuiltIn, number: number): ClassInfo {
  const info = (shape: Shape, size: number, ...references: boolean[]): ClassInfo =>
    ({ name, shape, size, lastHeir: number, references, isThrown: false });
  switch (name) {
    case "string": case "words": case "references": case "bytes": return info(name, 8);
    case "array of words": case "array of references": return info("array", 16, false, true);
    case "cell of a word": return info("instance", 16, false, false);
    case "cell of a reference": return info("instance", 16, false, true);
    default: return info("view", 24, false, false, true);
  }
}
