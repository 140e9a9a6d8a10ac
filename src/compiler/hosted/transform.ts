// A kernel module as Node is to run it: the same text, with a check (checks.ts) where an operation may fail. It looks at
// the syntax alone, so that it is fast enough to stand behind every import, and what it makes is TypeScript again.
//
//   a + b             $check.add(a, b, PLACE)              a[i] = v     $check.write(a, i, v, PLACE)
//   map.get(k)!       $check.got(map, k, PLACE)            i++          i = $check.increment(i, PLACE)
//
// 1. Every line stays where it was: breakpoints and stack traces need no map.
// 2. Operands are computed in the same order and as often as they were.

import * as ts from "typescript";
import { placeNumber } from "./checks";
import {
  ARITHMETIC, INDEX_CALLS, LENGTH_CALLS, NATIVE_COMPOUND, STEPS, WORD_OPERATORS,
} from "./operators";
import { isChain, needsChecks, outermostLink } from "./optional-chain";

/** The module's text with the checks in it; they come from the module that `checksFrom` names. */
export function transform(file: string, text: string, checksFrom: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  const prologue = `import { checksOf as $checksOf } from ${JSON.stringify(checksFrom)}; ` +
    `const $check = $checksOf(${JSON.stringify(file)}); `;
  return prologue + new Transformation(source).module();
}

type Target = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.Expression;

class Transformation {
  readonly #source: ts.SourceFile;
  /** Text for a node whose value a variable holds. */
  readonly #held = new Map<ts.Node, string>();
  /** Links of an optional chain whose `?.` has been tested already. */
  readonly #tested = new Set<ts.Node>();

  constructor(source: ts.SourceFile) {
    this.#source = source;
  }

  module(): string {
    return this.#copy(this.#source, 0);
  }

  // ---- text

  #start(node: ts.Node): number {
    return node.getStart(this.#source);
  }

  #between(start: number, end: number): string {
    return this.#source.text.slice(start, end);
  }

  /** Where the node is: the last argument of every check. */
  #place(node: ts.Node): string {
    const { line, character } = this.#source.getLineAndCharacterOfPosition(this.#start(node));
    return String(placeNumber(line + 1, character + 1));
  }

  /** The node as it is, but for its children. */
  #copy(node: ts.Node, start = this.#start(node), rewrite = (child: ts.Node): string => this.#rewrite(child)): string {
    let [text, end] = ["", start];
    ts.forEachChild(node, (child) => {
      const childStart = this.#start(child);
      text += this.#between(end, childStart) + rewrite(child);
      end = child.end;
    });
    return text + this.#between(end, node.end);
  }

  /** The nodes with what stands between them; `separator` in place of what is between `a` and `b` but white space. */
  #pair(a: ts.Node, b: ts.Node, operator: ts.Node): string {
    const before = this.#between(a.end, this.#start(operator));
    const behind = this.#between(operator.end, this.#start(b));
    return `${this.#rewrite(a)}${before},${behind}${this.#rewrite(b)}`;
  }

  /** The newlines of what a rewritten node leaves out. */
  #list(nodes: readonly ts.Node[]): string {
    return nodes.map((node) => this.#lines(node.pos, this.#start(node)) + this.#rewrite(node)).join(", ");
  }

  #lines(start: number, end: number): string {
    return "\n".repeat(linesIn(this.#between(start, end)));
  }

  // ---- nodes

  #rewrite(node: ts.Node): string {
    const held = this.#held.get(node);
    if (held !== undefined) return held;
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) {
      return this.#between(this.#start(node), node.end);
    }
    if (isChain(node) && !this.#tested.has(node) && needsChecks(node)) return this.#chain(node);
    const rewritten = this.#operation(node) ?? this.#statement(node);
    return rewritten === undefined ? this.#copy(node) : rewritten + this.#lost(node, rewritten);
  }

  /** Newlines that the node had and its new text has not: what follows stays in its line. */
  #lost(node: ts.Node, rewritten: string): string {
    return "\n".repeat(Math.max(0, linesIn(this.#between(this.#start(node), node.end)) - linesIn(rewritten)));
  }

  #operation(node: ts.Node): string | undefined {
    if (ts.isBinaryExpression(node)) return this.#binary(node);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return this.#unary(node, true);
    if (ts.isElementAccessExpression(node)) return this.#read(node);
    if (ts.isNonNullExpression(node)) return this.#nonNull(node);
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isNewExpression(node)) return this.#new(node);
    return undefined;
  }

  #statement(node: ts.Node): string | undefined {
    if (ts.isTryStatement(node) && node.finallyBlock) return this.#tryFinally(node, node.finallyBlock);
    if (ts.isCatchClause(node)) return this.#catch(node);
    if (ts.isExpressionStatement(node)) return this.#copy(node, undefined, (child) => this.#unused(child));
    if (ts.isForStatement(node)) {
      return this.#copy(node, undefined, (child) => (child === node.incrementor ? this.#unused(child) : this.#rewrite(child)));
    }
    if (ts.isForOfStatement(node) && ts.isExpression(node.initializer)) {
      return this.#copy(node, undefined, (child) => (child === node.initializer ? this.#pattern(child) : this.#rewrite(child)));
    }
    return undefined;
  }

  /** An expression whose value nobody wants: i++ need not remember what i was. */
  #unused(node: ts.Node): string {
    if (ts.isPostfixUnaryExpression(node)) return this.#unary(node, false) ?? this.#copy(node);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
      return this.#copy(node, undefined, (child) => this.#unused(child));
    }
    return this.#rewrite(node);
  }

  // ---- operators

  #binary(node: ts.BinaryExpression): string | undefined {
    const { left, operatorToken, right } = node;
    const { kind } = operatorToken;
    const check = ARITHMETIC[kind];
    if (check !== undefined && !check.assigns) return `$check.${check.name}(${this.#pair(left, right, operatorToken)}, ${this.#place(node)})`;
    if (check !== undefined) {
      return this.#assign(left, (old) => `$check.${check.name}(${old}, ${this.#behind(operatorToken, right)}, ${this.#place(node)})`);
    }
    const target = strip(left);
    if (kind === ts.SyntaxKind.EqualsToken) {
      if (isElement(target)) return this.#write(target, this.#behind(operatorToken, right), node);
      if (!isPattern(target)) return undefined;
      return this.#copy(node, undefined, (child) => (child === left ? this.#pattern(child) : this.#rewrite(child)));
    }
    const native = NATIVE_COMPOUND[kind];
    if (native === undefined || !isElement(target)) return undefined;
    const value = this.#behind(operatorToken, right);
    return native.isChoice ? this.#assign(left, () => value, native.operator) : this.#assign(left, (old) => `${old} ${native.operator} (${value})`);
  }

  #behind(operator: ts.Node, right: ts.Node): string {
    return this.#between(operator.end, this.#start(right)) + this.#rewrite(right);
  }

  /** `a += v` and the like: what is assigned is made of what was there. */
  #assign(left: ts.Expression, make: (old: string) => string, choice?: string): string {
    const target = strip(left);
    if (isElement(target)) {
      const isTwice = isRepeatable(target.expression) && isRepeatable(target.argumentExpression);
      const [array, index] = isTwice ? [this.#rewrite(target.expression), this.#rewrite(target.argumentExpression)] : ["$a", "$i"];
      const old = `$check.read(${array}, ${index}, ${this.#place(target)})`;
      const write = (value: string): string => `$check.write(${array}, ${index}, ${value}, ${this.#place(target)})`;
      const update = choice === undefined ? write(make(old)) : `(${old} ${choice} ${write(make(old))})`;
      if (isTwice) return update;
      return `$check.with(${this.#rewrite(target.expression)}, ${this.#rewrite(target.argumentExpression)}, ($a, $i) => ${update})`;
    }
    if (!ts.isPropertyAccessExpression(target) || isRepeatable(target.expression)) {
      const name = this.#rewrite(target);
      return `(${name} = ${make(name.replaceAll("\n", " "))})`;
    }
    const name = `$a.${target.name.text}`;
    return `$check.with(${this.#rewrite(target.expression)}, 0, ($a) => (${name} = ${make(name)}))`;
  }

  #unary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, isUsed: boolean): string | undefined {
    const { operator, operand } = node;
    if (operator === ts.SyntaxKind.MinusToken && !ts.isNumericLiteral(operand) && !ts.isBigIntLiteral(operand)) {
      return `$check.negate(${this.#rewrite(operand)}, ${this.#place(node)})`;
    }
    const step = STEPS[operator];
    if (step === undefined) return undefined;
    const assigned = this.#assign(operand, (old) => `$check.${step.name}(${old}, ${this.#place(node)})`);
    const isBefore = isUsed && ts.isPostfixUnaryExpression(node);
    return isBefore ? `$check.before(${assigned}, ${step.by})` : assigned;
  }

  // ---- elements

  #read(node: ts.ElementAccessExpression): string | undefined {
    if (!isElement(node) || (isChain(node) && !this.#tested.has(node))) return undefined;
    return `$check.read(${this.#rewrite(node.expression)}, ${this.#rewrite(node.argumentExpression)}, ${this.#place(node)})`;
  }

  #write(target: ts.ElementAccessExpression, value: string, node: ts.Node): string {
    return `$check.write(${this.#rewrite(target.expression)}, ${this.#rewrite(target.argumentExpression)}, ${value}, ${this.#place(node)})`;
  }

  /** What stands on the left of = in [ ] or { }: names, members, elements, patterns again. */
  #pattern(node: ts.Node): string {
    if (ts.isExpression(node) && isElement(strip(node))) {
      const target = strip(node) as ts.ElementAccessExpression;
      return `$check.element(${this.#rewrite(target.expression)}, ${this.#rewrite(target.argumentExpression)}, ${this.#place(node)}).value`;
    }
    if (ts.isBinaryExpression(node)) { // a default: [a = 1] = ...
      return this.#copy(node, undefined, (child) => (child === node.left ? this.#pattern(child) : this.#rewrite(child)));
    }
    if (ts.isPropertyAssignment(node)) {
      return this.#copy(node, undefined, (child) => (child === node.initializer ? this.#pattern(child) : this.#rewrite(child)));
    }
    const isAround = isPattern(node) || ts.isSpreadElement(node) || ts.isSpreadAssignment(node);
    return isAround ? this.#copy(node, undefined, (child) => this.#pattern(child)) : this.#copy(node);
  }

  // ---- null

  #nonNull(node: ts.NonNullExpression): string | undefined {
    if (isChain(node)) return undefined;
    const inner = strip(node.expression);
    const at = this.#place(node);
    if (ts.isCallExpression(inner) && !isChain(inner) && ts.isPropertyAccessExpression(inner.expression)) {
      const { expression: object, name } = inner.expression;
      const [key] = inner.arguments;
      if (name.text === "get" && key !== undefined && inner.arguments.length === 1) {
        const gap = this.#lines(object.end, this.#start(name));
        return `$check.got(${this.#rewrite(object)}${gap}, ${this.#rewrite(key)}, ${at})`;
      }
    }
    return `$check.present(${this.#rewrite(node.expression)}, ${at})`;
  }

  /** An optional chain with a check in it: what is behind the last `?.` becomes a function of what is before it. */
  #chain(node: ts.Node): string {
    const link = outermostLink(node);
    const base = this.#rewrite(link.expression);
    this.#held.set(link.expression, "$c");
    for (let each: ts.Node = node; ; each = (each as ts.CallExpression).expression) {
      this.#tested.add(each);
      if (each === link) break;
    }
    const rest = this.#rewrite(node).replace("$c?.", "$c.");
    this.#held.delete(link.expression);
    return `$check.with(${base}, 0, ($c) => ($c === null || $c === undefined ? undefined : ${rest}))`;
  }

  // ---- the library

  #call(node: ts.CallExpression): string | undefined {
    const callee = node.expression;
    if (isChain(node) && !this.#tested.has(node)) return undefined;
    if (ts.isIdentifier(callee)) return this.#conversion(node, callee.text);
    if (!ts.isPropertyAccessExpression(callee) || callee.expression.kind === ts.SyntaxKind.SuperKeyword) return undefined;
    const [name, args, at] = [callee.name.text, node.arguments, this.#place(node)];
    const [first] = args;
    if (first === undefined) return undefined;
    const whole = this.#between(this.#start(callee), callee.end);
    if (whole === "BigInt.asUintN") {
      return this.#copy(node, undefined, (child) => (child === args[1] ? this.#word(child) : this.#rewrite(child)));
    }
    if (whole === "String.fromCharCode") return `$check.fromCode(${this.#list(args)}, ${at})`;
    const object = (): string => this.#rewrite(callee.expression) + this.#lines(callee.expression.end, this.#start(callee.name));
    if (name === INDEX_CALLS.code) return `$check.code(${object()}, ${this.#list(args)}, ${at})`;
    if (name === INDEX_CALLS.set) return `$check.set(${object()}, [${this.#list(args)}], ${at})`;
    if (LENGTH_CALLS.includes(name)) return `$check.text(${object()}, "${name}", [${this.#list(args)}], ${at})`;
    return undefined;
  }

  #conversion(node: ts.CallExpression, name: string): string | undefined {
    if (node.arguments.length !== 1) return undefined;
    const check = name === "Number" ? "toNumber" : name === "BigInt" ? "toWord" : undefined;
    return check && `$check.${check}(${this.#list(node.arguments)}, ${this.#place(node)})`;
  }

  /** Inside of BigInt.asUintN: sums and products may be what no word is. */
  #word(node: ts.Node): string {
    if (ts.isParenthesizedExpression(node)) return this.#copy(node, undefined, (child) => this.#word(child));
    const isWordOperation = (ts.isBinaryExpression(node) && WORD_OPERATORS.includes(node.operatorToken.kind)) ||
      (ts.isPrefixUnaryExpression(node) && WORD_OPERATORS.includes(node.operator));
    return isWordOperation ? this.#copy(node, undefined, (child) => this.#word(child)) : this.#rewrite(node);
  }

  #new(node: ts.NewExpression): string | undefined {
    const [first, second] = node.arguments ?? [];
    if (!ts.isIdentifier(node.expression) || first === undefined || second !== undefined) return undefined;
    const name = node.expression.text;
    if (name !== "Array" && !/^(Uint|Int|BigUint)\d+Array$/.test(name)) return undefined;
    return `$check.make(${name}, ${this.#list([first])}, ${this.#place(node)})`;
  }

  // ---- exceptions

  #catch(node: ts.CatchClause): string {
    const { variableDeclaration, block } = node;
    const name = variableDeclaration ? this.#between(this.#start(variableDeclaration.name), variableDeclaration.name.end) : "$e";
    const lines = this.#lines(this.#start(node), this.#start(block));
    return `catch (${name}) ${lines}{ $check.caught(${name});${this.#copy(block).slice(1)}`;
  }

  /** A finally that a trap passes by. */
  #tryFinally(node: ts.TryStatement, finallyBlock: ts.Block): string {
    const { tryBlock, catchClause } = node;
    const inner = this.#rewrite(tryBlock) + (catchClause === undefined ? ""
      : this.#between(tryBlock.end, this.#start(catchClause)) + this.#rewrite(catchClause));
    const gap = this.#lines((catchClause ?? tryBlock).end, this.#start(finallyBlock));
    const body = catchClause === undefined ? inner : `{ try ${inner} }`;
    return `{ let $trapped = false; try ${body} catch ($e) { $trapped = $check.isTrap($e); throw $e; }` +
      ` ${gap}finally { if (!$trapped) ${this.#rewrite(finallyBlock)} } }`;
  }
}

const linesIn = (text: string): number => text.split("\n").length - 1;

/** Without what TypeScript only reads: parentheses, `!`, casts. */
function strip(node: ts.Expression): Target {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
    ? strip(node.expression) : node;
}

/** An element, and not a member whose name stands in quotes. */
const isElement = (node: ts.Node): node is ts.ElementAccessExpression =>
  ts.isElementAccessExpression(node) && !ts.isStringLiteralLike(node.argumentExpression);

const isPattern = (node: ts.Node): boolean => ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);

/** What gives the same if it is read twice in a row, and does nothing else. */
const isRepeatable = (node: ts.Node): boolean =>
  ts.isIdentifier(node) || ts.isNumericLiteral(node) || node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword;
