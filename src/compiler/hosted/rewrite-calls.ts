// Calls of the library that may be given what they cannot take, and optional chains with a check in
// them.

import * as ts from "typescript";
import { CHECKED_CALLS, WORD_OPERATORS } from "./operators";
import { isChain, needsChecks, outermostLink } from "./optional-chain";
import type { Rewriter } from "./rewriter";

/** What is behind the last `?.` of a chain becomes a function of what is before it. */
export function chain(r: Rewriter, node: ts.Node): string | undefined {
  if (!isChain(node) || r.tested.has(node) || !needsChecks(node)) return undefined;
  const link = outermostLink(node);
  const base = r.rewrite(link.expression);
  r.held.set(link.expression, "$c");
  for (let each: ts.Node = node; ; each = (each as ts.CallExpression).expression) {
    r.tested.add(each);
    if (each === link) break;
  }
  const rest = r.rewrite(node).replace("$c?.", "$c.");
  r.held.delete(link.expression);
  return `$check.with(${base}, 0, ($c) => ($c === null || $c === undefined ? undefined : ${rest}))`;
}

export function call(r: Rewriter, node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) return newContainer(r, node);
  if (!ts.isCallExpression(node) || (isChain(node) && !r.tested.has(node))) return undefined;
  const { expression: callee, arguments: args } = node;
  if (ts.isIdentifier(callee)) return conversion(r, node, callee.text);
  if (!ts.isPropertyAccessExpression(callee) || args.length === 0
    || callee.expression.kind === ts.SyntaxKind.SuperKeyword) return undefined;
  const whole = r.between(r.start(callee), callee.end);
  if (whole === "BigInt.asUintN") return r.copyBut(node, args[1], (child) => word(r, child));
  if (whole === "String.fromCharCode") return `$check.fromCode(${r.list(args)}, ${r.place(node)})`;
  return method(r, node, callee);
}

function method(
  r: Rewriter, node: ts.CallExpression, callee: ts.PropertyAccessExpression,
): string | undefined {
  const { expression: object, name: { text: name } } = callee;
  const check = Object.hasOwn(CHECKED_CALLS, name) ? CHECKED_CALLS[name] : undefined;
  if (check === undefined) return undefined;
  const on = r.rewrite(object) + r.lines(object.end, r.start(callee.name));
  const args = r.list(node.arguments);
  const at = r.place(node);
  switch (check) {
    case "code": return `$check.code(${on}, ${args}, ${at})`;
    case "set": return `$check.set(${on}, [${args}], ${at})`;
    default: return `$check.${check}(${on}, "${name}", [${args}], ${at})`;
  }
}

function conversion(r: Rewriter, node: ts.CallExpression, name: string): string | undefined {
  if (node.arguments.length !== 1) return undefined;
  const check = name === "Number" ? "toNumber" : name === "BigInt" ? "toWord" : undefined;
  return check && `$check.${check}(${r.list(node.arguments)}, ${r.place(node)})`;
}

/** Inside of BigInt.asUintN: sums and products may be what no word is. */
function word(r: Rewriter, node: ts.Node): string {
  const isWordOperation = ts.isParenthesizedExpression(node)
    || (ts.isBinaryExpression(node) && WORD_OPERATORS.includes(node.operatorToken.kind))
    || (ts.isPrefixUnaryExpression(node) && WORD_OPERATORS.includes(node.operator));
  return isWordOperation ? r.copy(node, (child) => word(r, child)) : r.rewrite(node);
}

function newContainer(r: Rewriter, node: ts.NewExpression): string | undefined {
  const [first, second] = node.arguments ?? [];
  if (!ts.isIdentifier(node.expression) || first === undefined || second !== undefined) {
    return undefined;
  }
  const name = node.expression.text;
  if (name !== "Array" && !/^(Uint|Int|BigUint)\d+Array$/.test(name)) return undefined;
  return `$check.make(${name}, ${r.list([first])}, ${r.place(node)})`;
}
