// Calls. What is called decides: a function that is known, a method, a closure, the library, an
// instruction.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import { isStatic } from "../classes";
import { refuse } from "../fault";
import { symbolOf, withoutParentheses } from "../references";
import { isObject, isWord, kindOf, nullable, type ClassType, type Type } from "../types";
import { functionOf, type FunctionNode } from "../variables";
import { isLeftOfOr } from "./absence";
import { argumentsFor, parameterTypes, plainArguments, type Passed } from "./arguments";
import { callClosure, closureCode, homeOf } from "./closures";
import { lookUp } from "./collections";
import { construct } from "./construction";
import type { Instance } from "./function-instance";
import { ownerOfStatic, request, resultOf, substitution } from "./instance";
import { intrinsicCall, intrinsicOf } from "./intrinsics";
import { libraryFunction, libraryMethod, namespaceOf } from "./library";
import type { Lowering, Operand } from "./lowering";
import { callMethod, finish, methodType } from "./methods";
import { presentInChain, readProperty, receiver } from "./properties";
import { readStorage } from "./variables";

export function call(l: Lowering, node: ts.CallExpression): Operand {
  const callee = withoutParentheses(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return superCall(l, node);
  if (ts.isPropertyAccessExpression(callee)) return callProperty(l, node, callee);
  if (ts.isIdentifier(callee)) {
    const namespace = namespaceOf(l, callee);
    if (namespace !== undefined) return libraryFunction(l, `${namespace}()`, node);
    const symbol = symbolOf(callee, l.session.checker);
    if (symbol !== undefined) {
      const known = callKnown(l, node, symbol);
      if (known !== undefined) return known;
    }
  }
  return callValue(l, node, receiverOfCall(l, node, callee));
}

/** f?.() goes on with a function that is there. */
const receiverOfCall = (l: Lowering, node: ts.CallExpression, callee: ts.Expression): Operand =>
  (node.questionDotToken === undefined ? l.expression(callee) : receiver(l, node));

function callValue(l: Lowering, node: ts.CallExpression, closure: Operand): Operand {
  if (closure.type.kind !== "closure") {
    return refuse(node, `a ${closure.type.key} cannot be called`);
  }
  const args = plainArguments(l, node.arguments, closure.type.parameters, node);
  if (args.length < closure.type.parameters.length) {
    return refuse(node, "a closure that is not known here gets every argument: write all of them");
  }
  return finish(l, callClosure(l, closure, args));
}

/** A function by its name, as long as the name stands for one function. */
function callKnown(l: Lowering, node: ts.CallExpression, symbol: ts.Symbol): Operand | undefined {
  const target = functionOf(symbol);
  if (target === undefined) return callStored(l, node, symbol);
  const intrinsic = intrinsicOf(target);
  if (intrinsic !== undefined) return intrinsicCall(l, intrinsic, node, givenTypes(l, node));
  if (l.session.variables.isClosure(target)) return callStored(l, node, symbol);
  const outer = homeOf(l, target);
  return callFunction(
    l, node, target, { outer, hasThis: false, owner: undefined, around: outer?.within ?? new Map() }
  );
}

/** A closure whose code is known, or that is this very code. */
function callStored(l: Lowering, node: ts.CallExpression, symbol: ts.Symbol): Operand | undefined {
  const storage = l.storages.get(symbol);
  if (storage?.code === undefined || storage.type.kind !== "closure") return undefined;
  const { parameters, result } = storage.type;
  const instance = l.session.closures.get(storage.code) ?? bug(`${storage.code} is no closure's`);
  const closure = readStorage(l, storage, symbol.name);
  const passed = argumentsFor(l, instance.node, parameters, node.arguments, 1, node);
  const { values, count, omitted } = passed;
  const code = closureCode(l, { ...instance, count, omitted });
  const value = l.builder.call(code, [closure, ...values], kindOf(result));
  return finish(l, { value, type: result });
}

interface Around {
  readonly outer: Instance["outer"];
  readonly owner: Instance["owner"];
  readonly hasThis: boolean;
  readonly around: Instance["within"];
}

function callFunction(
  l: Lowering, node: ts.CallExpression, target: FunctionNode,
  { outer, owner, hasThis, around }: Around,
): Operand {
  const { session, rules } = l;
  const given = target.typeParameters === undefined ? [] : givenTypes(l, node);
  const within = substitution(session, target, given, around);
  const types = parameterTypes(session, target, within);
  const { values: args, count, omitted } = argumentsFor(l, target, types, node.arguments, 0, node);
  const instance: Instance = { node: target, within, given, owner, hasThis, outer, count, omitted };
  const result = resultOf(session, instance);
  const value = l.builder.call(request(session, rules, instance), args, kindOf(result));
  return finish(l, { value, type: result });
}

/** The checker knows them, and says so to other parts of TypeScript alone. */
interface KnowsArguments {
  getTypeArgumentsForResolvedSignature(signature: ts.Signature): readonly ts.Type[] | undefined;
}

/** The type arguments of a call, written or found by TypeScript. */
function givenTypes(l: Lowering, node: ts.CallExpression | ts.NewExpression): Type[] {
  const { checker } = l.session;
  const signature = checker.getResolvedSignature(node) ?? bug("a call has no signature");
  const knowing = checker as unknown as KnowsArguments;
  const found = knowing.getTypeArgumentsForResolvedSignature(signature);
  return (found ?? []).map((each) => l.read(each, node));
}

// ---- methods

function callProperty(
  l: Lowering, node: ts.CallExpression, callee: ts.PropertyAccessExpression,
): Operand {
  const { checker } = l.session;
  const name = callee.name.text;
  const namespace = namespaceOf(l, callee.expression);
  if (namespace !== undefined) return libraryFunction(l, `${namespace}.${name}`, node);
  const symbol = checker.getSymbolAtLocation(callee.name);
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && ts.isMethodDeclaration(declaration) && isStatic(declaration)) {
    return callStatic(l, node, declaration);
  }
  if (symbol !== undefined && declaration !== undefined && ts.isFunctionDeclaration(declaration)) {
    const known = callKnown(l, node, symbol);
    if (known !== undefined) return known;
  }
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return callSuper(l, node, name);
  const object = receiver(l, callee);
  return callOn(l, node, object, name, declaration);
}

function callOn(
  l: Lowering, node: ts.CallExpression, object: Operand, name: string,
  declaration: ts.Node | undefined,
): Operand {
  if (!isObject(object.type)) return libraryMethod(l, object, name, node);
  const isMethod = declaration === undefined || ts.isMethodDeclaration(declaration)
    || ts.isMethodSignature(declaration);
  if (!isMethod) {
    const closure = readProperty(l, object, name, node, declaration);
    return callValue(l, node, presentToCall(l, presentInChain(l, closure, node)));
  }
  const isLookUp = name === "get" && isRuntimeMap(l, object.type);
  if (isLookUp && l.chainEnd !== undefined && isLeftOfOr(node)) {
    return lookUp(
      l, object as Operand & { readonly type: ClassType }, node.arguments[0]!, l.chainEnd
    );
  }
  const given = givenTypes(l, node);
  const signature = methodType(l, object.type, name, given, node, declaration);
  const args = methodArguments(l, node, object.type, name, signature.parameters);
  const { values, count, omitted } = args;
  const result = callMethod(
    l, { object, name, given, declaration }, signature, values, node, count, omitted
  );
  if (isLookUp) return { ...result, type: orMissing(result.type, node) };
  return givesThis(l, declaration) ? { ...result, type: object.type } : result;
}

/** TypeScript has seen a test; somebody may have assigned null since. */
function presentToCall(l: Lowering, closure: Operand): Operand {
  if (closure.type.kind !== "nullable") return closure;
  l.builder.guard("ne", closure.value, l.raw(0), "null");
  return { value: l.builder.nonNull(closure.value), type: closure.type.of };
}

/** Whether the method's result is declared to be `this`: of the class that the object has here. */
function givesThis(l: Lowering, declaration: ts.Node | undefined): boolean {
  if (declaration === undefined || !ts.isFunctionLike(declaration)) return false;
  const signature = l.session.checker.getSignatureFromDeclaration(
    declaration as ts.SignatureDeclaration);
  const result: ThisType | undefined = signature?.getReturnType();
  return result?.isThisType ?? false;
}

/** TypeScript says it to other parts of itself alone. */
type ThisType = ts.Type & { readonly isThisType?: boolean };

function isRuntimeMap(l: Lowering, type: Type): boolean {
  return type.kind === "class" && type.declaration === l.session.runtime.class("maps#KernelMap");
}

function orMissing(type: Type, node: ts.Node): Type {
  if (!isWord(type)) return nullable(type);
  return refuse(
    node, "what may be missing is a reference: write get(key)! or get(key) ?? otherwise"
  );
}

function methodArguments(
  l: Lowering, node: ts.CallExpression, type: Type, name: string, types: readonly Type[],
): Passed {
  const member = type.kind === "class" ? l.session.world.classOf(type).member(name) : undefined;
  if (member?.kind === "method") {
    return argumentsFor(l, member.node, types, node.arguments, 1, node);
  }
  const values = plainArguments(l, node.arguments, types, node);
  return { values, count: values.length, omitted: [] };
}

function callStatic(l: Lowering, node: ts.CallExpression, target: ts.MethodDeclaration): Operand {
  const owner = ownerOfStatic(l.session, target);
  return callFunction(
    l, node, target, { outer: undefined, owner, hasThis: false, around: new Map() }
  );
}

function callSuper(l: Lowering, node: ts.CallExpression, name: string): Operand {
  const self = l.this(node);
  // In a closure, the class is that of the `this` which it brought.
  const owner = self.type.kind === "class" ? l.session.world.classOf(self.type) : undefined;
  const base = owner?.base?.type ?? refuse(node, "there is no base class");
  const object = { value: self.value, type: base };
  const given = givenTypes(l, node);
  const signature = methodType(l, base, name, given, node);
  const args = methodArguments(l, node, base, name, signature.parameters);
  const { values, count, omitted } = args;
  const called = { object, name, given, isFixed: true };
  return callMethod(l, called, signature, values, node, count, omitted);
}

/** super(...): the base class's constructor, then this class's fields. */
function superCall(l: Lowering, node: ts.CallExpression): Operand {
  const owner = l.owner ?? refuse(node, "super() stands in constructors");
  const self = l.this(node);
  if (owner.base !== undefined) construct(l, owner.base, self.value, node.arguments, node);
  l.initializeFields?.();
  return { value: self.value, type: { kind: "void", key: "void" } };
}

