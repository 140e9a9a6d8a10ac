// Which functions are in assembly: those that do nothing but return asm`...`
// (src/unikernel/metal/assembly.ts).

import * as ts from "typescript";
import { ASSEMBLY } from "../language/intrinsics";
import { refuse } from "./fault";
import { symbolOf } from "./references";
import type { FunctionNode } from "./variables";

/** The template that is the function's whole body; undefined of other functions. */
export function assemblyOf(
  { body }: FunctionNode, checker: ts.TypeChecker,
): ts.TemplateLiteral | undefined {
  if (body === undefined || !ts.isBlock(body) || body.statements.length !== 1) return undefined;
  const [only] = body.statements;
  const returned = only !== undefined && ts.isReturnStatement(only) ? only.expression : undefined;
  return returned !== undefined && isAssembly(returned, checker) ? returned.template : undefined;
}

export function isAssembly(
  node: ts.Node, checker: ts.TypeChecker,
): node is ts.TaggedTemplateExpression {
  if (!ts.isTaggedTemplateExpression(node) || !ts.isIdentifier(node.tag)) return false;
  const tag = symbolOf(node.tag, checker)?.valueDeclaration;
  return `${tag?.getSourceFile().fileName}#${node.tag.text}` === ASSEMBLY;
}

/** `@align 2048` in the comment before a function. */
export function alignmentOf(node: FunctionNode): { readonly alignment?: number } {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "align");
  if (tag === undefined) return {};
  const alignment = Number(ts.getTextOfJSDocComment(tag.comment));
  const isPower = Number.isInteger(Math.log2(alignment)) && alignment >= 4;
  return isPower ? { alignment } : refuse(node, "@align is followed by a power of 2");
}
