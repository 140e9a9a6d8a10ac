// What the language's library becomes: a call of the runtime, or a few instructions.

import * as ts from "typescript";
import { WIDTHS } from "../../ir/operation";
import { LIB_FILE } from "../../language/lib-text";
import { libraryMember, libraryType, type Member } from "../../language/library";
import { ELEMENTS } from "../../language/library/typed-arrays";
import type { Inline } from "../../language/library/member";
import { refuse } from "../fault";
import { NUMBER, isWord, type Type, type ViewName } from "../types";
import { INLINE, wrapping } from "./inline";
import type { Lowering, Operand } from "./lowering";
import { lengthOf } from "./memory";
import { callGeneric, type Argument } from "./runtime-calls";

/** The library's name of what a value of the type is an instance of. */
function libraryName(type: Type): string | undefined {
  switch (type.kind) {
    case "string": return "String";
    case "number": return "Number";
    case "bigint": return "BigInt";
    case "array": return "Array";
    case "view": return type.name;
    default: return undefined;
  }
}

/** The library's type that the expression names: Math, Number, Uint8Array. */
export function namespaceOf(l: Lowering, node: ts.Expression): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const symbol = l.session.checker.getSymbolAtLocation(node);
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  return file === LIB_FILE && libraryType(node.text) !== undefined ? node.text : undefined;
}

/** Number.MAX_SAFE_INTEGER and the like. */
export function staticProperty(
  l: Lowering, node: ts.PropertyAccessExpression,
): Operand | undefined {
  const name = namespaceOf(l, node.expression);
  if (name === undefined) return undefined;
  const member = libraryMember(`${name}.${node.name.text}`);
  switch (member?.lowersTo) {
    case "largest safe": return l.constant(BigInt(Number.MAX_SAFE_INTEGER), NUMBER);
    case "least safe": return l.constant(BigInt(Number.MIN_SAFE_INTEGER), NUMBER);
    case "element bytes": return l.constant(elementBytes(name as ViewName), NUMBER);
    default: return refuse(node, `${name}.${node.name.text} is no value of the language`);
  }
}

const elementBytes = (name: ViewName): number => WIDTHS[ELEMENTS[name]].bytes;

/** length and byteLength. */
export function libraryProperty(
  l: Lowering, { value, type }: Operand, name: string, node: ts.Node,
): Operand {
  const member = libraryMember(`${libraryName(type) ?? type.key}.prototype.${name}`);
  switch (member?.lowersTo) {
    case "string length": case "view length":
      return { value: lengthOf(l, value, true), type: NUMBER };
    case "array length": return { value: lengthOf(l, value, false), type: NUMBER };
    case "view bytes": {
      const bytes = l.raw(type.kind === "view" ? elementBytes(type.name) : 1);
      return {
        value: l.builder.binary("mul", lengthOf(l, value, true), bytes, "number"), type: NUMBER,
      };
    }
    default: return refuse(node, `there is no ${name} of ${type.key}`);
  }
}

/** A method of a string, a number, an array. */
export function libraryMethod(
  l: Lowering, object: Operand, name: string, node: ts.CallExpression,
): Operand {
  const owner = libraryName(object.type);
  const member = libraryMember(`${owner ?? object.type.key}.prototype.${name}`)
    ?? refuse(node, `there is no ${name} of ${object.type.key}`);
  if (member.lowersTo === "arrays#push") return push(l, object, node);
  const args = [object, ...node.arguments];
  const mayBeMissing = member.lowersTo === "arrays#pop" || member.lowersTo === "arrays#find";
  const result = mayBeMissing ? callGeneric(l, member.lowersTo, args, node, true)
    : callMember(l, member, args, node);
  // find((p) => p instanceof Far): TypeScript knows what is found.
  const isOfSome = member.lowersTo === "arrays#filter"
    || (member.lowersTo === "arrays#find" && !isWord(result.type));
  if (isOfSome) return { ...result, type: l.typeOf(node) };
  const isLost = mayBeMissing && isWord(result.type) && !ts.isExpressionStatement(node.parent);
  return isLost ? refuse(node, "what may be missing is a reference: write ! behind it") : result;
}

/** push(a, b): one after the other, once both are there. */
function push(l: Lowering, array: Operand, node: ts.CallExpression): Operand {
  if (array.type.kind !== "array") return refuse(node, "only arrays have push");
  const { element } = array.type;
  if (node.arguments.some(ts.isSpreadElement)) return pushSpread(l, array, node);
  const values = node.arguments.map((each) => ({ value: l.as(each, element), type: element }));
  let length: Operand = { value: lengthOf(l, array.value, false), type: NUMBER };
  for (const value of values) length = callGeneric(l, "arrays#push", [array, value], node);
  return length;
}

/** push(...other) */
function pushSpread(l: Lowering, array: Operand, node: ts.CallExpression): Operand {
  const [only] = node.arguments;
  if (only === undefined || !ts.isSpreadElement(only) || node.arguments.length > 1) {
    return refuse(node, "push what is spread in a call of its own");
  }
  callGeneric(l, "arrays#append", [array, l.expression(only.expression, array.type)], node);
  return { value: lengthOf(l, array.value, false), type: NUMBER };
}

/** Math.min(a, b), String.fromCharCode(c), console.log(text), Number(word). */
export function libraryFunction(l: Lowering, name: string, node: ts.CallExpression): Operand {
  const member = libraryMember(name) ?? refuse(node, `the language has no ${name}`);
  if (member.lowersTo === "low bits") return wrapping(l, node);
  return callMember(l, member, node.arguments, node);
}

function callMember(
  l: Lowering, member: Member, args: readonly Argument[], node: ts.CallExpression,
): Operand {
  const { lowersTo } = member;
  if (lowersTo.includes("#")) return callGeneric(l, lowersTo, args, node);
  const rule = INLINE[lowersTo as Inline] ?? refuse(node, `${member.name} stands here alone`);
  return rule(l, args, node);
}
