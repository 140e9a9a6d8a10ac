// Whether a value of one type may stand where another is wanted, by name: TypeScript asks what
// members a class has, the compiled program relies on which class it is.

import * as ts from "typescript";
import { LIB_FILE } from "../../language/lib-text";
import type { Rule } from "../../language/rules";
import {
  argumentsOf, hasFlag, isList, isNominal, isReadonlySymbol, partsOf, primitiveOf, shapeOf,
} from "./shape";

const DEEPEST = 6;

/** Its caller fills in defaults, packs the rest, chooses the types: of a value, it knows none. */
export function needsMoreThanItsType(
  declaration: ts.SignatureDeclaration | ts.JSDocSignature,
): boolean {
  const { parameters, typeParameters } = declaration;
  return typeParameters !== undefined || parameters.some((each) =>
    ts.isParameter(each) && (each.initializer ?? each.dotDotDotToken ?? each.questionToken));
}

export class Nominal {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** The rule that keeps `source` from standing for `target`, if TypeScript lets it. */
  misfit(source: ts.Type, target: ts.Type, depth = 0): Rule | undefined {
    if (source === target || depth > DEEPEST) return undefined;
    const wanted = partsOf(target).filter((each) => primitiveOf(each) === undefined);
    for (const part of partsOf(source)) {
      if (primitiveOf(part) !== undefined || !hasFlag(part, ts.TypeFlags.Object)) continue;
      const rules = wanted.map((each) => this.#misfitOfObject(part, each, depth));
      if (rules.length > 0 && !rules.includes(undefined)) return rules[0];
    }
    return undefined;
  }

  #misfitOfObject(source: ts.Type, target: ts.Type, depth: number): Rule | undefined {
    const checker = this.#checker;
    if (source === target || !hasFlag(target, ts.TypeFlags.Object)) return undefined;
    if (isOfLibrary(target) && nameOf(target) === "ArrayLike") return undefined;
    if (isList(target, checker) || isList(source, checker)) {
      return this.#misfitOfList(source, target);
    }
    const [signature] = target.getCallSignatures();
    if (signature !== undefined) return this.#misfitOfFunction(source, signature, depth);
    if (isNominal(target)) return this.#misfitOfNamed(source, target, depth);
    if (isNominal(source)) return this.#names(source, target) ? undefined : "look-alike";
    return this.#misfitOfRecords(source, target, depth);
  }

  #misfitOfList(source: ts.Type, target: ts.Type): Rule | undefined {
    const checker = this.#checker;
    if (!isList(source, checker) || !isList(target, checker)) return "look-alike";
    const [sources, targets] = [argumentsOf(source, checker), argumentsOf(target, checker)];
    // Of an empty literal nothing is read.
    if (sources.length === 0 || sources.every((each) => hasFlag(each, ts.TypeFlags.Never))) {
      return undefined;
    }
    const isWritten = !isReadonlyList(target, checker);
    const isSame = sources.every((each, i) =>
      this.#isSame(each, targets[checker.isTupleType(target) ? i : 0], isWritten));
    return isSame ? undefined : "array of heirs";
  }

  /** What is written as the target's is read as the source's: it is of the same literals, too. */
  #isSame(source: ts.Type, target: ts.Type | undefined, isWritten: boolean): boolean {
    const checker = this.#checker;
    return target !== undefined && shapeOf(source, checker) === shapeOf(target, checker)
      && (!isWritten || checker.isTypeAssignableTo(target, source));
  }

  #misfitOfFunction(source: ts.Type, wanted: ts.Signature, depth: number): Rule | undefined {
    const [given] = source.getCallSignatures();
    if (given === undefined) return "look-alike";
    const { declaration } = given;
    const isOther = declaration !== undefined && declaration !== wanted.declaration;
    if (isOther && needsMoreThanItsType(declaration)) return "function value";
    const typeOf = (symbol: ts.Symbol): ts.Type => this.#checker.getTypeOfSymbol(symbol);
    for (const [i, parameter] of given.parameters.entries()) {
      const passed = wanted.parameters[i];
      const rule = passed && this.misfit(typeOf(passed), typeOf(parameter), depth + 1);
      if (rule !== undefined) return rule;
    }
    const result = wanted.getReturnType();
    if (hasFlag(result, ts.TypeFlags.Void)) return undefined;
    return this.misfit(given.getReturnType(), result, depth + 1);
  }

  /** `target` is a class or an interface, of a module or of the library. */
  #misfitOfNamed(source: ts.Type, target: ts.Type, depth: number): Rule | undefined {
    if (!isNominal(source)) {
      const isInterface = (target.getSymbol()!.flags & ts.SymbolFlags.Class) === 0
        && !isOfLibrary(target);
      return isInterface ? this.#misfitOfProperties(source, target, depth) : "look-alike";
    }
    if (source.getSymbol() === target.getSymbol() || isReadonlyOf(source, target)) {
      const targets = argumentsOf(target, this.#checker);
      const isSame = argumentsOf(source, this.#checker)
        .every((each, i) => this.#isSame(each, targets[i], !isReadonlyContainer(target)));
      return isSame ? undefined : "array of heirs";
    }
    if (!this.#names(source, target)) return "look-alike";
    const isGeneric = argumentsOf(target, this.#checker).length > 0;
    if (isGeneric && !this.#haveSameFields(source, target)) return "array of heirs";
    return isGeneric ? this.#misfitOfProperties(source, target, depth) : undefined;
  }

  /** Through the interface, a field can be assigned what the interface says of it. */
  #haveSameFields(source: ts.Type, target: ts.Type): boolean {
    const fields = target.getProperties().filter(({ declarations = [] }) =>
      declarations.some((each) => ts.isPropertySignature(each) && each.modifiers === undefined));
    return fields.every((field) => {
      const given = source.getProperty(field.name);
      const wanted = this.#checker.getTypeOfSymbol(field);
      return given === undefined
        || this.#isSame(this.#checker.getTypeOfSymbol(given), wanted, true);
    });
  }

  /** Whether it derives from `target` or names it with `implements`, itself or by another. */
  #names(source: ts.Type, target: ts.Type): boolean {
    if (isSameName(source, target)) return true;
    return this.#basesOf(source).some((base) => this.#names(base, target));
  }

  #basesOf(type: ts.Type): readonly ts.Type[] {
    const declared = this.#checker.getDeclaredTypeOfSymbol(type.getSymbol()!);
    const bases = declared.isClassOrInterface() ? this.#checker.getBaseTypes(declared) : [];
    const named = (type.getSymbol()!.declarations ?? []).flatMap((each) =>
      (ts.isClassLike(each) ? each.heritageClauses ?? [] : [])
        .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
        .flatMap(({ types }) => types.map((node) => this.#checker.getTypeAtLocation(node))));
    return [...bases, ...named].filter((each) => each.getSymbol() !== undefined);
  }

  /** Of object literals: the same names, or who reads one would not find what he looks for. */
  #misfitOfRecords(source: ts.Type, target: ts.Type, depth: number): Rule | undefined {
    const namesOf = (type: ts.Type): string =>
      type.getProperties().map(({ name }) => name).sort().join();
    const isNamed = target.aliasSymbol !== undefined;
    if (!isNamed && namesOf(source) !== namesOf(target)) return "look-alike";
    return this.#misfitOfProperties(source, target, depth);
  }

  #misfitOfProperties(source: ts.Type, target: ts.Type, depth: number): Rule | undefined {
    for (const wanted of target.getProperties()) {
      const given = source.getProperty(wanted.name);
      if (given === undefined) continue;
      const [has, wants] = [given, wanted].map((each) => this.#checker.getTypeOfSymbol(each));
      const rule = this.misfit(has!, wants!, depth + 1);
      if (rule !== undefined) return rule;
      // Through the target, the source's own field can be assigned.
      const isAssigned = !isReadonlySymbol(wanted) && (wanted.flags & ts.SymbolFlags.Method) === 0;
      if (isAssigned && !this.#isSame(has!, wants, true)) return "field override";
    }
    return undefined;
  }
}

const nameOf = (type: ts.Type): string | undefined => type.getSymbol()?.name;

const isOfLibrary = (type: ts.Type): boolean =>
  type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName === LIB_FILE;

const isReadonlyOf = (source: ts.Type, target: ts.Type): boolean =>
  isOfLibrary(source) && isOfLibrary(target) && `Readonly${nameOf(source)}` === nameOf(target);

const isReadonlyContainer = (type: ts.Type): boolean =>
  isOfLibrary(type) && nameOf(type)!.startsWith("Readonly");

const isReadonlyList = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  (checker.isTupleType(type) ? ((type as ts.TupleTypeReference).target.readonly)
    : isReadonlyContainer(type));

const isSameName = (a: ts.Type, b: ts.Type): boolean =>
  a.getSymbol() === b.getSymbol()
    || (a.aliasSymbol !== undefined && a.aliasSymbol === b.aliasSymbol);
