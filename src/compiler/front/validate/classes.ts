// Classes and what they derive from: a member that stands for another has its type, and no one sees
// a field without value.

import * as ts from "typescript";
import { adviceAgainst } from "../../language/refused-library";
import { isOfLibrary, isStatic, thisContainer } from "./nodes";
import { checkImplemented, checkOverrides } from "./overrides";
import type { Check, Context } from "./refusal";
import { shapeOf } from "./shape";
import { isError } from "./statements";

export const classRule: Check = (node, context) => {
  if (ts.isClassLike(node)) checkClass(node, context);
  else if (ts.isInterfaceDeclaration(node)) checkInterface(node, context);
  else if (node.kind === ts.SyntaxKind.ThisKeyword) checkEarlyThis(node, context);
};

function checkInterface(node: ts.InterfaceDeclaration, context: Context): void {
  checkMerged(node, context);
  for (const { types } of node.heritageClauses ?? []) {
    for (const type of types) {
      checkOverrides(node, context.checker.getTypeAtLocation(type), context);
    }
  }
  for (const member of node.members) {
    if (ts.isMethodSignature(member) && member.typeParameters) {
      context.refuse(member, "generic method");
    }
  }
}

function checkMerged(
  node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, { checker, refuse }: Context,
): void {
  const declarations = (node.name && checker.getSymbolAtLocation(node.name)?.declarations) ?? [];
  if (declarations.length > 1) refuse(node, "merged");
}

function checkClass(node: ts.ClassLikeDeclaration, context: Context): void {
  const { checker, refuse } = context;
  checkMerged(node, context);
  for (const { token, types } of node.heritageClauses ?? []) {
    for (const type of types) {
      if (token === ts.SyntaxKind.ExtendsKeyword && !isBaseClass(type, context)) {
        refuse(type, "base class");
      }
      if (token === ts.SyntaxKind.ExtendsKeyword) {
        checkErrorMembers(node, checker.getTypeAtLocation(type), context);
        checkOverrides(node, checker.getTypeAtLocation(type), context);
      } else checkImplemented(node, type, context);
    }
  }
  for (const member of node.members) checkPair(member, context);
}

/** What is assigned is read as well, and what is read is what was assigned. */
function checkPair(member: ts.ClassElement, { checker, refuse }: Context): void {
  if (!ts.isSetAccessor(member)) return;
  const getter = (member.parent as ts.ClassLikeDeclaration).members.find((each) =>
    ts.isGetAccessor(each) && each.name.getText() === member.name.getText()
      && isStatic(each) === isStatic(member));
  const [parameter] = member.parameters;
  const [given, taken] = [getter, parameter].map((each) =>
    each && shapeOf(checker.getTypeAtLocation(each), checker));
  if (given !== taken) refuse(member, "accessor pair");
}

function isBaseClass(
  { expression }: ts.ExpressionWithTypeArguments, { checker }: Context,
): boolean {
  const symbol = checker.getSymbolAtLocation(expression);
  const target = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0
    ? checker.getAliasedSymbol(symbol) : symbol;
  if (!ts.isIdentifier(expression) || target === undefined) return false;
  return isOfLibrary(target) ? target.name === "Error"
    : (target.flags & ts.SymbolFlags.Class) !== 0;
}

/** What JavaScript's errors have besides, and ours have not. */
const OF_ERRORS = ["name", "stack", "cause", "toString"];

function checkErrorMembers(
  node: ts.ClassLikeDeclaration, base: ts.Type, { checker, refuse }: Context,
): void {
  if (!isError(base, checker)) return;
  for (const member of node.members) {
    if (member.name !== undefined && OF_ERRORS.includes(member.name.getText())) {
      refuse(member, "library", "a member that JavaScript's errors have already",
        adviceAgainst(`Error.prototype.${member.name.getText()}`));
    }
  }
}

/**
 * While an object is made, `this` is only a way to its fields, until each has a value: TypeScript
 * itself sees that no field is read before. What a method of the class reads, or whoever gets the
 * object, it does not see.
 */
function checkEarlyThis(node: ts.Node, { program, checker, refuse }: Context): void {
  const container = thisContainer(node);
  const isMaking = ts.isConstructorDeclaration(container)
    || (ts.isPropertyDeclaration(container) && !isStatic(container));
  if (!isMaking || isFieldAccess(node, checker)) return;
  const owner = container.parent as ts.ClassLikeDeclaration;
  const missing = ts.isConstructorDeclaration(container)
    ? fieldsWithoutValue(owner, container, node) : fieldsAfter(owner, container);
  if (missing || hasLaterFields(owner, program, checker)) refuse(node, "early this");
}

/** this.field, read or written, outside of a closure; a method or an accessor is no field. */
function isFieldAccess(node: ts.Node, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent)) return false;
  const symbol = checker.getSymbolAtLocation(parent.name);
  const around = ts.findAncestor(node, (each) =>
    ts.isArrowFunction(each) || ts.isClassElement(each));
  const isInClosure = around !== undefined && ts.isArrowFunction(around);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Property) !== 0 && !isInClosure;
}

const needsValue = (member: ts.ClassElement): member is ts.PropertyDeclaration =>
  ts.isPropertyDeclaration(member) && !isStatic(member) && member.initializer === undefined
    && member.questionToken === undefined;

/** Of the fields that the constructor assigns, whether one is first assigned behind `node`. */
function fieldsWithoutValue(
  owner: ts.ClassLikeDeclaration, container: ts.ConstructorDeclaration, node: ts.Node,
): boolean {
  const assigned = new Set<string>();
  for (const each of container.body?.statements ?? []) {
    if (each.pos >= node.pos) break;
    const assignment = ts.isExpressionStatement(each) && ts.isBinaryExpression(each.expression)
      ? each.expression : undefined;
    const target = assignment?.operatorToken.kind === ts.SyntaxKind.EqualsToken ? assignment.left
      : undefined;
    if (target !== undefined && ts.isPropertyAccessExpression(target)
      && target.expression.kind === ts.SyntaxKind.ThisKeyword) assigned.add(target.name.text);
  }
  return owner.members.some((each) => needsValue(each) && !assigned.has(each.name.getText()));
}

/** In an initializer, fields below it have no value yet, nor those that the constructor assigns. */
function fieldsAfter(owner: ts.ClassLikeDeclaration, field: ts.Node): boolean {
  return owner.members.some((each) => needsValue(each)
    || (ts.isPropertyDeclaration(each) && !isStatic(each) && each.pos > field.pos));
}

/** Whether an heir has methods that override, and fields for them to read before they are made. */
function hasLaterFields(
  owner: ts.ClassLikeDeclaration, program: ts.Program, checker: ts.TypeChecker,
): boolean {
  const own = owner.name && checker.getSymbolAtLocation(owner.name);
  const classes = program.getSourceFiles()
    .flatMap(({ statements }) => statements.filter(ts.isClassDeclaration));
  return classes.some((each) => each !== owner
    && each.members.some((member) => ts.isPropertyDeclaration(member) && !isStatic(member))
    && each.members.some((member) => ts.isMethodDeclaration(member) || ts.isAccessor(member))
    && basesOf(each, checker).some((base) => base.getSymbol() === own));
}

function basesOf(node: ts.ClassLikeDeclaration, checker: ts.TypeChecker): readonly ts.Type[] {
  const bases: ts.Type[] = [];
  let type = checker.getTypeAtLocation(node);
  while (type.isClass()) {
    const [base] = checker.getBaseTypes(type);
    if (base === undefined) break;
    bases.push(base);
    type = base.getSymbol() === undefined ? base
      : checker.getDeclaredTypeOfSymbol(base.getSymbol()!);
  }
  return bases;
}
