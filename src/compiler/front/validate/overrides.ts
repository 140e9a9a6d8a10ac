// Members that stand for others: those of a base class, of an interface that the class names.
// TypeScript lets a method take less than the other, and a field that is only read stand for one
// that is assigned. Who has the object under the other's type would not know.

import * as ts from "typescript";
import { isAssignmentTarget } from "../references";
import { isStatic } from "./nodes";
import type { Check, Context } from "./refusal";
import { isReadonlySymbol, shapeOf } from "./shape";

type Declared = ts.ClassLikeDeclaration | ts.InterfaceDeclaration;

interface Pair {
  readonly given: ts.Symbol;
  readonly wanted: ts.Symbol;
  /** Where the member stands, or else the name of the interface. */
  readonly at: ts.Node;
}

/** Each member that stands here against the one of the base class or interface. */
export function checkOverrides(node: Declared, base: ts.Type, context: Context): void {
  for (const member of node.members) {
    if (member.name === undefined || !ts.isIdentifier(member.name) || isStatic(member)) continue;
    const wanted = base.getProperty(member.name.text);
    const given = context.checker.getSymbolAtLocation(member.name);
    if (wanted && given) checkPair({ given, wanted, at: member }, context);
  }
}

/** What the interface has against what the class has, also from its base classes. */
export function checkImplemented(
  node: ts.ClassLikeDeclaration, named: ts.ExpressionWithTypeArguments, context: Context,
): void {
  const { checker } = context;
  const own = checker.getTypeAtLocation(node);
  for (const wanted of checker.getTypeAtLocation(named).getProperties()) {
    const given = own.getProperty(wanted.name);
    if (given === undefined) continue;
    const member = given.declarations?.find((each) => each.parent === node);
    checkPair({ given, wanted, at: member ?? named }, context);
  }
}

function checkPair(pair: Pair, context: Context): void {
  const { given, wanted, at } = pair;
  const { checker, nominal, refuse } = context;
  const [has, wants] = [given, wanted].map((each) => checker.getTypeOfSymbolAtLocation(each, at));
  if (isMethod(given) !== isMethod(wanted)) {
    refuse(at, "field override", "a field for a method, or a method for a field");
  } else if (isMethod(given)) {
    checkMethod(pair, has!, wants!, context);
  } else if (!isReadonlySymbol(wanted) && isReadonlySymbol(given)) {
    refuse(at, "field override", "a member that is only read, for one that may be assigned",
      "write readonly, or get alone, there too; or give this one a setter");
  } else if (!isReadonlySymbol(wanted) && !isSame(has!, wants!, context)) {
    refuse(at, "field override");
  } else if (nominal.misfit(has!, wants!) !== undefined) {
    refuse(at, "field override");
  }
}

/** What is assigned under the other's type is read under this one. */
const isSame = (has: ts.Type, wants: ts.Type, { checker }: Context): boolean =>
  shapeOf(has, checker) === shapeOf(wants, checker) && checker.isTypeAssignableTo(wants, has);

const isMethod = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Method) !== 0;

/** What the other takes, this one must take: TypeScript lets a method's parameters be narrower. */
function checkMethod(
  { given, wanted, at }: Pair, has: ts.Type, wants: ts.Type, context: Context,
): void {
  const { checker, nominal, refuse } = context;
  const [own] = has.getCallSignatures();
  const [other] = wants.getCallSignatures();
  if (own === undefined || other === undefined) return;
  if (own.typeParameters !== undefined) {
    refuse(at, "generic method");
    refuse(wanted.valueDeclaration ?? at, "generic method");
  }
  const member = given.valueDeclaration as ts.MethodDeclaration | undefined;
  const isHere = member === at;
  for (const [i, parameter] of own.parameters.entries()) {
    const passed = other.parameters[i] && checker.getTypeOfSymbol(other.parameters[i]);
    const takes = checker.getTypeOfSymbol(parameter);
    if (passed === undefined) continue;
    const isTaken = checker.isTypeAssignableTo(passed, takes)
      && nominal.misfit(passed, takes) === undefined;
    if (!isTaken) refuse(isHere ? member.parameters[i] ?? at : at, "field override");
  }
  if (nominal.misfit(own.getReturnType(), other.getReturnType()) !== undefined) {
    refuse(isHere ? member.name : at, "field override");
  }
}

/**
 * A static field by its own class's name: by an heir's, JavaScript makes the heir one of its own.
 */
export const staticField: Check = (node, { checker, refuse }) => {
  if (!ts.isPropertyAccessExpression(node)) return;
  const declaration = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (declaration === undefined || !isStatic(declaration)) return;
  const isMade = ts.isPropertyDeclaration(declaration) && isAssignmentTarget(node);
  if (!isMade && !ts.isPrivateIdentifier(node.name)) return;
  const named = checker.getTypeAtLocation(node.expression).getSymbol();
  if (named !== checker.getTypeAtLocation(declaration.parent).getSymbol()) {
    refuse(node, "static of heir");
  }
};
