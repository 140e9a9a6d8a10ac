// What TypeScript itself says of a program, reported as it is; but of a name that JavaScript's
// library has and ours has not, what to write instead.

import * as ts from "typescript";
import { LIB_FILE } from "../../language/lib-text";
import { adviceAgainst } from "../../language/refused-library";
import { RULES, type Rule } from "../../language/rules";
import type { CheckedProgram } from "../program";
import type { Refusals } from "./refusal";

type Finding = readonly [rule: Rule, text: string, advice: string];

/** A use above the declaration, or before an assignment. */
const EARLY = [2448, 2449, 2450, 2454, 2565, 2729];

/** Members that every object and function of JavaScript has. */
const INHERITED = [
  "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString",
  "valueOf", "constructor", "call", "apply", "bind", "name", "arguments", "caller",
];

/** Where a module cannot be parsed: what follows from that is not worth saying. */
export function addSyntax({ program, checker, modules }: CheckedProgram, refusals: Refusals): void {
  for (const module of modules) {
    add(program.getSyntacticDiagnostics(module), module, checker, refusals);
  }
}

export function addDiagnostics(
  { program, checker, modules }: CheckedProgram, refusals: Refusals,
): void {
  for (const module of modules) {
    add(program.getSemanticDiagnostics(module), module, checker, refusals);
  }
}

function add(
  diagnostics: readonly ts.Diagnostic[], module: ts.SourceFile, checker: ts.TypeChecker,
  refusals: Refusals,
): void {
  for (const { category, start, messageText, code } of diagnostics) {
    if (category !== ts.DiagnosticCategory.Error || start === undefined) continue;
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    const node = nodeAt(module, start);
    const [rule, wrong, advice] = libraryFinding(node, checker) ?? moduleFinding(node)
      ?? ownFinding(code, text, node, checker);
    const at = rule === "eval" ? node.parent.getStart(module) : start;
    refusals.add(module, at, rule, wrong, advice);
  }
}

function ownFinding(
  code: number, text: string, node: ts.Node, checker: ts.TypeChecker,
): Finding {
  const rule = EARLY.includes(code) ? "early read" : "type";
  const taken = OF_ARGUMENTS.includes(code) ? signatureCalled(node, checker) : undefined;
  const advice = code < FIRST_OF_TYPES ? ""
    : taken === undefined ? RULES[rule][1] : `the library's is ${taken}`;
  return [rule, `${text} (TS${code})`, advice];
}

/** TypeScript's messages of a lower number are about syntax. */
const FIRST_OF_TYPES = 2000;

/** Too few arguments or too many, or one of another type. */
const OF_ARGUMENTS = [2345, 2554, 2555];

/** What a member of the library takes: it may be less than what JavaScript's takes. */
function signatureCalled(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const call = ts.findAncestor(node, ts.isCallOrNewExpression);
  const declaration = call && checker.getResolvedSignature(call)?.declaration;
  if (declaration?.getSourceFile().fileName !== LIB_FILE) return undefined;
  return declaration.getText().replace(/;$/, "");
}

/** The innermost node that starts at or around `position`. */
export function nodeAt(file: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = file;
  const descend = (node: ts.Node): void => {
    if (node.getStart(file) > position || node.getEnd() <= position) return;
    found = node;
    ts.forEachChild(node, descend);
  };
  descend(file);
  return found;
}

function libraryFinding(node: ts.Node, checker: ts.TypeChecker): Finding | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (!isMember) {
    return isOwnName(checker.getSymbolAtLocation(node)) ? undefined : findingOf(node.text);
  }
  if (checker.getSymbolAtLocation(node) !== undefined) return undefined;
  const owner = ownerName(checker.getTypeAtLocation(parent.expression), checker)
    ?? (INHERITED.includes(node.text) ? "Object.prototype" : undefined);
  if (owner === undefined) return undefined;
  const name = `${owner}.${node.text}`;
  return ["library", `${name} is ${RULES.library[0]}`, adviceAgainst(name) ?? RULES.library[1]];
}

function findingOf(name: string): Finding | undefined {
  if (name === "eval" || name === "Function") return ["eval", ...RULES.eval];
  const advice = adviceAgainst(name);
  return advice === undefined ? undefined : ["library", `${name} is ${RULES.library[0]}`, advice];
}

/** "Array.prototype" of an array, "Math" of Math; undefined of what no library declares. */
function ownerName(type: ts.Type, checker: ts.TypeChecker): string | undefined {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "Array.prototype";
  const symbol = checker.getApparentType(type).getSymbol();
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration?.getSourceFile().fileName !== LIB_FILE) return undefined;
  if (ts.isTypeLiteralNode(declaration)) return declaration.parent.getText().split(":")[0];
  return symbol.name.endsWith("Constructor")
    ? symbol.name.slice(0, -"Constructor".length)
    : `${symbol.name.replace(/^Readonly/, "")}.prototype`;
}

/** Declared by a module, and not by the library as a mere type. */
const isOwnName = (symbol: ts.Symbol | undefined): boolean =>
  symbol !== undefined && symbol.declarations?.[0]?.getSourceFile().fileName !== LIB_FILE;

function moduleFinding(node: ts.Node): Finding | undefined {
  const isSpecifier = ts.isStringLiteral(node)
    && (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent));
  return isSpecifier ? ["module", `${RULES.module[0]} as "${node.text}"`, RULES.module[1]]
    : undefined;
}
