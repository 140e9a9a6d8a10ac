// Functions in assembly: `return asm`...`` and nothing else (src/unikernel/metal/assembly.ts).
// What stands in the text is a function, which is then reached, or a symbol of the linker's.

import * as ts from "typescript";
import { INTRINSICS } from "../../language/intrinsics";
import type { AssemblyFunction } from "../../ir/program";
import { placeOf, refuse } from "../fault";
import { symbolOf, withoutParentheses } from "../references";
import type { Session } from "../session";
import { functionOf } from "../variables";
import { request } from "./instance";
import type { AssemblyName, Rules } from "./lowering";

export function lowerAssembly(
  session: Session, rules: Rules, template: ts.TemplateLiteral,
  name: AssemblyName,
): AssemblyFunction {
  if (ts.isNoSubstitutionTemplateLiteral(template)) {
    return { ...name, textLine: placeOf(template).line, text: template.text, uses: {} };
  }
  const uses: Record<string, string> = {};
  let text = template.head.text;
  template.templateSpans.forEach(({ expression, literal }, i) => {
    const called = `symbol_${i}`;
    uses[called] = usedSymbol(session, rules, withoutParentheses(expression));
    text += called + literal.text;
  });
  return { ...name, textLine: placeOf(template).line, text, uses };
}

/** `kernelStart`, or `symbol("link/stack")`. */
function usedSymbol(session: Session, rules: Rules, node: ts.Expression): string {
  if (ts.isCallExpression(node)) return linkerSymbol(session, node);
  const named = ts.isIdentifier(node) ? symbolOf(node, session.checker) : undefined;
  const target = named === undefined ? undefined : functionOf(named);
  if (target === undefined) {
    return refuse(node, "in assembly stands a function's name, or symbol(\"...\")");
  }
  const count = target.parameters.length;
  const wanted = { node: target, within: new Map(), given: [], hasThis: false, count };
  return request(session, rules, wanted);
}

function linkerSymbol({ checker }: Session, node: ts.CallExpression): string {
  const [name] = node.arguments;
  const called = ts.isIdentifier(node.expression) ? symbolOf(node.expression, checker) : undefined;
  const declaration = called?.valueDeclaration;
  const intrinsic = INTRINSICS[`${declaration?.getSourceFile().fileName}#${called?.name}`];
  if (intrinsic?.is !== "symbol" || name === undefined || !ts.isStringLiteral(name)) {
    return refuse(node, "in assembly stands a function's name, or symbol(\"...\")");
  }
  return name.text;
}
